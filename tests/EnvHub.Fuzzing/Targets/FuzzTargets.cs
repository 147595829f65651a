namespace EnvHub.Fuzzing;

/// <summary>Every reader of what a person, another program or a crash may have touched.</summary>
internal static class FuzzTargets
{
    private static readonly TextMutator Text = new();

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("hub", Text, ConfigurationReaders.Hub) { InputsInSuite = 500 },
        new("plugin", Text, ConfigurationReaders.Plugin),
        // As many members as it may ask for are planned: what that takes is in proportion to what was asked.
        new("family", Text, ConfigurationReaders.Family) { InputsInSuite = 500, Longest = TimeSpan.FromSeconds(20), Allowance = 1L << 30 },
        new("assignments", Text, ConfigurationReaders.Assignments) { InputsInSuite = 1000 },
        new("safetensors", new SafeTensorsMutator(), FileReaders.SafeTensors),
        new("checkpoint", new CheckpointMutator(), FileReaders.Checkpoint),
        new("config", Text, RecordReaders.Config) { InputsInSuite = 1000 },
        new("experiment", Text, RecordReaders.Experiment) { InputsInSuite = 500 },
        new("result", Text, RecordReaders.Result) { InputsInSuite = 1000 },
        new("metrics", Text, RecordReaders.Metrics),
        new("stage", Text, RecordReaders.Stage),
        // One number stands for the bounds of a whole picture.
        new("bridge", Text, MessageReaders.Bridge) { Allowance = 256 << 20 },
        new("socket", Text, MessageReaders.Socket) { Allowance = 64 << 20, InputsInSuite = 1000 },
        new("package", new ByteMutator(), FileReaders.Package) { InputsInSuite = 1000 },
        new("region", new RegionMutator(), FileReaders.Region) { InputsInSuite = 1000 },
    ];
}
