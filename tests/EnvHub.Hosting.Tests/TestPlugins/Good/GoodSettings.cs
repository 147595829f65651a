using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed record GoodSettings : EnvironmentSettings;
