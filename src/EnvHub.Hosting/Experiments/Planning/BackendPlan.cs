namespace EnvHub.Hosting;

/// <summary>A network backend, resolved.</summary>
/// <param name="Registration">What makes it.</param>
/// <param name="Options">Of its options type, checked.</param>
internal sealed record BackendPlan(NetworkBackendRegistration Registration, object Options);
