using Spectre.Console;

namespace EnvHub.Cli;

/// <summary>Bars that are redrawn: the whole, and each trial that runs. For a person at a terminal.</summary>
internal sealed class BarView(Terminal terminal) : IProgressView
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task ShowAsync(ExperimentProgress progress, Task ended)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        var lines = new TrialLine(progress);
        await console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                var bars = new Bars(context, progress);
                while (!ended.IsCompleted)
                {
                    await Task.WhenAny(ended, Task.Delay(Look)).ConfigureAwait(false);
                    foreach (string line in lines.News()) console.WriteLine(line);
                    bars.Update();
                }
            }).ConfigureAwait(false);
        foreach (string line in lines.News()) console.WriteLine(line);
        await ended.ConfigureAwait(false);
    }

    private sealed class Bars(ProgressContext context, ExperimentProgress progress)
    {
        private readonly Pace _pace = new(progress);
        private readonly ProgressTask _all = context.AddTask("all", maxValue: Math.Max(progress.TotalSteps, 1));
        private readonly Dictionary<TrialProgress, ProgressTask> _running = [];

        public void Update()
        {
            foreach (var trial in progress.Trials)
            {
                if (trial.State == TrialState.Running && !_running.ContainsKey(trial))
                    _running[trial] = context.AddTask(Markup.Escape(trial.Trial.Name), maxValue: Math.Max(trial.Trial.TotalSteps, 1));
                if (_running.TryGetValue(trial, out var bar)) Show(bar, trial);
            }
            _all.Value = progress.Steps;
            _all.Description = $"[bold]{progress.Ended} of {progress.Trials.Count} trials[/]  {Words.Rate(_pace.StepsPerSecond)} steps/s  {Words.Duration(_pace.Left)} left";
        }

        // A full bar counts as completed and is hidden: it waits below full while the trial is evaluated.
        private static void Show(ProgressTask bar, TrialProgress trial) =>
            bar.Value = trial.Result is null ? Math.Min(trial.Steps, trial.Trial.TotalSteps * 0.999) : bar.MaxValue;
    }
}
