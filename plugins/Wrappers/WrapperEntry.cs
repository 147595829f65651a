namespace EnvHub.Plugins.Wrappers;

/// <summary>Registrations with typed options.</summary>
internal static class WrapperEntry
{
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
