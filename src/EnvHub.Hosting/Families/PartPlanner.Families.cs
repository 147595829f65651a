using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <content>Resolves families of tasks.</content>
internal sealed partial class PartPlanner
{
    // A family of the families' own list may be written in words too.
    private void AddListed(FamilyOptions family, string path, SuiteTasks tasks)
    {
        if (FamilyText.IsFamily(family)) Add(FamilyText.Read(family, path, Faults), path, path, tasks);
        else Add(family, path, JsonPath.Child(path, "vary"), tasks);
    }

    /// <param name="family">Null where its text was at fault.</param>
    /// <param name="rangesPath">Of the ranges.</param>
    private void Add(FamilyOptions? family, string path, string rangesPath, SuiteTasks tasks)
    {
        if (family is null || Find(family, path) is not { } registration) return;
        string name = family.Name ?? $"{registration.Id}";
        // What cannot be added is checked all the same, so that its other faults show.
        if (!tasks.TryName(name, path)) tasks = new(Faults);
        int before = Faults.Count;
        var settings = new JsonObject();
        bool isEachOnce = family.Settings.ValueKind != JsonValueKind.Object
            || family.Settings.EnumerateObject().All(member => settings.TryAdd(member.Name, JsonNode.Parse(member.Value.GetRawText())));
        var ranges = Try(rangesPath, "the environment's settings", () =>
            new SettingRangeReader(registration.SettingsType, Faults).Read(family.Vary, settings, rangesPath));
        // No member shows the faults of what all have, if none can be drawn.
        if (ranges is null || !isEachOnce || Faults.Count > before)
            Try(path, "the environment's settings", () => OptionsBinder.Bind(family.Settings, registration.SettingsType, JsonPath.Child(path, "settings"), Faults));
        else
            AddMembers(family, name, registration, new(family.Seed, $"{registration.Id}", ranges, settings), path, tasks);
    }

    private void AddMembers(FamilyOptions family, string name, EnvironmentRegistration registration, FamilyMembers members, string path, SuiteTasks tasks)
    {
        if (family.Train + family.HeldOut > members.Different)
        {
            Faults.Add(new(path, $"{family.Train} members to train on and {family.HeldOut} held out", $"{members.Different} together, as no two are alike",
                "Ask for fewer, or widen the ranges."));
            return;
        }
        foreach (var (list, count) in ((string, int)[])[(FamilyMembers.TrainList, family.Train), (FamilyMembers.HeldOutList, family.HeldOut)])
        {
            int number = 0;
            foreach (var settings in members.Draw(list, count))
            {
                string member = FamilyMembers.Name(name, list, ++number);
                if (Member(family with { Name = member, Settings = settings }, registration, path) is not { } task) return;
                tasks.Add(task, path, isHeldOut: list == FamilyMembers.HeldOutList);
            }
            if (number == count) continue;
            Faults.Add(new(path, $"{count} members of {list}", $"{number}: the ranges hold no more that are drawn and differ", "Ask for fewer, or widen the ranges."));
            return;
        }
    }

    // Of many members with the same fault the first one tells it, with its name: the ranges alone do not show what was drawn.
    private TaskPlan? Member(FamilyOptions member, EnvironmentRegistration registration, string path)
    {
        int before = Faults.Count;
        var task = Task(member, registration, path);
        for (int i = before; i < Faults.Count; i++) Faults[i] = Faults[i] with { Message = $"Member {member.Name}: {Faults[i].Message}" };
        return task;
    }
}
