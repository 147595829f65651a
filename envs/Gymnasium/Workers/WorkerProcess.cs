using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace EnvHub.Envs.Gymnasium;

/// <summary>A Python process that speaks lines of JSON: what is said before the shared memory is there.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int LongestLine = 1 << 24;

    // A process whose pipes are closed ends at once, but on a busy machine it shows late.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), LongestFarewell = TimeSpan.FromSeconds(2);

    private readonly string _id;
    private readonly double _startTimeout;
    private readonly Process _process;
    private readonly LastLines _errors;

    /// <exception cref="HubException">EH4401, EH4403 it cannot be started.</exception>
    public WorkerProcess(string id, GymnasiumSettings settings, WorkerStarter starter)
    {
        (_id, _startTimeout) = (id, settings.StartTimeout);
        var start = WorkerPython.StartInfo(id, settings);
        try
        {
            _process = starter.Start(start);
        }
        catch (Win32Exception fault)
        {
            throw GymnasiumErrors.CannotStart(id, start.FileName, fault);
        }
        ProcessId = _process.Id;
        _errors = new LastLines(_process.StandardError.BaseStream);
    }

    public int ProcessId { get; }

    /// <summary>The pipe to the worker.</summary>
    public Stream Requests => _process.StandardInput.BaseStream;

    /// <summary>The pipe from the worker.</summary>
    public Stream Replies => _process.StandardOutput.BaseStream;

    public void Say(string line)
    {
        try
        {
            Requests.Write(Encoding.UTF8.GetBytes(line + "\n"));
            Requests.Flush();
        }
        catch (IOException)
        {
            // It is gone; the answer that does not come says so.
        }
    }

    /// <summary>The next line.</summary>
    /// <exception cref="HubException">EH4402 it refuses; EH4404 it takes too long; EH4405 it is gone; EH4410 it is no JSON object.</exception>
    public JsonObject Hear()
    {
        bool isLate = false;
        using var limit = new Timer(_ => { isLate = true; Kill(); }, null, TimeSpan.FromSeconds(_startTimeout), Timeout.InfiniteTimeSpan);
        string line = ReadLine();
        if (line.Length == 0) throw isLate ? GymnasiumErrors.StartTimedOut(_id, _startTimeout, Tail()) : Gone();
        return Parse(_id, line);
    }

    /// <summary>What a line says.</summary>
    /// <exception cref="HubException">EH4402 it refuses; EH4410 it is no JSON object.</exception>
    internal static JsonObject Parse(string id, string line)
    {
        var (answer, error) = JsonMessage.Read(line, json => (json, json["error"] is { } told ? told.GetValue<string>() : null), fault => GymnasiumErrors.BadAnswer(id, line, fault));
        return error is null ? answer : throw GymnasiumErrors.Refused(id, error);
    }

    /// <summary>The worker's end, in words.</summary>
    public HubException Gone()
    {
        string how = !_process.WaitForExit(Patience) ? "its pipes are closed"
            : _process.ExitCode > 128 ? $"signal {_process.ExitCode - 128}" : $"exit code {_process.ExitCode}";
        return GymnasiumErrors.Died(_id, how, Tail());
    }

    /// <summary>What it wrote last, for a message.</summary>
    public string Tail() => _errors.Tail(Patience);

    /// <summary>Ends it at once, with whatever it has started.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Closes its pipe, which ends it; kills it where that does not.</summary>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The pipe was broken already.
        }
        if (!_process.WaitForExit(LongestFarewell)) Kill();
        _process.WaitForExit(LongestFarewell);
        _process.Dispose();
    }

    // Nothing follows a line before the hub has answered it, so no byte is taken from what comes after.
    private string ReadLine()
    {
        var line = new MemoryStream();
        var buffer = new byte[4096];
        for (int count; line.Length < LongestLine && (count = Replies.Read(buffer)) > 0;)
        {
            line.Write(buffer, 0, count);
            if (buffer[count - 1] == '\n') return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd();
        }
        return "";
    }
}
