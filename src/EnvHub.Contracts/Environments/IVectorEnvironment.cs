namespace EnvHub.Contracts;

/// <summary><see cref="Count"/> independent copies of one environment, stepped together: what the hub runs.</summary>
/// <remarks>A copy's trajectory depends on its own seed and actions alone, never on the number of copies.</remarks>
public interface IVectorEnvironment : IDisposable
{
    /// <summary>What is known of the environment.</summary>
    EnvironmentSpec Spec { get; }

    /// <summary>How many copies.</summary>
    int Count { get; }

    /// <summary>Starts a new episode in every copy.</summary>
    /// <param name="seeds">Shape <c>[Count]</c>: copy i's generator starts anew from seeds[i], as <c>gymnasium</c>'s <c>reset(seed=...)</c>
    /// does. Empty: each copy's generator goes on; a copy that was never seeded starts from fresh entropy.</param>
    /// <param name="output">Caller-owned; receives the first observations, shape <c>[Count, ElementSize]</c>, and where it has room for them
    /// the masks of the actions that are possible there.</param>
    /// <exception cref="HubException">EH1101 a buffer has the wrong length.</exception>
    void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output);

    /// <summary>Advances every copy by one step.</summary>
    /// <param name="actions">One per copy, each in the action space.</param>
    /// <param name="output">Caller-owned; every element is written.</param>
    /// <remarks>A copy that ends restarts in the same step: its row of <see cref="StepBuffers.Observations"/> shows the new episode,
    /// <see cref="StepBuffers.FinalObservations"/> the old one. Terminated: do not bootstrap. Truncated: do. Allocates nothing.
    /// Source: Gymnasium's <c>SAME_STEP</c> autoreset.</remarks>
    /// <exception cref="HubException">EH1101 a buffer has the wrong length; EH1102 an action is outside the space;
    /// EH1103 called before <see cref="Reset"/>. No copy has been stepped when one of these is thrown.</exception>
    void Step(in ActionBatch actions, in StepBuffers output);
}
