namespace EnvHub.Cli;

/// <summary>Plain lines: one every two seconds, one for each trial that has ended. For logs.</summary>
internal sealed class LineView(Terminal terminal) : IProgressView
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200), Longest = TimeSpan.FromSeconds(2);

    public async Task ShowAsync(ExperimentProgress progress, Task ended)
    {
        var (pace, lines, last) = (new Pace(progress), new TrialLine(progress), TimeSpan.Zero);
        while (!ended.IsCompleted)
        {
            await Task.WhenAny(ended, Task.Delay(Look)).ConfigureAwait(false);
            foreach (string line in lines.News()) Tell(line);
            if (pace.Elapsed - last < Longest || ended.IsCompleted) continue;
            last = pace.Elapsed;
            Tell($"{Words.Percent(pace.Share)}  {progress.Ended} of {progress.Trials.Count} trials  {Words.Rate(pace.StepsPerSecond)} steps/s  {Words.Duration(pace.Left)} left");
        }
        foreach (string line in lines.News()) Tell(line);
        await ended.ConfigureAwait(false);
    }

    private void Tell(string line) => terminal.Error.WriteLine(line);
}
