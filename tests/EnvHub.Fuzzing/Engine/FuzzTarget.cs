namespace EnvHub.Fuzzing;

/// <summary>A reader, and how its inputs are changed.</summary>
/// <param name="Name">Also the folder of its corpus.</param>
/// <param name="Mutator">Changes inputs.</param>
/// <param name="Read">The reader's entry point: returns, or throws a <see cref="HubException"/>; anything else is a fault.</param>
internal sealed record FuzzTarget(string Name, IMutator Mutator, Action<byte[]> Read)
{
    /// <summary>Bytes that any input may make the reader allocate, beside those in proportion to its length.</summary>
    public long Allowance { get; init; } = 8 << 20;

    /// <summary>Inputs of the run that is a test.</summary>
    public int InputsInSuite { get; init; } = 2000;

    /// <summary>More processor time for one input is a hang.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The committed inputs that everything starts from, in the order of their names.</summary>
    public IReadOnlyList<byte[]> Corpus => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", Name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    public override string ToString() => Name;
}
