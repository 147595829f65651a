namespace EnvHub.Contracts;

/// <summary>A vector environment that can step some of its copies while the others wait.</summary>
public interface IPartialVectorEnvironment : IVectorEnvironment
{
    /// <summary>False for a wrapper around an environment that cannot.</summary>
    bool CanStepApart => true;

    /// <summary><see cref="IVectorEnvironment.Reset"/> of the active copies; the others' rows are left as they are.</summary>
    /// <param name="active">Shape <c>[Count]</c>.</param>
    void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active);

    /// <summary><see cref="IVectorEnvironment.Step"/> of the active copies; the others' actions are not looked at, their rows are left
    /// as they are.</summary>
    /// <param name="active">Shape <c>[Count]</c>.</param>
    void Step(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active);
}
