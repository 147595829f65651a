using System.Text;

namespace EnvHub.Hosting;

/// <summary>A trial's checkpoints: writes them when they are due, and finds the last good one.</summary>
/// <remarks>Whether one is written, when, and whether that succeeds changes nothing that the trial computes.</remarks>
internal sealed class TrialCheckpoints
{
    private const string TrialName = "trial";

    private readonly TrialProgress _progress;
    private readonly CheckpointOptions _options;
    private readonly CheckpointFolder _files;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly byte[] _key;
    private CheckpointClock _clock;
    private bool _hasFailed;

    /// <param name="folder">The trial's.</param>
    public TrialCheckpoints(TrialProgress progress, string folder)
    {
        (_progress, _options) = (progress, progress.Trial.Checkpoint);
        _files = new CheckpointFolder(folder, _options.Keep);
        // Configuration, seed and code: a checkpoint goes on only as what it began as.
        _key = Encoding.UTF8.GetBytes(progress.Trial.Key ?? StageKey.Of(progress.Trial));
        _clock = new CheckpointClock(_options, _time, 0);
    }

    /// <summary>Puts <paramref name="training"/> where the last good checkpoint left it; does nothing where there is none.</summary>
    /// <exception cref="HubException">The checkpoint is good, and the learner or an environment does not take it.</exception>
    public void Restore(Training training)
    {
        using var last = OpenLast();
        if (last is null) return;
        training.Load(last);
        _clock = new CheckpointClock(_options, _time, training.Loop.Steps);
        long restarted = training.Loop.Tasks.Sum(task => task.RestartedEpisodes);
        _progress.Tell(FormattableString.Invariant($"resumed at step {training.Loop.Steps} of {_progress.Trial.Rounds * _progress.Trial.Stage.Copies}")
            + (restarted == 0 ? "" : FormattableString.Invariant($"; {restarted} {(restarted == 1 ? "episode" : "episodes")} began anew, for environments of Python, and others without snapshots, cannot be put back")));
    }

    /// <summary>Writes one if it is due. To be called between rounds.</summary>
    public void Offer(Training training)
    {
        if (_clock.IsDue(training.Loop.Steps)) Write(training);
    }

    /// <summary>Writes one now. One that cannot be written is told of; training goes on.</summary>
    public void Write(Training training)
    {
        if (!_options.Enabled || !training.CanSave) return;
        long begin = _time.GetTimestamp();
        try
        {
            _files.Write(training.Loop.Steps, writer =>
            {
                writer.Write<byte>(TrialName, _key);
                training.Save(writer);
            });
            if (_hasFailed) _progress.Tell("checkpoints are written again");
            _hasFailed = false;
        }
        catch (Exception fault)   // a full disk as well as a plugin: neither is a reason to lose what is in working memory
        {
            // Once, not every minute.
            if (!_hasFailed) _progress.Tell($"a checkpoint could not be written, training goes on: {fault.Message}");
            _hasFailed = true;
        }
        _clock.Restart(training.Loop.Steps, _time.GetElapsedTime(begin));
    }

    /// <summary>Removes them: the trial's record is complete.</summary>
    public void Clear()
    {
        try
        {
            _files.Clear();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _progress.Tell($"its checkpoints could not be removed: {fault.Message}");
        }
    }

    private CheckpointFileReader? OpenLast()
    {
        foreach (string file in _files.Files)
            try
            {
                return Open(file);
            }
            catch (Exception fault) when (fault is HubException or IOException or UnauthorizedAccessException)
            {
                _files.PassOver(file);
                _progress.Tell($"{fault.Message} {(file == _files.Files[^1] ? "The trial begins anew." : "The one before it is used.")}");
            }
        return null;
    }

    private CheckpointFileReader Open(string file)
    {
        var reader = new CheckpointFileReader(file);
        byte[] key = new byte[reader.Names.Contains(TrialName) ? reader.LengthOf(TrialName) : 0];
        if (key.Length > 0) reader.Read<byte>(TrialName, key);
        if (key.AsSpan().SequenceEqual(_key)) return reader;
        reader.Dispose();
        throw HostingErrors.CheckpointOfAnother(file, _progress.Trial.Name);
    }
}
