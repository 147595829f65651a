using System.Globalization;
using System.Text.Json.Nodes;
using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary>Shows what students have of their teachers' scores.</summary>
internal static class TeacherText
{
    public static void Write(Terminal terminal, TeacherTable table, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal, new JsonObject
            {
                ["experiment"] = table.Experiment,
                ["required"] = table.Required,
                ["arms"] = JsonOutput.Array(table.Arms.Select(arm => (JsonNode)ToJson(arm))),
                ["rows"] = JsonOutput.Array(table.Rows.Select(row => (JsonNode)ToJson(row))),
            });
            return;
        }
        var text = new TextTable("arm", "task", "seeds#", "student#", "teacher#", "share#", "lowest#", "reached#", "seconds#");
        foreach (var arm in table.Arms)
        {
            foreach (var row in table.Rows.Where(row => row.Arm == arm.Arm)) text.Add(Cells(row));
            text.Add(arm.Arm, "all", $"{arm.Share.Seeds}", "", "", Share(arm.Share.Mean), Share(arm.Share.Lowest), $"{arm.Reached}", Number(arm.Seconds, "0.0"));
        }
        text.Write(terminal, "Share: (student - random) / (teacher - random), of final greedy returns; mean and lowest over seeds. "
            + $"Reached: seeds with at least {Share(table.Required)} on every task. Seconds: median, of the student's own stage, evaluation included.");
    }

    private static string[] Cells(TeacherRow row) =>
    [
        row.Arm, row.Task, $"{row.Share.Seeds}", Number(row.StudentReturn, "0.0"), Number(row.TeacherReturn, "0.0"),
        Share(row.Share.Mean), Share(row.Share.Lowest), "", "",
    ];

    private static string Share(double share) => Number(share, "0.000");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static JsonObject ToJson(TeacherArm arm) => new()
    {
        ["arm"] = arm.Arm, ["share"] = ToJson(arm.Share), ["reached"] = arm.Reached, ["seconds"] = arm.Seconds,
    };

    private static JsonObject ToJson(TeacherRow row) => new()
    {
        ["arm"] = row.Arm, ["task"] = row.Task, ["studentReturn"] = row.StudentReturn, ["teacherReturn"] = row.TeacherReturn, ["share"] = ToJson(row.Share),
    };

    private static JsonObject ToJson(TeacherShare share) => new() { ["seeds"] = share.Seeds, ["mean"] = share.Mean, ["lowest"] = share.Lowest };
}
