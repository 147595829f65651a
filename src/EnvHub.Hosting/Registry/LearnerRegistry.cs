namespace EnvHub.Hosting;

/// <summary>The hub's learners by name.</summary>
public sealed class LearnerRegistry
{
    /// <exception cref="HubException">EH3034 a name twice.</exception>
    public LearnerRegistry(IEnumerable<LearnerRegistration> learners)
    {
        All = [.. learners];
    }

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<LearnerRegistration> All { get; }

    /// <summary>The learner of that name.</summary>
    /// <exception cref="HubException">EH3036 no such learner.</exception>
    public LearnerRegistration Find(string name) => throw new NotImplementedException();
}
