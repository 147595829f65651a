using System.Globalization;

namespace EnvHub.Hosting;

/// <summary>Writes <c>metrics.csv</c>: one line per task and point in time, readable while the trial runs.</summary>
internal sealed class MetricsFile : IDisposable
{
    private const string Header =
        "step,task,episodes,training_return_mean,eval_return_mean,updates,loss,mean_action_value,epsilon,learning_rate,steps_per_second,counters";

    private readonly StreamWriter _file;

    public MetricsFile(string path)
    {
        _file = new StreamWriter(path) { NewLine = "\n" };
        _file.WriteLine(Header);
    }

    /// <summary>Writes a line. NaN becomes an empty field.</summary>
    /// <param name="evaluation">Mean greedy return; NaN where none was measured.</param>
    /// <param name="stepsPerSecond">Of training since the last point, all tasks together.</param>
    public void Add(TrialLoop loop, int task, string name, double evaluation, double stepsPerSecond)
    {
        var (returns, report) = (loop.Tasks[task].Returns, loop.Report);
        _file.WriteLine(string.Join(',', Text(loop.Steps), Quote(name), Text(returns.Episodes), Text(returns.LastMean), Text(evaluation),
            Text(report.Updates), Text(report.Loss), Text(report.MeanActionValue), Text(report.Epsilon), Text(report.LearningRate),
            Text(Math.Round(stepsPerSecond)), Counters(loop.Tasks[task].Counters)));
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();

    // As name=value, a blank between two.
    private static string Counters(IReadOnlyDictionary<string, long>? counters) =>
        counters is null ? "" : string.Join(' ', counters.Select(counter => $"{counter.Key}={Text(counter.Value)}"));

    private static string Text<T>(T value) where T : IFormattable
    {
        string text = value.ToString(null, CultureInfo.InvariantCulture);
        return text == "NaN" ? "" : text;
    }

    private static string Quote(string name) => name.AsSpan().ContainsAny(",\"\n") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
