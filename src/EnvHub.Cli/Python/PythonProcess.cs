using System.ComponentModel;
using System.Diagnostics;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>A running Python program of ours. It computes as NumPy 2 does (NEP 50), without the vector instructions whose sines and
/// cosines round otherwise than the C library's: what results are compared with must not depend on the processor.</summary>
internal sealed class PythonProcess : IDisposable
{
    private const int KeptLines = 40;

    private readonly Process _process;
    private readonly Timer _alarm;
    private readonly Queue<string> _errors = new();
    private readonly PythonOrder _order;
    private volatile bool _isLate;

    private PythonProcess(Process process, PythonOrder order)
    {
        (_process, _order) = (process, order);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        _alarm = new Timer(_ => End(isLate: true), null, order.Longest, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What it writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <exception cref="HubException">EH5010 it cannot be started.</exception>
    public static PythonProcess Start(PythonInterpreter python, PythonOrder order)
    {
        var start = python.StartInfo("-c", EmbeddedProgram.Read("guard.py") + EmbeddedProgram.Read(order.Program), order.Argument.ToJsonString());
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        python.ComputeAsNumPy2(start);
        // Drawing must need no screen.
        start.Environment["SDL_VIDEODRIVER"] = "dummy";
        if (order.ModuleFolder is { } folder) PythonInterpreter.LookFirstIn(Path.GetFullPath(folder), start);
        try
        {
            return new(Process.Start(start)!, order);
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            throw CliErrors.PythonFailed(order.Program, fault.Message);
        }
    }

    /// <summary>Everything that it prints until it ends.</summary>
    /// <exception cref="HubException">EH5010 it failed; EH5011 it took too long.</exception>
    public string ReadToEnd()
    {
        string text = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        if (_isLate || _process.ExitCode != 0) throw Failure();
        return text;
    }

    /// <summary>Why its output stopped; waits until it has ended.</summary>
    public HubException Failure()
    {
        _process.WaitForExit();
        string errors;
        lock (_errors) errors = string.Join('\n', _errors);
        return _isLate
            ? CliErrors.PythonLate(_order.Program, _order.Longest, errors)
            : CliErrors.PythonFailed(_order.Program, errors.Length > 0 ? errors : $"exit code {_process.ExitCode}");
    }

    /// <summary>Ends it and what it started; its output stops.</summary>
    public void Stop() => End(isLate: false);

    /// <summary>Ends it and what it started.</summary>
    public void Dispose()
    {
        End(isLate: false);
        _alarm.Dispose();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void End(bool isLate)
    {
        try
        {
            if (_process.HasExited) return;
            _isLate = isLate;
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in between.
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_errors)
        {
            _errors.Enqueue(line);
            if (_errors.Count > KeptLines) _errors.Dequeue();
        }
    }
}
