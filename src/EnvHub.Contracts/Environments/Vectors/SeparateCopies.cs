using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>N vectors of one copy each, stepped as one vector: any of them can be stepped while the others wait.</summary>
public sealed partial class SeparateCopies : IPartialVectorEnvironment, IRenderable, IInfoSource, IGeneratorSource, IMetricSource
{
    private readonly IVectorEnvironment[] _copies;
    private readonly int _actionSize;
    private bool _isReset;

    /// <param name="create">Makes that many copies; called <paramref name="count"/> times with 1.</param>
    /// <param name="count">Copies; at least 1.</param>
    /// <exception cref="HubException">EH1100 fewer than one copy.</exception>
    public SeparateCopies(Func<int, IVectorEnvironment> create, int count)
    {
        ArgumentNullException.ThrowIfNull(create);
        if (count < 1) throw ContractErrors.BadCopies("SeparateCopies", count);
        _copies = new IVectorEnvironment[count];
        CreateAll(create);
        Spec = _copies[0].Spec;
        _actionSize = Spec.ActionSpace is DiscreteSpace ? 0 : Spec.ActionSpace.ElementSize;
    }

    /// <summary>Copies that can be stepped apart: what <paramref name="create"/> makes where it can, else one vector per copy.</summary>
    /// <exception cref="HubException">EH1100 fewer than one copy.</exception>
    public static IPartialVectorEnvironment Of(Func<int, IVectorEnvironment> create, int count)
    {
        ArgumentNullException.ThrowIfNull(create);
        var together = create(count);
        if (together is IPartialVectorEnvironment { CanStepApart: true } partial) return partial;
        together.Dispose();
        return new SeparateCopies(create, count);
    }

    /// <inheritdoc/>
    public EnvironmentSpec Spec { get; }

    /// <inheritdoc/>
    public int Count => _copies.Length;

    /// <inheritdoc/>
    public IReadOnlyList<RenderMode> RenderModes => (_copies[0] as IRenderable)?.RenderModes ?? [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> Counters => _copies.OfType<IMetricSource>().SelectMany(copy => copy.Counters)
        .GroupBy(counter => counter.Key, counter => counter.Value).ToDictionary(counter => counter.Key, counter => counter.Sum());

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        for (int i = 0; i < Count; i++) ResetOne(i, seeds, output);
        _isReset = true;
    }

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        StepGuard.CheckActive(Spec, Count, active);
        for (int i = 0; i < Count; i++)
            if (active[i]) ResetOne(i, seeds, output);
        _isReset = true;
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        if (_actionSize == 0) StepGuard.CheckDiscrete(Spec, Count, _isReset, actions, output);
        else StepGuard.CheckElements(Spec, Count, _isReset, actions, output);
        for (int i = 0; i < Count; i++) StepOne(i, actions, output);
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepGuard.CheckActive(Spec, Count, active);
        StepGuard.CheckPartial(Spec, _isReset, active, actions, output);
        for (int i = 0; i < Count; i++)
            if (active[i]) StepOne(i, actions, output);
    }

    /// <inheritdoc/>
    public RenderFrame Render(int copy, RenderMode mode) => _copies[copy] is IRenderable shown
        ? shown.Render(0, mode)
        : throw ContractErrors.RenderUnsupported(Spec.Id.ToString(), mode, []);

    /// <inheritdoc/>
    public JsonObject Info(int copy) => (_copies[copy] as IInfoSource)?.Info(0) ?? [];

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1120 the environment does not show its generators.</exception>
    public Pcg64State GeneratorStateOf(int copy) => _copies[copy] is IGeneratorSource source
        ? source.GeneratorStateOf(0)
        : throw ContractErrors.NoGenerator(Spec.Id.ToString());

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var copy in _copies) copy.Dispose();
    }

    private void CreateAll(Func<int, IVectorEnvironment> create)
    {
        int made = 0;
        try
        {
            for (; made < _copies.Length; made++) _copies[made] = create(1);
        }
        catch
        {
            while (made > 0) _copies[--made].Dispose();
            throw;
        }
    }

    private void ResetOne(int copy, ReadOnlySpan<ulong> seeds, in ResetBuffers output) =>
        _copies[copy].Reset(seeds.IsEmpty ? [] : seeds.Slice(copy, 1), output.Rows(copy, 1, Count));

    private void StepOne(int copy, in ActionBatch actions, in StepBuffers output)
    {
        var action = _actionSize == 0 ? new ActionBatch(actions.Discrete.Slice(copy, 1)) : new ActionBatch(actions.Elements.Slice(copy * _actionSize, _actionSize));
        _copies[copy].Step(action, output.Rows(copy, 1));
    }
}
