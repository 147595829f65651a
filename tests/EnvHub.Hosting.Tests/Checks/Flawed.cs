using System.Text.Json.Nodes;
using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.Hosting.Tests;

/// <summary>A walk that a derived class breaks in one place.</summary>
internal abstract class Flawed(WalkSettings settings, int count) : IPartialVectorEnvironment, IInfoSource, IGeneratorSource, IRenderable
{
    protected EnvironmentVector<float[], long> Inner { get; } = new(() => new Walk(Walk.Standard), count, settings);

    public virtual EnvironmentSpec Spec => Inner.Spec;

    public int Count => Inner.Count;

    public virtual IReadOnlyList<RenderMode> RenderModes => Inner.RenderModes;

    public virtual void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output) => Inner.Reset(seeds, output);

    public virtual void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active) => Inner.Reset(seeds, output, active);

    public virtual void Step(in ActionBatch actions, in StepBuffers output)
    {
        Before(actions, output);
        Inner.Step(actions, output);
        for (int i = 0; i < Count; i++) After(i, output);
    }

    public virtual void Step(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        Before(actions, output);
        Inner.Step(actions, output, active);
        for (int i = 0; i < Count; i++)
            if (active[i]) After(i, output);
    }

    public virtual JsonObject Info(int copy) => Inner.Info(copy);

    public virtual Pcg64State GeneratorStateOf(int copy) => Inner.GeneratorStateOf(copy);

    public virtual RenderFrame Render(int copy, RenderMode mode) => Inner.Render(copy, mode);

    public virtual void Dispose() => Inner.Dispose();

    protected virtual void Before(in ActionBatch actions, in StepBuffers output) { }

    protected virtual void After(int copy, in StepBuffers output) { }
}
