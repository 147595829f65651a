using System.ComponentModel;
using System.Reflection;

namespace EnvHub.Hosting;

/// <summary>What the machine has too little of, told from the faults by which it shows.</summary>
public static class Shortage
{
    // Error numbers of the system; those of Linux and macOS are the same.
    private const int NoMoreProcesses = 11, NoMoreProcessesMac = 35, NoMemory = 12, NoMoreFilesAtAll = 23, NoMoreFiles = 24, DiskFull = 28, QuotaUsed = 122, QuotaUsedMac = 69;

    /// <summary>What is short and what to do, in sentences; null for a fault of another kind.</summary>
    public static string? Of(Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
            if (OfOne(cause) is { } shortage) return shortage;
        return null;
    }

    private static string? OfOne(Exception fault) => fault switch
    {
        ThreadStartException => Threads,
        // The runtime throws it for a thread that cannot be started too, and says so by where it comes from alone.
        OutOfMemoryException when fault.StackTrace?.Contains("System.Threading.Thread.Start", StringComparison.Ordinal) == true => Threads,
        OutOfMemoryException or InsufficientMemoryException => Memory,
        // A library whose file is there is not found where no descriptor is left to open it.
        FileNotFoundException or FileLoadException or DllNotFoundException or ReflectionTypeLoadException => AreDescriptorsShort() ? Descriptors : null,
        IOException => OfNumber(fault.HResult, fault.Message),
        Win32Exception system => OfNumber(system.NativeErrorCode, fault.Message),
        _ => null,
    };

    private static string? OfNumber(int error, string message) => error switch
    {
        NoMoreProcesses or NoMoreProcessesMac => Threads,
        NoMemory => Memory,
        NoMoreFiles or NoMoreFilesAtAll => Descriptors,
        DiskFull or QuotaUsed or QuotaUsedMac => $"The disk is full: no bytes or no inodes are left, which 'df' and 'df -i' show ({message.TrimEnd('.')}). Make room, or name another folder.",
        _ => null,
    };

    private static string Threads => "Threads are short: the system gives this user or container no more threads or processes. Raise the limit ('ulimit -u', or the container's of pids), or lower --parallel.";

    private static string Memory => "Memory is short: the process gets no more of it. Give it more, or lower bufferCapacity, copies or --parallel.";

    private static string Descriptors => "File descriptors are short: the process may have no more files open. Raise the limit ('ulimit -n 1024' or more), or lower --parallel.";

    private static bool AreDescriptorsShort()
    {
        try
        {
            // Two: the one that came last may have been given back.
            using var one = File.OpenHandle("/dev/null");
            using var two = File.OpenHandle("/dev/null");
            return false;
        }
        catch (IOException fault)
        {
            return fault.HResult is NoMoreFiles or NoMoreFilesAtAll;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
