using System.Diagnostics;
using System.Text.Json.Nodes;

namespace EnvHub.Envs.Gymnasium;

/// <summary>A worker in a process of its own: asks it through shared memory and waits for its answers.</summary>
internal sealed class Worker : IWorker
{
    // Six beats; and how long to sleep at the doorbell before the clock is looked at again.
    private static readonly TimeSpan LongestBeat = TimeSpan.FromSeconds(3), Look = TimeSpan.FromMilliseconds(200);

    private readonly string _id;
    private readonly int _copies;
    private readonly GymnasiumSettings _settings;
    private readonly WorkerProcess _process;
    private SharedRegion? _region;
    private Doorbell? _doorbell;
    private long _asked;
    private bool _isAsked;

    /// <summary>Starts the process and tells it what to make; returns before that is made.</summary>
    public Worker(string id, int copies, GymnasiumSettings settings, WorkerStarter starter)
    {
        (_id, _copies, _settings) = (id, copies, settings);
        _process = new WorkerProcess(id, settings, starter);
        _process.Say(MakeRequest.Of(id, settings));
    }

    /// <summary>The number that the vector gives its first copy, for messages.</summary>
    public int First { get; init; }

    /// <summary>The memory; there once <see cref="Map"/> has returned.</summary>
    public SharedRegion Region => _region!;

    public int ProcessId => _process.ProcessId;

    /// <summary>Waits for the worker's description of its environment.</summary>
    public WorkerSpec ReadSpec() => WorkerSpec.Read(_id, _process.Hear());

    /// <summary>Makes the memory and tells the worker where it is; returns before all copies are made.</summary>
    public void Map(WorkerSpec spec, TimeSpan spin)
    {
        _region = SharedRegion.Create(spec.Layout(_copies));
        _doorbell = new Doorbell(_region, DoorbellSide.Caller, _process.Requests, _process.Replies, spin);
        _process.Say(new JsonObject { ["map"] = _region.Path, ["spinMicroseconds"] = (int)spin.TotalMicroseconds }.ToJsonString());
    }

    /// <summary>Waits until all copies are made.</summary>
    public void Ready()
    {
        _process.Hear();
        Region.Unlink();
    }

    /// <summary>Asks; <see cref="Wait"/> must follow.</summary>
    public void Ask(SharedCommand command, SharedModifiers modifiers = SharedModifiers.None, int argument = 0)
    {
        (Region.Command, Region.Modifiers, Region.Argument) = (command, modifiers, argument);
        _asked = _settings.Clock.GetTimestamp();
        _isAsked = true;
        try
        {
            _doorbell!.Ring();
        }
        catch (IOException)
        {
            // It is gone; the wait says so.
        }
    }

    /// <summary>Waits for the answer.</summary>
    /// <returns>Null if all went well, else what went wrong; the worker is of no more use then.</returns>
    public HubException? Wait()
    {
        if (!_isAsked) return null;
        _isAsked = false;
        return WaitForAnswer() switch
        {
            DoorbellResult.Closed => _process.Gone(),
            DoorbellResult.TimedOut => Late(),
            _ when Region.Status == SharedStatus.Done => null,
            _ => GymnasiumErrors.Failed(_id, Region.FaultyCopy < 0 ? -1 : First + Region.FaultyCopy, Region.ReplyText),
        };
    }

    /// <summary>Ends the process at once.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks the process to end, so that all workers of a vector end side by side; <see cref="Dispose"/> follows.</summary>
    public void Farewell()
    {
        if (_doorbell is not null) Ask(SharedCommand.Close);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        _region?.Dispose();
    }

    // From the question on: workers that hang side by side are late together.
    private DoorbellResult WaitForAnswer()
    {
        while (true)
        {
            var left = TimeSpan.FromSeconds(_settings.StepTimeout) - _settings.Clock.GetElapsedTime(_asked);
            bool isLast = left <= Look;
            var result = _doorbell!.Wait(!isLast ? Look : left > TimeSpan.Zero ? left : TimeSpan.Zero);
            if (isLast || result != DoorbellResult.TimedOut) return result;
        }
    }

    private HubException Late()
    {
        // Who goes on with a fresh worker does not wait to know why.
        bool? isBeating = _settings.OnFailure == FailurePolicy.Fail ? IsBeating() : null;
        _process.Kill();
        return GymnasiumErrors.StepTimedOut(_id, _settings.StepTimeout, isBeating, _process.Tail());
    }

    private bool IsBeating()
    {
        int last = Region.Heartbeat;
        for (long start = Stopwatch.GetTimestamp(); Region.Heartbeat == last; Thread.Sleep(10))
            if (Stopwatch.GetElapsedTime(start) > LongestBeat) return false;
        return true;
    }
}
