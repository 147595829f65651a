using System.Globalization;
using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>Reads the learning curves out of a <c>metrics.csv</c>.</summary>
internal static class MetricsReader
{
    private const string Step = "step", Task = "task", Evaluation = "eval_return_mean";

    /// <exception cref="HubException">EH3506 the file is missing or has another form.</exception>
    public static IReadOnlyDictionary<string, LearningCurve> Read(string folder)
    {
        string path = Path.Combine(folder, TrialFiles.MetricsFileName);
        return Read(path, File.ReadLines(path));
    }

    /// <summary>The same of a file's lines.</summary>
    internal static IReadOnlyDictionary<string, LearningCurve> Read(string path, IEnumerable<string> lines)
    {
        try
        {
            return Read(lines);
        }
        catch (Exception fault) when (RecordFile.IsDamage(fault))
        {
            throw HostingErrors.UnreadableRecord(path, fault);
        }
    }

    private static Dictionary<string, LearningCurve> Read(IEnumerable<string> lines)
    {
        int step = -1, task = -1, evaluation = -1, columns = 0, number = 0;
        var points = new Dictionary<string, List<(long Step, double Value)>>(StringComparer.Ordinal);
        foreach (var fields in lines.Select(Fields))
        {
            number++;
            if (step < 0) (step, task, evaluation, columns) = (Find(fields, Step), Find(fields, Task), Find(fields, Evaluation), fields.Count);
            else if (fields.Count != columns) throw new FormatException($"line {number} has {fields.Count} of {columns} fields; it is cut off or damaged.");
            else if (fields[evaluation].Length > 0)
            {
                if (!points.TryGetValue(fields[task], out var curve)) points[fields[task]] = curve = [];
                curve.Add((long.Parse(fields[step], CultureInfo.InvariantCulture), double.Parse(fields[evaluation], CultureInfo.InvariantCulture)));
            }
        }
        return points.ToDictionary(pair => pair.Key,
            pair => new LearningCurve([.. pair.Value.Select(point => point.Step)], [.. pair.Value.Select(point => point.Value)]), StringComparer.Ordinal);
    }

    private static int Find(List<string> header, string name) =>
        header.IndexOf(name) is var index and >= 0 ? index : throw new FormatException($"There is no column '{name}'.");

    // A field in quotes may hold commas, and quotes twice.
    private static List<string> Fields(string line)
    {
        var (fields, field, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[++i]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }
        fields.Add(field.ToString());
        return fields;
    }
}
