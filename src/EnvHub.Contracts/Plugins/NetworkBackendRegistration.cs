namespace EnvHub.Contracts;

/// <summary>How the hub makes a network backend.</summary>
/// <param name="Name">The name that users write, e.g. <c>embedded</c>.</param>
/// <param name="Summary">One sentence for lists.</param>
/// <param name="OptionsType">A record as <see cref="LearnerRegistration.OptionsType"/>, such as which device; <see cref="NoOptions"/> for none.</param>
/// <param name="Create">Makes the backend.</param>
public sealed record NetworkBackendRegistration(string Name, string Summary, Type OptionsType, Func<object, INetworkBackend> Create)
{
    /// <summary>Why the backend cannot be had on this machine with these options, in a sentence that says what to type; null if it can. Asked when the hub's
    /// configuration is checked.</summary>
    public Func<object, string?> Refusal { get; init; } = static _ => null;

    /// <summary>How a process must be started so that the backend runs in it; null where this one will do. Asked before a process makes the backend, if
    /// <see cref="Refusal"/> has nothing against it.</summary>
    public Func<object, LoaderRoom?> Room { get; init; } = static _ => null;

    /// <summary>What computes beside the plugin's own files, such as a native library's version and the kind of device: other software, other bits.</summary>
    public Func<object, IReadOnlyList<string>> Software { get; init; } = static _ => [];

    /// <summary>The backend with its default options.</summary>
    public INetworkBackend CreateWithDefaults() => Create(Activator.CreateInstance(OptionsType)!);

    /// <summary>A registration with typed options.</summary>
    /// <param name="create">Makes the backend.</param>
    public static NetworkBackendRegistration Of<TOptions>(string name, string summary, Func<TOptions, INetworkBackend> create) where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(create);
        return new(name, summary, typeof(TOptions), options => create((TOptions)options));
    }
}
