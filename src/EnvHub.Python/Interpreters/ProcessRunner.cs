using System.ComponentModel;
using System.Diagnostics;

namespace EnvHub.Python;

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
    public static async Task<ProcessResult> RunAsync(
        ProcessStartInfo start, TimeSpan longest, string input = "", CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        try
        {
            using var process = Process.Start(start)!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(longest);
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation), error = process.StandardError.ReadToEndAsync(cancellation);
            return await WaitAsync(process, input, output, error, limit.Token).ConfigureAwait(false)
                ? new(process.ExitCode, await Text(output).ConfigureAwait(false), await Text(error).ConfigureAwait(false))
                : new(null, "", $"it took longer than {longest.TotalSeconds:0} s and was ended");
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            return new(null, "", fault.Message);
        }
    }

    private static async Task<bool> WaitAsync(Process process, string input, Task output, Task error, CancellationToken limit)
    {
        try
        {
            await WriteAsync(process, input, limit).ConfigureAwait(false);
            // Not WaitForExitAsync alone: a process is over for us when its output is, or shortly after its end.
            await process.WaitForExitAsync(limit).ConfigureAwait(false);
            await Task.WhenAny(Task.WhenAll(output, error), Task.Delay(LongestDrain, limit)).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            if (output.IsCanceled || error.IsCanceled) throw;
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

    private static async Task<string> Text(Task<string> stream) => stream.IsCompletedSuccessfully ? await stream.ConfigureAwait(false) : "";
}
