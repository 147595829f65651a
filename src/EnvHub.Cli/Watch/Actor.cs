namespace EnvHub.Cli;

/// <summary>Writes the next action of the one copy into its arena.</summary>
internal delegate void Actor(StepArena arena);
