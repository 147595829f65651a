using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace EnvHub.Cli;

/// <summary>What is said where so little is left that the console itself cannot be had: by the system's own call, which needs no file, thread or library more.</summary>
/// <remarks>Uses nothing of the hub's other assemblies: they are what cannot be loaded then.</remarks>
internal static partial class LastResort
{
    // Of descriptors: the runtime's and the hub's libraries hold about 150 while an experiment runs.
    private const ulong Least = 256;
    private const int ErrorOutput = 2, LinuxLimit = 7, MacLimit = 8;

    /// <summary>Whether the process may have enough files open; tells the user if not.</summary>
    public static bool HasDescriptors()
    {
        if (OperatingSystem.IsWindows() || GetLimit(OperatingSystem.IsMacOS() ? MacLimit : LinuxLimit, out var limit) != 0 || limit.Current >= Least) return true;
        Write($"error EH5051 envhub: file descriptors are short: this process may have {limit.Current} files open, and {Least} are needed. Raise the limit: ulimit -n 1024.\n");
        return false;
    }

    /// <summary>From now on a fault that nobody catches, on whatever thread, is told in a sentence and ends the process.</summary>
    public static void Watch() => AppDomain.CurrentDomain.UnhandledException += static (_, unhandled) =>
    {
        if (unhandled.ExceptionObject is not Exception fault || Environment.GetEnvironmentVariable("ENVHUB_TRACE") is { Length: > 0 } || OperatingSystem.IsWindows()) return;
        Write($"error EH5052 envhub: it cannot go on: {Sentence(fault)}\n");
        Exit(1);
    };

    private static string Sentence(Exception fault)
    {
        try
        {
            return OfShortage(fault) ?? $"{fault.GetType().Name}: {fault.Message}";
        }
        catch (Exception)
        {
            return $"{fault.GetType().Name}: {fault.Message} Memory, threads or file descriptors are short.";
        }
    }

    // By itself: the assembly that it needs may not be had.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? OfShortage(Exception fault) => EnvHub.Hosting.Shortage.Of(fault);

    private static void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        _ = Write(ErrorOutput, bytes, bytes.Length);
    }

    [LibraryImport("libc", EntryPoint = "write")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Write(int descriptor, byte[] bytes, nint count);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Exit(int code);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Current, Most;
    }
}
