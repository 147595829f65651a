using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows what is to be removed, or was.</summary>
internal static class CleaningText
{
    /// <param name="kept">What was kept all the same; null where nothing was to be removed yet.</param>
    public static void Write(Terminal terminal, RunCleaning cleaning, IReadOnlyList<string>? kept, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal, ToJson(cleaning, kept));
            return;
        }
        int count = cleaning.Runs.Count + cleaning.Stages.Count + cleaning.Leftovers.Count;
        if (count == 0)
        {
            terminal.Output.WriteLine("There is nothing to remove: some run builds on every stored stage.");
            return;
        }
        var table = new TextTable("what", "size#", "changed#", "name");
        foreach (var run in cleaning.Runs) table.Add("run", Words.Bytes(run.Bytes), Words.Age(run.Changed), run.Name);
        foreach (var stage in cleaning.Stages) table.Add("stage", Words.Bytes(stage.Bytes), Words.Age(stage.Changed), $"{stage.Key} {stage.Name}".TrimEnd());
        foreach (string folder in cleaning.Leftovers) table.Add("leftover", "", "", folder);
        table.Write(terminal);
        terminal.Output.WriteLine();
        foreach (string note in kept ?? []) terminal.Output.WriteLine(note);
        string size = Words.Bytes(cleaning.Runs.Sum(run => run.Bytes) + cleaning.Stages.Sum(stage => stage.Bytes));
        terminal.Output.WriteLine(kept is null ? $"Nothing was removed. The same command with --yes removes these, {size}." : kept.Count == 0 ? $"Removed: {size}." : "Everything else was removed.");
    }

    private static JsonObject ToJson(RunCleaning cleaning, IReadOnlyList<string>? kept) => new()
    {
        ["removed"] = kept is not null,
        ["runs"] = JsonOutput.Array(cleaning.Runs.Select(run => run.Folder)),
        ["stages"] = JsonOutput.Array(cleaning.Stages.Select(stage => stage.Folder)),
        ["leftovers"] = JsonOutput.Array(cleaning.Leftovers),
        ["kept"] = JsonOutput.Array(kept ?? []),
    };
}
