using System.Security.Cryptography;
using EnvHub.Numerics;

namespace EnvHub.Plugins.Wrappers;

/// <summary>Takes the last action again, in place of the one that is given, with some probability. Where the environment says which actions are
/// possible, one that no longer is is not taken again: then the given one is.</summary>
/// <remarks>Source: Machado et al. (2018), section 5.2; Gymnasium's <c>StickyAction</c>. Differs: the draws come from a stream of the
/// wrapper's own per copy, derived from the copy's seed, where Gymnasium draws from the environment's generator; so the environment
/// starts its episodes as without the wrapper. The range of durations is two options there written as a pair.</remarks>
public sealed class StickyAction : WrapperVector
{
    private readonly StickyActionOptions _options;
    private readonly RandomGenerator?[] _random;
    private readonly int[] _discrete, _repeatsLeft;
    private readonly float[] _elements;
    private readonly bool[] _hasLast, _masks, _finalMasks;   // the masks: shape [N, M], of what is acted on next
    private readonly float[] _action;

    /// <param name="inner">Disposed with this.</param>
    public StickyAction(IVectorEnvironment inner, StickyActionOptions options) : base(inner, inner?.Spec!)
    {
        ArgumentNullException.ThrowIfNull(options);
        bool isDiscrete = Spec.ActionSpace is DiscreteSpace;
        (_options, _random, _hasLast, _repeatsLeft) = (options, new RandomGenerator[Count], new bool[Count], new int[Count]);
        (_discrete, _elements) = (new int[isDiscrete ? Count : 0], new float[isDiscrete ? 0 : Count * Spec.ActionSpace.ElementSize]);
        int flags = Count * StepGuard.MaskSizeOf(Spec);
        (_masks, _finalMasks, _action) = (new bool[flags], new bool[flags], new float[Spec.ActionSpace.ElementSize]);
    }

    /// <summary>The generator of a copy of that seed.</summary>
    internal static RandomGenerator GeneratorOf(ulong seed) => new RandomStreams(seed).Generator("sticky action");

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        archive.Generators("random", _random);
        archive.Array<int>("discrete", _discrete);
        archive.Array<float>("elements", _elements);
        archive.Array<bool>("hasLast", _hasLast);
        archive.Array<int>("repeatsLeft", _repeatsLeft);
        if (_masks.Length > 0) archive.Array<bool>("masks", _masks);
    }

    /// <inheritdoc/>
    protected override void OnReset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        ResetInner(seeds, new ResetBuffers(output.Observations, _masks), active);
        MaskedActions.Copy(_masks, output.ActionMasks, active, Count);
        for (int i = 0; i < Count; i++)
        {
            if (!IsActive(active, i)) continue;
            if (!seeds.IsEmpty) _random[i] = GeneratorOf(seeds[i]);
            _random[i] ??= GeneratorOf(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));
            Forget(i);
        }
    }

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        bool isDiscrete = _discrete.Length > 0;
        int size = _elements.Length / Count;
        for (int i = 0; i < Count; i++)
        {
            if (!IsActive(active, i) || (Sticks(i) && IsLastPossible(i))) continue;
            if (isDiscrete) _discrete[i] = actions.Discrete[i];
            else actions.Elements.Slice(i * size, size).CopyTo(_elements.AsSpan(i * size));
            _hasLast[i] = true;
        }
        StepInner(Last, MaskedActions.With(output, _masks, _finalMasks), active);
        MaskedActions.Copy(_masks, output.ActionMasks, active, Count);
        MaskedActions.Copy(_finalMasks, output.FinalActionMasks, active, Count);
        for (int i = 0; i < Count; i++)
            if (IsActive(active, i) && (output.Terminated[i] | output.Truncated[i])) Forget(i);
    }

    private ActionBatch Last => _discrete.Length > 0 ? new(_discrete) : new(_elements);

    private bool IsLastPossible(int copy) => MaskedActions.IsPossible(Spec, _masks, Last, copy, _action);

    private bool Sticks(int copy)
    {
        if (_repeatsLeft[copy] == 0)
        {
            if (!_hasLast[copy] || _random[copy]!.NextDouble() >= _options.Probability) return false;
            _repeatsLeft[copy] = (int)_random[copy]!.Integers(_options.Duration, (_options.LongestDuration ?? _options.Duration) + 1L);
        }
        _repeatsLeft[copy]--;
        return true;
    }

    private void Forget(int copy) => (_hasLast[copy], _repeatsLeft[copy]) = (false, 0);
}
