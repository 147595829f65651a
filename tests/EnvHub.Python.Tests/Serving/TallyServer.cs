using System.IO.Pipes;

namespace EnvHub.Python.Tests;

/// <summary>Serves <see cref="Tally"/>, and counts copies that were closed.</summary>
internal sealed class TallyServer
{
    private int _closed;

    public TallyServer() => Server = new(request => request.Id == "Tally-v0"
        ? count => new EnvironmentVector<float[], long>(() => new Tally(() => Interlocked.Increment(ref _closed)), count)
        : throw new HubException("EH9999", $"{request.Id}: no such environment."));

    public EnvironmentServer Server { get; }

    public int Closed => Volatile.Read(ref _closed);

    /// <summary>Serves a client over two pipes, in a thread of the pool.</summary>
    public (TallyClient Client, Task Served) Start()
    {
        var requests = new AnonymousPipeServerStream(PipeDirection.Out);
        var replies = new AnonymousPipeServerStream(PipeDirection.In);
        var served = Task.Run(() =>
        {
            using var from = new AnonymousPipeClientStream(PipeDirection.In, requests.ClientSafePipeHandle);
            using var to = new AnonymousPipeClientStream(PipeDirection.Out, replies.ClientSafePipeHandle);
            Server.Serve(from, to);
        });
        return (new TallyClient(requests, replies), served);
    }
}
