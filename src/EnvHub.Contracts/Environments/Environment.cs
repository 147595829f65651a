using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>One copy of an environment: what most authors write. The hub makes N copies of it and applies the step limit.</summary>
/// <typeparam name="TObservation">The type of the observation space's values.</typeparam>
/// <typeparam name="TAction">The type of the action space's values.</typeparam>
public abstract partial class Environment<TObservation, TAction> : IDisposable where TObservation : notnull where TAction : notnull
{
    private RandomGenerator? _random;
    private bool _hasBegun, _isRunning, _isDisposed;

    /// <exception cref="HubException">EH1106 a space of the spec holds values of another type.</exception>
    protected Environment(EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Spec = spec;
        ObservationSpace = spec.ObservationSpace as Space<TObservation>
            ?? throw ContractErrors.WrongSpaceType(spec.Id.ToString(), $"{spec.ObservationSpace}", typeof(TObservation).Name, "Give the spec a space of the observation's type.");
        ActionSpace = spec.ActionSpace as Space<TAction>
            ?? throw ContractErrors.WrongSpaceType(spec.Id.ToString(), $"{spec.ActionSpace}", typeof(TAction).Name, "Give the spec a space of the action's type.");
    }

    /// <summary>What is known of the environment.</summary>
    public EnvironmentSpec Spec { get; }

    /// <summary>What the agent sees.</summary>
    public Space<TObservation> ObservationSpace { get; }

    /// <summary>What the agent can do.</summary>
    public Space<TAction> ActionSpace { get; }

    /// <summary>The copy's own generator, Gymnasium's <c>np_random</c>: the only source of chance that an author may use.</summary>
    /// <remarks>Seeded by <see cref="Reset"/>; from fresh entropy where no seed was ever given.</remarks>
    public RandomGenerator Random => _random ??= new RandomGenerator(FreshEntropy());

    /// <summary>What the last step or reset told besides its result: Gymnasium's <c>info</c>; made anew at each call. Null for nothing.</summary>
    public virtual JsonObject? Info => null;

    /// <summary>The render modes that <see cref="Render"/> takes.</summary>
    public virtual IReadOnlyList<RenderMode> RenderModes => [];

    /// <summary>Starts a new episode.</summary>
    /// <param name="seed">Starts the generator anew; null: it goes on.</param>
    public TObservation Reset(ulong? seed = null)
    {
        if (seed is { } value) _random = new RandomGenerator(value);
        _isRunning = false;
        var observation = OnReset();
        _hasBegun = _isRunning = true;
        return observation;
    }

    /// <summary>Advances by one step.</summary>
    /// <exception cref="HubException">EH1102 the action is outside the space; EH1103 never reset; EH1104 the episode is over, or its last
    /// step or reset failed.</exception>
    public StepResult<TObservation> Step(TAction action)
    {
        if (!_isRunning) throw _hasBegun ? ContractErrors.EpisodeOver(Spec.Id.ToString()) : ContractErrors.NotReset(Spec.Id.ToString());
        if (!ActionSpace.Contains(action)) throw ContractErrors.ActionOutside(Spec.Id.ToString(), 0, SpaceText.Value(action), ActionSpace.ToString());
        _isRunning = false;
        var result = OnStep(action);
        _isRunning = !(result.Terminated || result.Truncated);
        return result;
    }

    /// <summary>A picture of the current state.</summary>
    /// <exception cref="HubException">EH1105 the mode is not among <see cref="RenderModes"/>.</exception>
    public virtual RenderFrame Render(RenderMode mode) => throw ContractErrors.RenderUnsupported(Spec.Id.ToString(), mode, RenderModes);

    /// <summary>Says which actions are possible now, where the spec has masks. All are unless an author overrides it.</summary>
    /// <param name="mask">Receives the mask, shape <c>[M]</c>: see <see cref="ActionMask"/>.</param>
    protected internal virtual void WriteActionMask(Span<bool> mask) => mask.Fill(true);

    /// <summary>Draws a start state from <see cref="Random"/> and returns what the agent sees.</summary>
    protected abstract TObservation OnReset();

    /// <summary>Applies <paramref name="action"/>, which is in the space.</summary>
    protected abstract StepResult<TObservation> OnStep(TAction action);

    /// <summary>Frees what the copy holds. May be called twice.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the copy holds; called once.</summary>
    protected virtual void Dispose(bool disposing) { }

    private static ulong FreshEntropy() => BitConverter.ToUInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
}
