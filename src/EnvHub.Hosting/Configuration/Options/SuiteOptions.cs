using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>A suite in hub.json: tasks, families of tasks, or both.</summary>
public sealed record SuiteOptions : IValidatableObject
{
    /// <summary>In the order in which learners number them. A text like <c>CartPole-v1 with length in [0.25, 2], force sign random</c> is a
    /// family. Default: none.</summary>
    public IReadOnlyList<TaskOptions> Tasks { get; init; } = [];

    /// <summary>Families of tasks, which follow the tasks. Default: none.</summary>
    public IReadOnlyList<FamilyOptions> Families { get; init; } = [];

    /// <summary>The tasks that are no families in words.</summary>
    [JsonIgnore]
    public IEnumerable<TaskOptions> SingleTasks => Tasks.Where(task => !FamilyText.IsFamily(task));

    /// <summary>All families, those in words read; a text that cannot be read is left out.</summary>
    [JsonIgnore]
    public IEnumerable<FamilyOptions> AllFamilies =>
        Tasks.Concat(Families).Select(task => FamilyText.IsFamily(task) ? FamilyText.Read(task, "", []) : task as FamilyOptions).OfType<FamilyOptions>();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Tasks.Count + Families.Count == 0) yield return new Refused("at least one task or family", "Add one.", nameof(Tasks));
    }
}
