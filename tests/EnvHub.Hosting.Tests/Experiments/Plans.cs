using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

/// <summary>Small experiments that take milliseconds.</summary>
internal static class Plans
{
    public static readonly Provenance Provenance = new()
    {
        Hub = "0.1.0",
        Contract = "1.0",
        Plugins = new Dictionary<string, string> { ["test"] = "1.2.3" },
        DotNet = ".NET test",
        Machine = new Machine("cpu", 2, "os"),
    };

    private static readonly TaskPlan[] Tasks = [Task("Signal-v0"), Task("Signal-v1")];

    public static ExperimentPlan Of(params ArmPlan[] arms) => new()
    {
        Name = "test",
        Suite = "signals",
        Tasks = Tasks,
        Arms = arms,
        Seeds = [1, 2],
        Evaluation = new EvaluationPlan { Points = 5, Episodes = 3, FinalEpisodes = 7 },
    };

    public static ArmPlan Arm(string name, LearnerScope scope = LearnerScope.MultiTask, SignalLearnerOptions? options = null, bool keepBest = false, TaskPlan[]? tasks = null) => new(name, [new()
    {
        Name = name,
        Tasks = tasks ?? Tasks,
        Learner = Learner(scope),
        Options = options ?? new SignalLearnerOptions(),
        Backend = NetworkBackendRegistration.Of<NoOptions>("none", "", _ => null!),
        Steps = 400,
        Copies = 4,
        KeepBest = keepBest,
    }]);

    public static LearnerRegistration Learner(LearnerScope scope) => new("signal", "", scope, typeof(SignalLearnerOptions),
        (context, given) => new SignalLearner(context, (SignalLearnerOptions)given)) { Sources = SourceUse.Optional };

    public static TaskPlan Task(string id)
    {
        var spec = SignalEnvironment.SpecOf(id);
        var registration = new EnvironmentRegistration(spec.Id, typeof(SignalSettings), _ => spec, (_, count) => new SignalEnvironment(spec, count));
        return new TaskPlan(new TaskSpec { Name = id, Environment = spec, SolvedReturn = 9.5 }, registration, new SignalSettings());
    }

    private sealed record SignalSettings : EnvironmentSettings;
}
