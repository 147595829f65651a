using System.Net.Sockets;

namespace EnvHub.Python;

/// <summary>Serves every client that connects to a Unix-domain socket, several at once: each has environments and memory of its own.</summary>
/// <remarks>Each client is told first who it has reached: <c>{"hub": "EnvHub", "protocol": 1}</c> and a line feed; then
/// <see cref="EnvironmentServer.Serve"/> has the connection. A client that dies takes nothing with it but its own environments.</remarks>
public sealed class EnvironmentListener : IDisposable
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(20), Pause = TimeSpan.FromMilliseconds(100);

    private readonly EnvironmentServer _server;
    private readonly Action<string> _tell;
    private readonly Socket _socket;
    private readonly Dictionary<Thread, Socket> _clients = [];
    private readonly Lock _lock = new();

    /// <param name="path">The socket's file; for its owner alone, and gone after <see cref="Dispose"/>. One that a killed hub left is replaced.</param>
    /// <param name="server">Called by one thread per client.</param>
    /// <param name="tell">Told what went wrong with a client; called by any thread.</param>
    /// <exception cref="HubException">EH4660 a hub listens there already; EH4661 there is a file of another kind; EH4662 no socket can be made there.</exception>
    public EnvironmentListener(string path, EnvironmentServer server, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(path);
        (_server, _tell) = (server, tell);
        _socket = ListeningSocket.Open(path);
    }

    /// <summary>Serves until it is cancelled; every client is gone when it returns.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (true) await AcceptAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            EndClients();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        EndClients();
        _socket.Dispose();
    }

    private async Task AcceptAsync(CancellationToken cancellation)
    {
        try
        {
            Begin(await _socket.AcceptAsync(cancellation).ConfigureAwait(false));
        }
        catch (SocketException fault)
        {
            // Too many open files, say: those who are served go on, and the next may come when one has left.
            _tell($"a client could not be let in: {fault.Message}");
            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }
    }

    // A thread each: who waits at a doorbell blocks.
    private void Begin(Socket client)
    {
        var thread = new Thread(() => Serve(client)) { IsBackground = true, Name = "client of serve-envs" };
        lock (_lock) _clients.Add(thread, client);
        thread.Start();
    }

    private void Serve(Socket client)
    {
        try
        {
            using var stream = new NetworkStream(client);
            stream.Write(ServerLines.Greeting);
            _server.Serve(stream, stream);
        }
        catch (IOException)
        {
            // It left before it was greeted.
        }
        catch (Exception fault)
        {
            // An author's environment may fail with anything, even when it is closed; the other clients are not to suffer.
            _tell($"a client's environment failed: {fault}");
        }
        finally
        {
            lock (_lock) _clients.Remove(Thread.CurrentThread);
            client.Dispose();
        }
    }

    private void EndClients()
    {
        Thread[] threads;
        lock (_lock)
        {
            threads = [.. _clients.Keys];
            // Shut down, not disposed: whoever sleeps at the socket wakes and reads its end.
            foreach (var client in _clients.Values.Where(client => client.Connected)) ShutDown(client);
        }
        foreach (var thread in threads) thread.Join(LongestGoodbye);
    }

    private static void ShutDown(Socket client)
    {
        try
        {
            client.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // The client was quicker.
        }
    }
}
