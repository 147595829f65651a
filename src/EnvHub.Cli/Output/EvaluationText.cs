using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows an evaluation.</summary>
internal static class EvaluationText
{
    public static void Write(Terminal terminal, Trial trial, IReadOnlyList<ReturnSummary> returns, bool json)
    {
        var tasks = trial.Tasks.Select(task => task.Spec).Zip(returns).ToArray();
        if (json)
        {
            JsonOutput.Write(terminal, new JsonObject
            {
                ["arm"] = trial.Arm,
                ["learner"] = trial.Stage.Learner.Name,
                ["seed"] = trial.Seed,
                ["tasks"] = JsonOutput.Array(tasks.Select(task => (JsonNode)ToJson(task.First, task.Second))),
            });
            return;
        }
        var table = new TextTable("task", "episodes#", "mean#", "min#", "max#", "solved");
        foreach (var (task, summary) in tasks)
            table.Add(task.Name, Words.Count(summary.Returns.Count), Words.Return(summary.Mean), Words.Return(summary.Min), Words.Return(summary.Max),
                summary.Solved switch { true => "yes", false => $"no, below {task.SolvedReturn}", null => "-" });
        table.Write(terminal);
    }

    private static JsonObject ToJson(TaskSpec task, ReturnSummary summary) => new JsonObject
    {
        ["task"] = task.Name,
        ["episodes"] = summary.Returns.Count,
        ["mean"] = summary.Mean,
        ["min"] = summary.Min,
        ["max"] = summary.Max,
        ["solved"] = summary.Solved,
    };
}
