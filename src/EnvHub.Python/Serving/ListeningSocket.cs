using System.Net.Sockets;

namespace EnvHub.Python;

/// <summary>A Unix-domain socket that nobody but its owner can connect to.</summary>
internal static class ListeningSocket
{
    private const int Waiting = 64;

    /// <exception cref="HubException">EH4660 a hub listens there already; EH4661 there is a file of another kind; EH4662 it cannot be made.</exception>
    public static Socket Open(string path)
    {
        if (File.Exists(path)) RemoveStale(path);
        var socket = New();
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            // Before Listen nobody can connect: there is no moment at which others could.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            socket.Listen(Waiting);
            return socket;
        }
        catch (Exception fault) when (fault is SocketException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            socket.Dispose();
            throw ServingErrors.CannotListen(path, fault);
        }
    }

    // The file of a hub that was killed: it is there, and nobody listens.
    private static void RemoveStale(string path)
    {
        if (IsAnswered(path)) throw ServingErrors.InUse(path);
        if (IsNoSocket(path)) throw ServingErrors.NotASocket(path);
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw ServingErrors.CannotListen(path, fault);
        }
    }

    private static bool IsAnswered(string path)
    {
        using var socket = New();
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return false;
        }
        catch (Exception fault) when (fault is SocketException or ArgumentException)
        {
            throw ServingErrors.CannotListen(path, fault);
        }
    }

    // A socket's file cannot be opened; whatever else is there is somebody's, and stays.
    private static bool IsNoSocket(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Socket New() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
