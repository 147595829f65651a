using System.Text.Json.Nodes;
using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.Hosting.Tests;

/// <summary>Walks with one fault each, named by the rule that must find it.</summary>
internal static class Faults
{
    private static int _made, _taken;

    /// <summary>How each is made.</summary>
    public static IReadOnlyDictionary<string, Func<WalkSettings, int, IVectorEnvironment>> All { get; } = new Dictionary<string, Func<WalkSettings, int, IVectorEnvironment>>
    {
        ["spec"] = static (settings, count) => new OtherLimit(settings, count),
        ["spaces-agree"] = static (settings, count) => new OtherSpace(settings, count),
        ["runs"] = static (settings, count) => new Throws(settings, count),
        ["finite"] = static (settings, count) => new Infinite(settings, count),
        ["observation-in-space"] = static (settings, count) => new Outside(settings, count),
        ["reward-range"] = static (settings, count) => new Generous(settings, count),
        ["reset-seed"] = static (settings, count) => new Entropy(settings, count),
        ["seed-used"] = static (settings, count) => new FixedSeed(settings, count),
        ["determinism"] = static (settings, count) => new StaticState(settings, count),
        ["generator-determinism"] = static (settings, count) => new OddDraws(settings, count),
        ["continued-reset"] = static (settings, count) => new Reseeds(settings, count),
        ["buffers-written"] = static (settings, count) => new Unwritten(settings, count),
        ["buffer-aliasing"] = static (settings, count) => new ReadsBack(settings, count),
        ["final-observation"] = static (settings, count) => new Stale(settings, count),
        ["truncation"] = static (_, count) => new Endless(count),
        ["step-after-end"] = static (settings, count) => new Leftover(settings, count),
        ["copies-independent"] = static (settings, count) => new Neighbours(settings, count),
        ["partial-step"] = static (settings, count) => new AllOrNone(settings, count),
        ["calls-refused"] = static (settings, count) => new Lenient(settings, count),
        ["action-bounds"] = static (settings, count) => new Stubborn(settings, count),
        ["action-mask"] = static (settings, count) => new OldMask(settings, count),
        ["info"] = static (settings, count) => new CostlyInfo(settings, count),
        ["render"] = static (settings, count) => new ShortPicture(settings, count),
        ["snapshot"] = static (settings, count) => new Forgetful(settings, count),
        ["allocation"] = static (settings, count) => new Wasteful(settings, count),
        ["close-twice"] = static (settings, count) => new ClosesOnce(settings, count),
    };

    // Leaves what stood in the caller's buffer.
    private sealed class OldMask(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private readonly bool[] _before = new bool[count * 3];

        protected override void Before(in ActionBatch actions, in StepBuffers output) => output.ActionMasks.CopyTo(_before);

        protected override void After(int copy, in StepBuffers output)
        {
            if (!output.ActionMasks.IsEmpty) _before.AsSpan(copy * 3, 3).CopyTo(output.ActionMasks[(copy * 3)..]);
        }
    }

    private sealed class OtherLimit(WalkSettings settings, int count) : Flawed(settings, count)
    {
        public override EnvironmentSpec Spec { get; } = Walk.Standard with { MaxEpisodeSteps = 5 };
    }

    private sealed class OtherSpace(WalkSettings settings, int count) : Flawed(settings, count)
    {
        public override EnvironmentSpec Spec { get; } = Walk.Standard with { ObservationSpace = BoxSpace.Uniform(-10 - ++_made, 10, 2) };
    }

    private sealed class Throws(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private int _steps;
        protected override void After(int copy, in StepBuffers output) => _ = ++_steps == 5 ? throw new InvalidOperationException("out of fuel") : _steps;
    }

    private sealed class Infinite(WalkSettings settings, int count) : Flawed(settings, count)
    {
        protected override void After(int copy, in StepBuffers output) => output.Rewards[copy] = double.PositiveInfinity;
    }

    private sealed class Outside(WalkSettings settings, int count) : Flawed(settings, count)
    {
        protected override void After(int copy, in StepBuffers output) =>
            (output.FinalObservations[copy * 2], output.Observations[copy * 2]) = (output.FinalObservations[copy * 2] + 11, output.Observations[copy * 2] + 11);
    }

    private sealed class Generous(WalkSettings settings, int count) : Flawed(settings, count)
    {
        protected override void After(int copy, in StepBuffers output) => output.Rewards[copy] = 5;
    }

    private sealed class Entropy(WalkSettings settings, int count) : Flawed(settings, count)
    {
        public override void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output) =>
            base.Reset([.. seeds.ToArray().Select(seed => seed + (ulong)++_made)], output);
    }

    private sealed class FixedSeed(WalkSettings settings, int count) : Flawed(settings, count)
    {
        public override void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output) => base.Reset([.. seeds.ToArray().Select(_ => 7UL)], output);
    }

    private sealed class StaticState(WalkSettings settings, int count) : Flawed(settings, count)
    {
        protected override void After(int copy, in StepBuffers output) => output.Rewards[copy] = ++_taken % 97 / 97.0;
    }

    private sealed class OddDraws(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private readonly int _instance = ++_made;
        private int _steps;
        public override Pcg64State GeneratorStateOf(int copy) => base.GeneratorStateOf(copy) with { CachedHalf = _steps == 0 ? 0 : (uint)_instance };
        protected override void After(int copy, in StepBuffers output) => _steps++;
    }

    private sealed class Reseeds(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private ulong[] _seeds = [];
        public override void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
        {
            if (!seeds.IsEmpty) _seeds = seeds.ToArray();
            base.Reset(_seeds, output);
        }
    }

    private sealed class Unwritten(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private readonly float[] _kept = new float[count * 2];
        protected override void Before(in ActionBatch actions, in StepBuffers output) => output.FinalObservations.CopyTo(_kept);
        protected override void After(int copy, in StepBuffers output) => _kept.AsSpan(copy * 2, 2).CopyTo(output.FinalObservations[(copy * 2)..]);
    }

    private sealed class ReadsBack(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private readonly float[] _read = new float[count * 2];
        protected override void Before(in ActionBatch actions, in StepBuffers output) => output.Observations.CopyTo(_read);
        protected override void After(int copy, in StepBuffers output) => output.Rewards[copy] = Math.Abs(_read[copy * 2] % 0.8f);
    }

    private sealed class Stale(WalkSettings settings, int count) : Flawed(settings, count)
    {
        protected override void After(int copy, in StepBuffers output) =>
            output.FinalObservations.Slice(copy * 2, 2).CopyTo(output.Observations[(copy * 2)..]);
    }

    private sealed class Endless(int count) : Flawed(new WalkSettings(), count);

    private sealed class Leftover(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private readonly int[] _ends = new int[count];
        protected override void After(int copy, in StepBuffers output)
        {
            if (output.Terminated[copy] || output.Truncated[copy]) _ends[copy]++;
            output.Rewards[copy] = 1.0 / (1 + _ends[copy]);
        }
    }

    private sealed class Neighbours(WalkSettings settings, int count) : Flawed(settings, count)
    {
        protected override void After(int copy, in StepBuffers output) => output.Rewards[copy] = 1.0 / (1 + copy);
    }

    private sealed class AllOrNone(WalkSettings settings, int count) : Flawed(settings, count)
    {
        public override void Step(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active) => Inner.Step(actions, output);
    }

    private sealed class Lenient(WalkSettings settings, int count) : Flawed(settings, count)
    {
        public override void Step(in ActionBatch actions, in StepBuffers output)
        {
            Span<int> clipped = stackalloc int[Count];
            for (int i = 0; i < Count; i++) clipped[i] = Math.Clamp(actions.Discrete[i], 0, 2);
            base.Step(new ActionBatch(clipped), output);
        }
    }

    private sealed class Stubborn(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private int _lows;
        protected override void Before(in ActionBatch actions, in StepBuffers output)
        {
            _lows = actions.Discrete[0] == 0 ? _lows + 1 : 0;
            if (_lows > 20) throw new HubException("EH4000", "Walk: it goes no further to the left.");
        }
    }

    private sealed class CostlyInfo(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private int _asked;
        public override JsonObject Info(int copy)
        {
            _asked++;
            return base.Info(copy);
        }
        protected override void After(int copy, in StepBuffers output) => output.Rewards[copy] = _asked > 0 ? 0 : 1;
    }

    private sealed class ShortPicture(WalkSettings settings, int count) : Flawed(settings, count)
    {
        public override RenderFrame Render(int copy, RenderMode mode) => mode == RenderMode.Ansi ? base.Render(copy, mode) : new("", 4, 3, new byte[24]);
    }

    private sealed class Forgetful(WalkSettings settings, int count) : Flawed(settings, count), ISnapshotEnvironment
    {
        private readonly int[] _steps = new int[count];
        public bool CanSnapshot => true;
        public void Snapshot(ICheckpointWriter writer) => Inner.Snapshot(writer);
        public void Restore(ICheckpointReader reader) => Inner.Restore(reader);
        public override void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
        {
            base.Reset(seeds, output);
            Array.Clear(_steps);
        }
        public override void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
        {
            base.Reset(seeds, output, active);
            for (int i = 0; i < Count; i++)
                if (active[i]) _steps[i] = 0;
        }
        protected override void After(int copy, in StepBuffers output)
        {
            output.Rewards[copy] = 1.0 / ++_steps[copy];
            if (output.Terminated[copy] || output.Truncated[copy]) _steps[copy] = 0;
        }
    }

    private sealed class Wasteful(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private byte[] _last = [];
        protected override void After(int copy, in StepBuffers output) => _last = new byte[32 + _last.Length % 2];
    }

    private sealed class ClosesOnce(WalkSettings settings, int count) : Flawed(settings, count)
    {
        private bool _isClosed;
        public override void Dispose()
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _isClosed = true;
            base.Dispose();
        }
    }
}
