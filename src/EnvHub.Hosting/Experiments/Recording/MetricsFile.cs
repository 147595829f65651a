using System.Globalization;
using System.Text;

namespace EnvHub.Hosting;

/// <summary>Writes <c>metrics.csv</c>: one line per task and point in time, readable while the trial runs.</summary>
internal sealed class MetricsFile : IDisposable
{
    private const string Header =
        "step,task,episodes,training_return_mean,eval_return_mean,updates,loss,mean_action_value,epsilon,learning_rate,steps_per_second,counters";

    private readonly FileStream _stream;
    private readonly StreamWriter _file;
    private readonly MemoryStream _complete = new();   // what a checkpoint takes along, whatever becomes of the file
    private readonly StringBuilder _point = new();

    public MetricsFile(string path)
    {
        _stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        _file = new StreamWriter(_stream) { NewLine = "\n" };
        Write(Header);
        CompletePoint();
    }

    /// <summary>The lines of all points in time that are complete, the header first.</summary>
    public ReadOnlySpan<byte> Complete => _complete.GetBuffer().AsSpan(0, (int)_complete.Length);

    /// <summary>Writes a line. NaN becomes an empty field.</summary>
    /// <param name="evaluation">Mean greedy return; NaN where none was measured.</param>
    /// <param name="stepsPerSecond">Of training since the last point, all tasks together.</param>
    public void Add(TrialLoop loop, int task, string name, double evaluation, double stepsPerSecond)
    {
        var (returns, report) = (loop.Tasks[task].Returns, loop.Report);
        Write(string.Join(',', Text(loop.Steps), Quote(name), Text(returns.Episodes), Text(returns.LastMean), Text(evaluation),
            Text(report.Updates), Text(report.Loss), Text(report.MeanActionValue), Text(report.Epsilon), Text(report.LearningRate),
            Text(Math.Round(stepsPerSecond)), Counters(loop.Tasks[task].Counters)));
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

    private void Write(string line)
    {
        _point.Append(line).Append('\n');
        _file.WriteLine(line);
        _file.Flush();
    }

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
