using System.Text;
using System.Text.Json.Nodes;

namespace EnvHub.Python;

/// <summary>Lines of JSON between client and server, before the doorbell has their stream.</summary>
internal static class ServerLines
{
    private const int LongestLine = 1 << 20;

    /// <summary>What a client of a socket reads first: that this is a hub, and which protocol it speaks.</summary>
    public static ReadOnlySpan<byte> Greeting => Line(new() { ["hub"] = "EnvHub", ["protocol"] = SharedWord.VersionValue });

    /// <summary>The next line; null where the stream ends before it does, or it is too long to be one.</summary>
    public static string? Read(Stream stream)
    {
        var bytes = new List<byte>();
        while (bytes.Count < LongestLine)
        {
            int next = stream.ReadByte();
            if (next < 0) return null;
            if (next == '\n') return Encoding.UTF8.GetString([.. bytes]);
            bytes.Add((byte)next);
        }
        return null;
    }

    public static void Write(Stream stream, JsonObject json)
    {
        stream.Write(Line(json));
        stream.Flush();
    }

    private static byte[] Line(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString() + "\n");
}
