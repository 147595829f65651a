using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace EnvHub.Python.Tests;

/// <summary>What a client does by the protocol of Serving/README.md, one action at a time.</summary>
internal sealed class TallyClient(Stream requests, Stream replies) : IDisposable
{
    private const string Request = """{"id":"Tally-v0","copies":2}""";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private Doorbell? _doorbell;

    public SharedRegion Region { get; private set; } = null!;

    /// <summary>Connects to a listener, and reads its greeting.</summary>
    public static TallyClient Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        var stream = new NetworkStream(socket, ownsSocket: true);
        var client = new TallyClient(stream, stream);
        client.Greeting = client.Read();
        return client;
    }

    public JsonNode? Greeting { get; private set; }

    public JsonNode Ask(string line)
    {
        requests.Write(Encoding.UTF8.GetBytes(line + "\n"));
        requests.Flush();
        return Read();
    }

    /// <summary>Asks for two copies, in memory of this layout.</summary>
    public JsonNode Begin(SharedLayout? layout = null, Action<SharedRegion>? spoil = null)
    {
        Ask(Request);
        Region = SharedRegion.Create(layout ?? new(2, 1, 0, 4096));
        spoil?.Invoke(Region);
        _doorbell = new(Region, DoorbellSide.Caller, requests, replies, TimeSpan.Zero);
        return Ask(new JsonObject { ["map"] = Region.Path }.ToJsonString());
    }

    public SharedStatus Reset() => Do(SharedCommand.Reset);

    public SharedStatus Step(int first, int second)
    {
        (Region.DiscreteActions[0], Region.DiscreteActions[1]) = (first, second);
        return Do(SharedCommand.Step);
    }

    public SharedStatus Do(SharedCommand command)
    {
        Ring(command);
        Assert.That(_doorbell!.Wait(Longest), Is.EqualTo(DoorbellResult.Rung));
        return Region.Status;
    }

    /// <summary>Asks without waiting for an answer.</summary>
    public void Ring(SharedCommand command)
    {
        Region.Command = command;
        _doorbell!.Ring();
    }

    /// <summary>Whether the server has gone.</summary>
    public bool IsLeft()
    {
        Ring(SharedCommand.None);
        return _doorbell!.Wait(Longest) == DoorbellResult.Closed;
    }

    public void Dispose()
    {
        requests.Dispose();
        replies.Dispose();
        Region?.Dispose();
    }

    private JsonNode Read()
    {
        var line = new List<byte>();
        for (int next; (next = replies.ReadByte()) is not ('\n' or -1);) line.Add((byte)next);
        return JsonNode.Parse(Encoding.UTF8.GetString([.. line]))!;
    }
}
