namespace EnvHub.Contracts;

/// <summary>How the hub makes a network backend.</summary>
/// <param name="Name">The name that users write, e.g. <c>embedded</c>.</param>
/// <param name="Summary">One sentence for lists.</param>
/// <param name="Create">Makes the backend.</param>
public sealed record NetworkBackendRegistration(string Name, string Summary, Func<INetworkBackend> Create);
