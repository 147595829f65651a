using System.Text.Json.Nodes;

namespace EnvHub.Envs.ToyText.Tests;

public sealed class TaxiTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new Taxi(count);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) => new Taxi(count, new TaxiSettings { MaxEpisodeSteps = limit ?? -1 });

    [Test]
    public void Of_Defaults_HaveGymnasiumsLimitAndThreshold()
    {
        var spec = TaxiSpec.Of(new TaxiSettings());
        Assert.That((spec.MaxEpisodeSteps, spec.RewardThreshold), Is.EqualTo((200, 8)));
    }

    [Test]
    public void Info_EveryState_MasksTheActionsThatChangeNothing()
    {
        using var environment = new Taxi(count: 1);
        using var rollout = Rollout.Of(environment, seed: 7);
        for (int step = 0; step < 2000; step++)
        {
            float before = rollout.Arena.Observations[0];
            int[] mask = [.. environment.Info(0)["action_mask"]!.AsArray().Select(value => (int)value!)];
            rollout.StepRandomly();
            Assert.That(mask[rollout.Arena.Actions[0]] == 1, Is.EqualTo(rollout.Arena.FinalObservations[0] != before), $"state {before}, action {rollout.Arena.Actions[0]}");
        }
    }

    [Test]
    public void Info_FirstObservation_IsGymnasiums()
    {
        using var environment = new Taxi(count: 1);
        using var rollout = Rollout.Of(environment, seed: 42);
        Assert.That(rollout.Arena.Observations[0], Is.EqualTo(386));           // Gymnasium's
        Assert.That(environment.Info(0)["action_mask"]!.AsArray().Count, Is.EqualTo(6));
        Assert.That(JsonNode.DeepEquals(environment.Info(0)["prob"], JsonValue.Create(1.0)), Is.True);
    }
}
