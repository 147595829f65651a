namespace EnvHub.Hosting;

/// <summary>A wrapper of a task, resolved.</summary>
/// <param name="Registration">Who makes it.</param>
/// <param name="Options">Of the registration's options type, checked.</param>
public sealed record WrapperPlan(WrapperRegistration Registration, object Options);
