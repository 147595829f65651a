using System.Text.Json.Nodes;
using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary>Shows what a run folder's records come to.</summary>
internal static class ComparisonText
{
    public static void Write(Terminal terminal, string runFolder, bool json)
    {
        var problems = new List<string>();
        var records = RunRecords.Read(runFolder, problems);
        foreach (string problem in problems) terminal.Error.WriteLine($"warning {problem}");
        var table = ComparisonTable.Of(records);
        var differences = DifferenceTable.Of(records);
        if (json) JsonOutput.Write(terminal, ToJson(table, differences, runFolder));
        else WriteTable(terminal, table, differences);
        var sink = json ? terminal.Error : terminal.Output;
        foreach (var record in records.Where(record => record.Status == TrialState.Failed))
            foreach (string line in Paragraph.Lines($"failed  {record.Arm}, seed {record.Seed}: {record.Reason}", terminal.Width)) sink.WriteLine(line);
        if (records.Any(record => record.Status == TrialState.Cancelled)) terminal.Error.WriteLine($"To go on with it: envhub resume {runFolder}");
        if (!json) terminal.Output.WriteLine($"Run folder: {runFolder}");
    }

    private static void WriteTable(Terminal terminal, ComparisonTable table, IReadOnlyList<ArmDifference> differences)
    {
        // Most experiments have no sources: then their column would only take room.
        bool hasSources = table.Rows.Any(row => row.SourceSteps > 0);
        string[] sources = hasSources ? ["source steps#"] : [];
        var text = new TextTable(["arm", "task", "seeds#", "mean#", "IQM#", "min#", "solved#", "steps#", .. sources, "s/seed#"]);
        foreach (var row in table.Rows)
        {
            string[] sourceSteps = hasSources ? [Words.Count(row.SourceSteps)] : [], none = hasSources ? [""] : [];
            text.Add([row.Arm, row.Task, $"{row.Seeds}", Words.Return(row.Mean), Words.Return(row.Iqm), Words.Return(row.Min),
                Words.Share(row.Solved, row.Seeds), Words.Count(row.Steps), .. sourceSteps, Words.Return(row.Seconds)]);
            if (row.Best is { } best)
                text.Add(["  best weights", row.Task, $"{row.Seeds}", Words.Return(best.Mean), Words.Return(best.Iqm), Words.Return(best.Min),
                    Words.Share(best.Solved, row.Seeds), "", .. none, ""]);
        }
        terminal.Output.WriteLine();
        text.Write(terminal);
        terminal.Output.WriteLine();
        if (hasSources) Paragraph.Write(terminal, "Steps, per seed: of the last stage on the task. Source steps: of all stages before it, all tasks together, trained now or taken from a record.");
        if (hasSources && table.Variants.Count > 0) terminal.Output.WriteLine();
        if (table.Variants.Count > 0) WriteVariants(terminal, table.Variants);
        DifferenceText.Write(terminal, differences);
        foreach (var joint in table.Joint) Paragraph.Write(terminal, Sentence(joint));
        int unfinished = table.Rows.Sum(row => row.Cancelled);
        if (unfinished > 0) terminal.Output.WriteLine("The experiment was cancelled: the table shows the trials that had finished.");
    }

    private static void WriteVariants(Terminal terminal, IReadOnlyList<VariantsRow> variants)
    {
        var text = new TextTable(["arm", "environment", "tasks#", "seeds#", "mean#", "worst task#"]);
        foreach (var row in variants) text.Add([row.Arm, row.Environment, $"{row.Tasks}", $"{row.Seeds}", Words.Return(row.Mean), Words.Return(row.Worst)]);
        text.Write(terminal);
        terminal.Output.WriteLine();
    }

    private static string Sentence(JointRow joint) =>
        $"{joint.Arm}: one network solves every task in {joint.Solved} of {Words.Number(joint.Seeds, "seed", "seeds")}"
        + (joint.SolvedBest is { } best ? $"; its best weights in {best}." : ".");

    private static JsonObject ToJson(ComparisonTable table, IReadOnlyList<ArmDifference> differences, string runFolder) => new()
    {
        ["experiment"] = table.Experiment,
        ["runFolder"] = runFolder,
        ["rows"] = JsonOutput.Array(table.Rows.Select(row => (JsonNode)ToJson(row))),
        ["differences"] = DifferenceText.ToJson(differences),
        ["solvedByOneNetwork"] = JsonOutput.Array(table.Joint.Select(joint => (JsonNode)new JsonObject
        {
            ["arm"] = joint.Arm,
            ["seeds"] = joint.Seeds,
            ["solved"] = joint.Solved,
            ["solvedBest"] = joint.SolvedBest,
        })),
        ["variants"] = JsonOutput.Array(table.Variants.Select(row => (JsonNode)new JsonObject
        {
            ["arm"] = row.Arm,
            ["environment"] = row.Environment,
            ["tasks"] = row.Tasks,
            ["seeds"] = row.Seeds,
            ["mean"] = row.Mean,
            ["worst"] = row.Worst,
        })),
    };

    private static JsonObject ToJson(ComparisonRow row) => new JsonObject
    {
        ["arm"] = row.Arm,
        ["task"] = row.Task,
        ["seeds"] = row.Seeds,
        ["mean"] = row.Mean,
        ["iqm"] = row.Iqm,
        ["min"] = row.Min,
        ["solved"] = row.Solved,
        ["solvedInterval"] = row.Solved is { } solved && row.Seeds > 0 ? JsonOutput.Interval(Proportion.Wilson(solved, row.Seeds)) : null,
        ["steps"] = row.Steps,
        ["sourceSteps"] = row.SourceSteps,
        ["seconds"] = row.Seconds,
        ["trainingReturnLast100"] = row.TrainingReturnLast100,
        ["best"] = row.Best is not { } best ? null : new JsonObject { ["mean"] = best.Mean, ["iqm"] = best.Iqm, ["min"] = best.Min, ["solved"] = best.Solved },
        ["failed"] = row.Failed,
        ["cancelled"] = row.Cancelled,
    };
}
