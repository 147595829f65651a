using System.Diagnostics.CodeAnalysis;

namespace EnvHub.Hosting;

/// <summary>A stage of an arm in hub.json.</summary>
public sealed record StageOptions : LearningOptions
{
    /// <summary>A stage without a name yet.</summary>
    public StageOptions() { }

    /// <summary>A stage that learns as <paramref name="other"/> says.</summary>
    [SetsRequiredMembers]
    internal StageOptions(string name, LearningOptions other) : base(other) => Name = name;

    /// <summary>Unique within the arm.</summary>
    public required string Name { get; init; }
}
