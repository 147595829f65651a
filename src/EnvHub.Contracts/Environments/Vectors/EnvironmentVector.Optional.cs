using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <content>What a vector environment need not have: some copies without the others, pictures, infos, generators.</content>
public sealed partial class EnvironmentVector<TObservation, TAction> : IRenderable, IInfoSource, IGeneratorSource
{
    private readonly FinalInfos _finalInfos;

    /// <inheritdoc/>
    public IReadOnlyList<RenderMode> RenderModes => _copies[0].RenderModes;

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        StepGuard.CheckActive(Spec, Count, active);
        for (int i = 0; i < Count; i++)
            if (active[i]) Restart(i, seeds, output);
        _isReset = true;
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepGuard.CheckActive(Spec, Count, active);
        for (int i = 0; i < Count; i++)
            if (active[i]) Record(i, _copies[i].Step(ReadAction(actions, i)), output);
    }

    /// <inheritdoc/>
    public RenderFrame Render(int copy, RenderMode mode)
    {
        StepGuard.CheckRender(Spec, _isReset, mode, RenderModes);
        return _copies[copy].Render(mode);
    }

    /// <inheritdoc/>
    /// <remarks>Tells <c>action_mask</c> too, where the author's info does not and the actions are discrete.</remarks>
    public JsonObject Info(int copy) => _finalInfos.With(InfoOf(copy), copy);

    /// <inheritdoc/>
    public Pcg64State GeneratorStateOf(int copy) => _copies[copy].Random.State;

    private JsonObject? InfoOf(int copy)
    {
        var info = _copies[copy].Info;
        if (!Spec.HasActionMasks || !IsDiscrete || info?.ContainsKey(ActionMask.InfoKey) == true) return info;
        var mask = new bool[_maskSize];
        _copies[copy].WriteActionMask(mask);
        info ??= [];
        info[ActionMask.InfoKey] = new JsonArray([.. mask.Select(flag => (JsonNode)(flag ? 1 : 0))]);
        return info;
    }

    private void EndEpisode(int copy, in StepBuffers output)
    {
        var final = _finalInfos.AreKept ? InfoOf(copy) : null;
        Restart(copy, [], new ResetBuffers(output.Observations, output.ActionMasks));
        _finalInfos.Set(copy, final);
    }
}
