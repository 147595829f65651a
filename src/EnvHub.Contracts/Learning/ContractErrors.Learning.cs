namespace EnvHub.Contracts;

/// <content>Learners' measures: codes EH1140 to EH1149.</content>
internal static partial class ContractErrors
{
    public static HubException BadMeasureName(string? name) => new("EH1140",
        $"measure '{name}': the name must be in snake_case, letters a to z and digits, for it is a column of metrics.csv. Write it like mean_action_value.");

    public static HubException BadMeasureText(string name) => new("EH1141",
        $"measure '{name}': its unit and its description must each be one line. Give the unit in words, 1 for a plain number, and say what it is.");
}
