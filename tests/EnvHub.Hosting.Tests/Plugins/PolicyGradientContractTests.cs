using System.Text.Json;
using EnvHub.Contracts;
using EnvHub.Networks;
using EnvHub.TestKit;

namespace EnvHub.Hosting.Tests;

/// <summary>An actor-critic that came as a plugin keeps what every learner owes the hub, whatever its actions are.</summary>
public abstract class PolicyGradientContractTests : LearnerContract
{
    private static readonly LearnerRegistration Registration = TestPluginFolders.Load("PolicyGradient").Learners.Find("policy-gradient");

    private static readonly object Options = OptionsBinder.Bind(
        JsonSerializer.SerializeToElement(new { horizon = 16, epochs = 2, batchSize = 16, hidden = 16 }), Registration.OptionsType, "$", []);

    protected override LearnerScope Scope => LearnerScope.SingleTask;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();

    protected override ILearner Create(LearnerContext context) => Registration.Create(context, Options);

    private protected static TaskSpec Playing(Space actions) => new()
    {
        Name = "four numbers",
        Environment = new() { Id = EnvironmentId.Parse("Four-v0"), ObservationSpace = BoxSpace.Uniform(-1, 1, 4), ActionSpace = actions },
    };
}

public sealed class GaussianActorContractTests : PolicyGradientContractTests
{
    protected override IReadOnlyList<TaskSpec> Tasks => [Playing(new BoxSpace([-2, 0], [2, 5]))];
}

public sealed class MultiDiscreteActorContractTests : PolicyGradientContractTests
{
    protected override IReadOnlyList<TaskSpec> Tasks => [Playing(new MultiDiscreteSpace([3, 2], [0, 4], [2]))];
}

public sealed class CategoricalActorContractTests : PolicyGradientContractTests
{
    protected override IReadOnlyList<TaskSpec> Tasks => [Playing(new DiscreteSpace(3))];
}
