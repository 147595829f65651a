namespace EnvHub.Contracts;

/// <summary>How the hub puts a wrapper around an environment.</summary>
/// <param name="Name">The name that users write, Gymnasium's where it has one, e.g. <c>FrameStack</c>.</param>
/// <param name="Summary">One sentence for lists.</param>
/// <param name="OptionsType">A record as <see cref="EnvironmentRegistration.SettingsType"/>, which need not be an <see cref="EnvironmentSettings"/>.</param>
/// <param name="Describe">The spec that the wrapper gives for the spec it stands around.</param>
/// <param name="Wrap">Makes that many wrapped copies. The first argument makes copies of what is inside: all at once, or one by one where
/// the wrapper must step one copy without the others.</param>
public sealed record WrapperRegistration(
    string Name, string Summary, Type OptionsType, Func<EnvironmentSpec, object, EnvironmentSpec> Describe,
    Func<Func<int, IVectorEnvironment>, int, object, IVectorEnvironment> Wrap)
{
    /// <summary>Why the wrapper cannot stand around an environment, in a sentence; null if it can. Asked before <see cref="Describe"/>,
    /// when the hub's configuration is checked.</summary>
    public Func<EnvironmentSpec, object, string?> Refusal { get; init; } = static (_, _) => null;

    /// <summary>Whether the wrapper must step some copies while others wait: the hub then gives it copies that can, see
    /// <see cref="SeparateCopies"/>.</summary>
    public bool StepsCopiesApart { get; init; }

    /// <summary>Whether the wrapper changes rewards and nothing else: evaluation does without it, so that returns stay comparable.</summary>
    public bool ChangesRewardsOnly { get; init; }

    /// <summary>A registration with typed options.</summary>
    /// <param name="describe">The spec that the wrapper gives.</param>
    /// <param name="wrap">Makes wrapped copies; see <see cref="Wrap"/>.</param>
    /// <param name="refusal">Why it cannot stand around an environment, in a sentence; null if it can.</param>
    public static WrapperRegistration Of<TOptions>(
        string name, string summary, Func<EnvironmentSpec, TOptions, EnvironmentSpec> describe,
        Func<Func<int, IVectorEnvironment>, int, TOptions, IVectorEnvironment> wrap, Func<EnvironmentSpec, TOptions, string?>? refusal = null)
        where TOptions : class, new() => new(
            name, summary, typeof(TOptions), (spec, options) => describe(spec, (TOptions)options),
            (create, count, options) => wrap(create, count, (TOptions)options))
        {
            Refusal = (spec, options) => refusal?.Invoke(spec, (TOptions)options),
        };
}
