using System.ComponentModel;
using System.Diagnostics;

namespace EnvHub.Setup;

/// <summary>Runs processes to their end, or ends them.</summary>
public static class ProcessRunner
{
    // A grandchild that kept the streams open must not hold us: what was read until then counts.
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(10);

    /// <summary>Runs a process with all streams redirected. Never throws for what the process does.</summary>
    /// <param name="longest">After this it is ended, with all that it started.</param>
    /// <param name="input">Its standard input.</param>
    public static ProcessResult Run(ProcessStartInfo start, TimeSpan longest, string input = "") =>
        Task.Run(() => RunAsync(start, longest, input)).GetAwaiter().GetResult();

    /// <summary>Runs a process with all streams redirected. Never throws for what the process does.</summary>
    /// <param name="longest">After this it is ended, with all that it started.</param>
    /// <param name="input">Its standard input.</param>
    /// <exception cref="OperationCanceledException">It was ended because the caller asked.</exception>
    public static Task<ProcessResult> RunAsync(
        ProcessStartInfo start, TimeSpan longest, string input = "", CancellationToken cancellation = default) =>
        RunAsync(start, longest, input, LongestDrain, cancellation);

    /// <param name="drain">How long its output is read after its end, where something that it started holds that open.</param>
    internal static async Task<ProcessResult> RunAsync(
        ProcessStartInfo start, TimeSpan longest, string input, TimeSpan drain, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(start);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        try
        {
            using var process = Process.Start(start)!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(longest);
            GatheredText output = new(process.StandardOutput), error = new(process.StandardError);
            bool hasEnded = await EndsAsync(process, input, limit.Token).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (!hasEnded) return new(null, "", $"it took longer than {longest.TotalSeconds:0} s and was ended");
            await Task.WhenAny(Task.WhenAll(output.End, error.End), Task.Delay(drain, cancellation)).ConfigureAwait(false);
            return new(process.ExitCode, output.Text, error.Text);
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            return new(null, "", fault.Message);
        }
    }

    private static async Task<bool> EndsAsync(Process process, string input, CancellationToken limit)
    {
        try
        {
            await WriteAsync(process, input, limit).ConfigureAwait(false);
            await process.WaitForExitAsync(limit).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return false;
        }
    }

    private static async Task WriteAsync(Process process, string input, CancellationToken limit)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), limit).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }
    }
}
