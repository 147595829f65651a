using System.IO.Pipes;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace EnvHub.Python;

/// <summary>Sleeps until something comes through a pipe or a socket.</summary>
internal sealed class PipeWait
{
    private const short Readable = 1;

    private readonly Stream _pipe;
    private readonly SafeHandle? _handle;
    private readonly byte[] _bytes = new byte[64];

    /// <param name="pipe">A pipe's stream, a socket's, or a file's.</param>
    public PipeWait(Stream pipe) => (_pipe, _handle) = (pipe, HandleOf(pipe));

    /// <summary>Sleeps, and takes what came.</summary>
    /// <returns>False if the other end is closed.</returns>
    public bool Sleep(TimeSpan longest)
    {
        // Windows has no poll for pipes: there one looks at the word once a millisecond, and a death shows at the timeout.
        if (_handle is null || OperatingSystem.IsWindows())
        {
            Thread.Sleep(1);
            return true;
        }
        var wanted = new PollRequest { Descriptor = (int)_handle.DangerousGetHandle(), Events = Readable };
        return Poll(ref wanted, 1, (int)Math.Ceiling(longest.TotalMilliseconds)) <= 0 || _pipe.Read(_bytes) > 0;
    }

    private static SafeHandle? HandleOf(Stream pipe) => pipe switch
    {
        PipeStream stream => stream.SafePipeHandle,
        FileStream stream => stream.SafeFileHandle,
        NetworkStream stream => stream.Socket.SafeHandle,
        _ => null,
    };

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollRequest request, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollRequest
    {
        public int Descriptor;
        public short Events, Happened;
    }
}
