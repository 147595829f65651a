using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows a rollout.</summary>
internal static class RolloutText
{
    public static void Write(Terminal terminal, TaskPlan task, Rollout rollout, bool json)
    {
        double? mean = rollout.Returns.Count == 0 ? null : rollout.Returns.Average();
        if (json)
        {
            JsonOutput.Write(terminal, new JsonObject
            {
                ["id"] = task.Spec.Name,
                ["seed"] = rollout.Seed,
                ["steps"] = rollout.Steps,
                ["episodes"] = rollout.Returns.Count,
                ["meanReturn"] = mean,
                ["sha256"] = rollout.Hash,
            });
            return;
        }
        terminal.Output.WriteLine($"{task.Spec.Name}, seed {rollout.Seed}: {Words.Count(rollout.Steps)} steps, "
            + $"{Words.Number(rollout.Returns.Count, "episode", "episodes")}, mean return {Words.Return(mean)}, {Words.Rate(rollout.Steps / rollout.Seconds)} steps/s");
        if (rollout.Hash is { } hash) terminal.Output.WriteLine($"sha256 {hash}");
    }
}
