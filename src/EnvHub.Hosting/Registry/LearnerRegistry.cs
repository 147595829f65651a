namespace EnvHub.Hosting;

/// <summary>The hub's learners by name.</summary>
public sealed class LearnerRegistry
{
    private readonly NamedRegistry<LearnerRegistration> _learners;

    /// <exception cref="HubException">EH3034 a name twice.</exception>
    public LearnerRegistry(IEnumerable<LearnerRegistration> learners) => _learners = new("learner", learners, learner => learner.Name);

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<LearnerRegistration> All => _learners.All;

    /// <summary>What is said after a message that something is not there: of plugins that did not load.</summary>
    internal string Missing { get; init; } = "";

    /// <summary>The learner of that name.</summary>
    /// <exception cref="HubException">EH3036 no such learner.</exception>
    public LearnerRegistration Find(string name) => _learners.Find(name, HostingErrors.LearnerNotFound, Missing);
}
