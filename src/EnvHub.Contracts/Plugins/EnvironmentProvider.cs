namespace EnvHub.Contracts;

/// <summary>Environments that are found when they are asked for: those of another library, whose ids a plugin cannot list beforehand.</summary>
/// <param name="Name">Before the slash of an id, e.g. <c>gymnasium</c> in <c>gymnasium/CartPole-v1</c>.</param>
/// <param name="Summary">One sentence for lists.</param>
/// <param name="Find">The environment of an id without the provider's name, e.g. <c>CartPole-v1</c>, <c>ALE/Pong-v5</c> or
/// <c>my.module:Task-v0</c>. Says whether there is one only when its spec is asked for: it must not take long.</param>
/// <param name="List">The ids that are known now, without the provider's name; may take seconds.</param>
public sealed record EnvironmentProvider(
    string Name, string Summary, Func<string, EnvironmentRegistration> Find, Func<IReadOnlyList<string>> List);
