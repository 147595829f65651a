using System.Text.Json.Nodes;

namespace EnvHub.Plugins.Wrappers;

/// <summary>Truncates episodes after a number of steps. A limit inside stays: the smaller one holds.</summary>
/// <remarks>Source: Gymnasium's <c>TimeLimit</c>. Differs: the limit has a default, 1000.</remarks>
public sealed class TimeLimit : WrapperVector
{
    private readonly int _limit;
    private readonly int[] _steps;
    private readonly bool[] _restarts;

    // Null until somebody asks; what is inside does not know that an episode ended here, so its info is kept here.
    private JsonObject?[]? _finalInfos;

    /// <param name="inner">Disposed with this; see <see cref="SeparateCopies.Of"/>.</param>
    public TimeLimit(IPartialVectorEnvironment inner, TimeLimitOptions options) : base(inner, Describe(inner?.Spec!, options))
    {
        (_limit, _steps, _restarts) = (options.MaxEpisodeSteps, new int[Count], new bool[Count]);
    }

    /// <summary>The spec with the smaller limit.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, TimeLimitOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        return spec with { MaxEpisodeSteps = Math.Min(spec.MaxEpisodeSteps ?? int.MaxValue, options.MaxEpisodeSteps) };
    }

    /// <inheritdoc/>
    public override JsonObject Info(int copy)
    {
        _finalInfos ??= new JsonObject?[Count];
        var info = base.Info(copy);
        if (_finalInfos[copy] is { } final) info["final_info"] = final.DeepClone();
        return info;
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        archive.Array<int>("steps", _steps);
    }

    /// <inheritdoc/>
    protected override void OnRestored() => _finalInfos?.AsSpan().Clear();

    /// <inheritdoc/>
    protected override void OnReset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        ResetInner(seeds, output, active);
        for (int i = 0; i < Count; i++)
        {
            if (!IsActive(active, i)) continue;
            _steps[i] = 0;
            _finalInfos?[i] = null;
        }
    }

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepInner(actions, output, active);
        bool anyRestarts = false;
        for (int i = 0; i < Count; i++)
        {
            _restarts[i] = false;
            if (!IsActive(active, i)) continue;
            _finalInfos?[i] = null;
            bool endedInside = output.Terminated[i] | output.Truncated[i], isAtLimit = ++_steps[i] >= _limit;
            output.Truncated[i] |= isAtLimit;
            if (endedInside | isAtLimit) _steps[i] = 0;
            if (!isAtLimit || endedInside) continue;
            anyRestarts = _restarts[i] = true;
            _finalInfos?[i] = base.Info(i);
        }
        if (anyRestarts) InnerApart.Reset([], new ResetBuffers(output.Observations, output.ActionMasks), _restarts);
    }
}
