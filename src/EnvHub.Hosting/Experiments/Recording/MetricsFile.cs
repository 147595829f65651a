using System.Globalization;
using System.Text;

namespace EnvHub.Hosting;

/// <summary>Writes <c>metrics.csv</c>: one line per task and point in time, readable while the trial runs.</summary>
/// <remarks>The columns between the host's own are the learner's measures, in its order; a measure of pairs has one per task, <c>name:task</c>, the line's
/// task being the first of the pair. So readers go by the header's names.</remarks>
internal sealed class MetricsFile : IDisposable
{
    private static readonly string[] Before = ["step", "task", "episodes", "training_return_mean", "eval_return_mean"];
    private static readonly string[] Behind = ["steps_per_second", "counters"];

    // Beyond it a double does not tell integers apart.
    private const double LargestInteger = 1L << 53;

    private readonly FileStream _stream;
    private readonly StreamWriter _file;
    private readonly MemoryStream _complete = new();   // what a checkpoint takes along, whatever becomes of the file
    private readonly StringBuilder _point = new();
    private readonly string[] _tasks;

    /// <param name="loop">Whose measures are columns.</param>
    public MetricsFile(string path, TrialLoop loop)
    {
        _tasks = [.. loop.Tasks.Select(task => task.Name)];
        _stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        _file = new StreamWriter(_stream) { NewLine = "\n" };
        Write(string.Join(',', [.. Before, .. loop.Measures.Specs.SelectMany(ColumnsOf), .. Behind]));
        CompletePoint();
    }

    /// <summary>The columns that the host fills: no measure may have such a name.</summary>
    public static IReadOnlyList<string> OwnColumns { get; } = [.. Before, .. Behind];

    /// <summary>The lines of all points in time that are complete, the header first.</summary>
    public ReadOnlySpan<byte> Complete => _complete.GetBuffer().AsSpan(0, (int)_complete.Length);

    /// <summary>Writes a line. NaN becomes an empty field.</summary>
    /// <param name="evaluation">Mean greedy return; NaN where none was measured.</param>
    /// <param name="stepsPerSecond">Of training since the last point, all tasks together.</param>
    public void Add(TrialLoop loop, int task, string name, double evaluation, double stepsPerSecond)
    {
        var returns = loop.Tasks[task].Returns;
        Write(string.Join(',', [Text(loop.Steps), Quote(name), Text(returns.Episodes), Text(returns.LastMean), Text(evaluation),
            .. Enumerable.Range(0, loop.Measures.Specs.Count).SelectMany(measure => ValuesOf(loop.Measures, measure, task)),
            Text(Math.Round(stepsPerSecond)), Counters(loop.Tasks[task].Counters)]));
    }

    /// <summary>Counts the lines since the last call as complete: every task of a point in time has its own.</summary>
    public void CompletePoint()
    {
        _complete.Write(Encoding.UTF8.GetBytes(_point.ToString()));
        _point.Clear();
    }

    /// <summary>Goes on from <see cref="Complete"/> as it was.</summary>
    public void Restore(ReadOnlySpan<byte> complete)
    {
        foreach (var stream in (Stream[])[_stream, _complete])
        {
            stream.SetLength(0);
            stream.Write(complete);
            stream.Flush();
        }
        _point.Clear();
    }

    public void Dispose() => _file.Dispose();

    private IEnumerable<string> ColumnsOf(MeasureSpec measure) => measure.Scope == MeasureScope.PerTaskPair
        ? _tasks.Select(other => Quote(TrialMeasures.PairName(measure, other))) : [measure.Name];

    private IEnumerable<string> ValuesOf(TrialMeasures measures, int measure, int task) =>
        Enumerable.Range(0, measures.Specs[measure].Scope == MeasureScope.PerTaskPair ? _tasks.Length : 1)
            .Select(other => Short(measures.Of(measure, task, other)));

    private void Write(string line)
    {
        _point.Append(line).Append('\n');
        _file.WriteLine(line);
        _file.Flush();
    }

    // As name=value, a blank between two.
    private static string Counters(IReadOnlyDictionary<string, long>? counters) =>
        counters is null ? "" : string.Join(' ', counters.Select(counter => $"{counter.Key}={Text(counter.Value)}"));

    // What was a float is written as one, and a count as an integer: the digits that it has, and no more.
    private static string Short(double value)
    {
        if (value == Math.Truncate(value) && Math.Abs(value) < LargestInteger) return Text((long)value);
        return value == (float)value ? Text((float)value) : Text(value);
    }

    private static string Text<T>(T value) where T : IFormattable
    {
        string text = value.ToString(null, CultureInfo.InvariantCulture);
        return text == "NaN" ? "" : text;
    }

    private static string Quote(string name) => name.AsSpan().ContainsAny(",\"\n") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
