using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EnvHub.Hosting;

/// <summary>Reads a family in words: <c>CartPole-v1 with length in [0.25, 2], gravity in [5, 20] log, force sign random, 8 train, 4 held out,
/// seed 3</c>.</summary>
/// <remarks>After the id and <c>with</c> come parts with commas between: <c>NAME in [LOW, HIGH]</c>, with <c>log</c> behind it to spread
/// logarithms; <c>NAME in {VALUE, VALUE, ...}</c>; <c>NAME random</c>; <c>N train</c>; <c>N held out</c>; <c>seed N</c>.</remarks>
internal static partial class FamilyText
{
    private const string Form = "ID with NAME in [LOW, HIGH], NAME in {VALUE, VALUE}, NAME random, N train, N held out, seed N";

    /// <summary>Whether a task's text is a family; no environment's id has a blank.</summary>
    public static bool IsFamily(TaskOptions task) => task.Environment.Contains(' ', StringComparison.Ordinal);

    /// <summary>The family that the text describes, with the task's other keys; null where the text cannot be read.</summary>
    /// <param name="task">May be a family whose other keys add to the text.</param>
    public static FamilyOptions? Read(TaskOptions task, string path, ICollection<ConfigurationFault> faults)
    {
        var match = Whole().Match(task.Environment);
        if (!match.Success || task is FamilyOptions { Vary.ValueKind: not JsonValueKind.Undefined })
        {
            faults.Add(new(path, $"\"{task.Environment}\"", match.Success ? "ranges in words or in \"vary\"" : $"an environment's id, or {Form}",
                match.Success ? "Remove one of the two." : "Write it like CartPole-v1 with length in [0.25, 2], force sign random."));
            return null;
        }
        var family = task as FamilyOptions ?? Of(task);
        family = family with { Environment = match.Groups["id"].Value };
        var vary = new JsonObject();
        bool isSound = true;
        foreach (string part in Parts(match.Groups["parts"].Value))
        {
            string? fault = null;
            if (Count(family, part) is { } counted) family = counted;
            else if (WrittenValue.TextFault(part) is null && TryRange(part, vary, out fault)) continue;
            else
            {
                faults.Add(fault is null ? new(path, $"\"{part}\"", Form, "Write this part in one of these forms, each setting once.")
                    : new(path, fault, "values that are texts in Unicode, numbers that a double holds, each key once", $"Change the value in \"{part}\"."));
                isSound = false;
            }
        }
        return isSound ? family with { Vary = JsonSerializer.SerializeToElement(vary) } : null;
    }

    /// <summary>Parts a text that names several tasks with commas between. Within a family a comma parts what varies: what follows one belongs to the
    /// family before it as long as it has a blank, which no environment's id has.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var tasks = new List<List<string>>();
        bool isFamily = false;
        foreach (string part in Parts(text).Where(part => part.Length > 0))
        {
            bool begins = Whole().IsMatch(part);
            if (isFamily && !begins && part.Any(char.IsWhiteSpace)) tasks[^1].Add(part);
            else
            {
                tasks.Add([part]);
                isFamily = begins;
            }
        }
        return tasks.Select(parts => string.Join(", ", parts));
    }

    private static FamilyOptions Of(TaskOptions task) => new()
    {
        Environment = task.Environment,
        Provider = task.Provider,
        Name = task.Name,
        Settings = task.Settings,
        Wrappers = task.Wrappers,
        MaxEpisodeSteps = task.MaxEpisodeSteps,
        Solved = task.Solved,
        Weight = task.Weight,
    };

    private static FamilyOptions? Count(FamilyOptions family, string part)
    {
        if (Number(TrainCount(), part) is { } train) return train is >= 1 and <= 10_000 ? family with { Train = (int)train } : null;
        if (Number(HeldOutCount(), part) is { } heldOut) return heldOut <= 10_000 ? family with { HeldOut = (int)heldOut } : null;
        return Number(SeedNumber(), part) is { } seed ? family with { Seed = seed } : null;
    }

    private static ulong? Number(Regex form, string part) =>
        form.Match(part) is { Success: true } match && ulong.TryParse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture, out ulong number) ? number : null;

    private static bool TryRange(string part, JsonObject vary, out string? fault)
    {
        fault = null;
        if (Random().Match(part) is { Success: true } random) return vary.TryAdd(random.Groups["name"].Value, JsonValue.Create("random"));
        if (Choices().Match(part) is { Success: true } choices)
        {
            var values = new JsonArray();
            foreach (string text in choices.Groups["values"].Value.Split(',')) values.Add(Value(text, ref fault));
            return fault is null && vary.TryAdd(choices.Groups["name"].Value, new JsonObject { ["choices"] = values });
        }
        if (Range().Match(part) is not { Success: true } range) return false;
        JsonNode? low = Value(range.Groups["low"].Value, ref fault), high = Value(range.Groups["high"].Value, ref fault);
        return fault is null && vary.TryAdd(range.Groups["name"].Value, new JsonObject
        {
            ["low"] = low,
            ["high"] = high,
            ["scale"] = range.Groups["log"].Success ? "log" : "linear",
        });
    }

    private static JsonNode? Value(string text, ref string? fault)
    {
        var value = WrittenValue.Read(text.Trim(), out string? found);
        fault ??= found;
        return value;
    }

    // Commas within brackets part nothing.
    private static IEnumerable<string> Parts(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is '[' or '{') depth++;
            if (i < text.Length && text[i] is ']' or '}') depth--;
            if (i < text.Length && (text[i] != ',' || depth > 0)) continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }
    }

    [GeneratedRegex(@"^\s*(?<id>\S+)\s+with\s+(?<parts>.*\S)\s*\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<n>\d+)\s+train\z", RegexOptions.CultureInvariant)]
    private static partial Regex TrainCount();

    [GeneratedRegex(@"^(?<n>\d+)\s+held[\s-]?out\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeldOutCount();

    [GeneratedRegex(@"^seed\s+(?<n>\d+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex SeedNumber();

    [GeneratedRegex(@"^(?<name>[\w. ]*\w)\s+random\z", RegexOptions.CultureInvariant)]
    private static partial Regex Random();

    [GeneratedRegex(@"^(?<name>[\w. ]*\w)\s+in\s*\{(?<values>[^{}\[\]]+)\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Choices();

    [GeneratedRegex(@"^(?<name>[\w. ]*\w)\s+in\s*\[(?<low>[^,\[\]]+),(?<high>[^,\[\]]+)\](?<log>\s*log)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
