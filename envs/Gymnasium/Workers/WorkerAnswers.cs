using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Envs.Gymnasium;

/// <summary>What a worker says of one copy, in the memory's text.</summary>
internal static class WorkerAnswers
{
    private const byte LineFeed = (byte)'\n';

    private const int Channels = 3;

    /// <exception cref="HubException">EH4410 it is no JSON object.</exception>
    public static JsonObject Info(string id, string text) => JsonMessage.Read(text, json => json, fault => GymnasiumErrors.BadAnswer(id, text, fault));

    /// <exception cref="HubException">EH4410 it is no generator's state.</exception>
    public static Pcg64State Generator(string id, string text) => JsonMessage.Read(text, json => new Pcg64State(
        Number(json, "state"), Number(json, "increment"), (bool)JsonMessage.Node(json, "hasCachedHalf"), (uint)JsonMessage.Node(json, "cachedHalf")),
        fault => GymnasiumErrors.BadAnswer(id, text, fault));

    /// <summary>A picture: a head in JSON, and behind a line feed the bytes of its pixels, three each.</summary>
    /// <exception cref="HubException">EH4410 it is none.</exception>
    public static RenderFrame Picture(string id, ReadOnlySpan<byte> answer)
    {
        int end = answer.IndexOf(LineFeed);
        string head = Encoding.UTF8.GetString(end < 0 ? answer : answer[..end]);
        byte[] pixels = end < 0 ? [] : answer[(end + 1)..].ToArray();
        return JsonMessage.Read(head, json => json["text"] is { } text ? RenderFrame.OfText((string?)text ?? "") : Pixels(json, pixels),
            fault => GymnasiumErrors.BadAnswer(id, head, fault));
    }

    private static RenderFrame Pixels(JsonObject json, byte[] pixels)
    {
        int width = (int)JsonMessage.Node(json, "width"), height = (int)JsonMessage.Node(json, "height");
        return width >= 1 && height >= 1 && (long)width * height * Channels == pixels.Length
            ? new("", width, height, pixels) : throw new FormatException($"{width} x {height} pixels do not take {pixels.Length} bytes");
    }

    private static UInt128 Number(JsonObject json, string key) => UInt128.Parse(JsonMessage.Text(json, key), CultureInfo.InvariantCulture);
}
