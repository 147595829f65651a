using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EnvHub.Cli;

/// <summary>Runs an experiment in a generic host, shows how far it is, and ends with its table.</summary>
internal static class ExperimentSession
{
    // After Ctrl-C a trial ends at its next step; this bounds an environment that hangs.
    private static readonly TimeSpan LongestShutdown = TimeSpan.FromMinutes(1);

    /// <summary>Runs an experiment in a folder of its own.</summary>
    public static async Task<int> RunAsync(Hub hub, ExperimentPlan plan, SessionOptions options, Terminal terminal, CancellationToken cancellation)
    {
        Rooms.EnterFor(plan);
        var folder = RunFolder.Create(hub.Options.RunsFolder, plan.Name, TimeProvider.System);
        using var held = RunLock.Take(folder.Path);
        var runner = new ExperimentRunner(plan, folder, ProvenanceReader.Read(hub.Options, hub.Catalog));
        foreach (string warning in plan.Warnings) terminal.Error.WriteLine($"warning {warning}");
        terminal.Error.WriteLine($"{plan.Name}: {Describe(runner.Progress, plan, options.Parallel)}");
        return await RunAsync(runner, folder, options, terminal, cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs what is left of an experiment that was begun.</summary>
    /// <param name="failed">Whether trials that failed are tried again.</param>
    /// <exception cref="HubException">EH3710 to EH3713 it cannot go on, or not to the same bits; others: its records are broken.</exception>
    public static async Task<int> ResumeAsync(Hub hub, string path, bool failed, SessionOptions options, Terminal terminal, CancellationToken cancellation)
    {
        var folder = RunFolder.Open(RunFolder.Find(path, hub.Options.RunsFolder), hub.Options.RunsFolder);
        var experiment = RecordedExperiment.Open(folder.Path, hub.Catalog);
        Rooms.EnterFor(experiment.Plan);
        using var held = RunLock.Take(folder.Path);
        var provenance = ProvenanceReader.Read(hub.Options, hub.Catalog);
        experiment.RequireSame(provenance);
        var runner = ExperimentRunner.Resume(experiment, folder, provenance, failed);
        int ended = runner.Progress.Compared.Count(trial => trial.Result is not null);
        terminal.Error.WriteLine($"{experiment.Plan.Name}: {ended} of {Words.Number(runner.Progress.Compared.Count, "trial", "trials")} had ended");
        return await RunAsync(runner, folder, options, terminal, cancellation).ConfigureAwait(false);
    }

    private static async Task<int> RunAsync(ExperimentRunner runner, RunFolder folder, SessionOptions options, Terminal terminal, CancellationToken cancellation)
    {
        using var host = Build(runner, options.Parallel);
        // The host ends at Ctrl-C and SIGTERM, and would be killed with its terminal.
        using var ended = new Interruption();
        using var ending = ended.Token.Register(host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication);
        await host.StartAsync(cancellation).ConfigureAwait(false);
        await ProgressViews.For(terminal).ShowAsync(runner.Progress, host.WaitForShutdownAsync(cancellation)).ConfigureAwait(false);
        await host.Services.GetServices<IHostedService>().OfType<ExperimentService>().Single().ExecuteTask!.ConfigureAwait(false);
        if (runner.Progress.Compared.All(trial => !TrialList.HasRecord(trial.Trial, folder))) FaultText.Write(terminal, NothingRecorded(runner.Progress, folder));
        else ComparisonText.Write(terminal, folder.Path, options.Json);
        return ExitCodeOf(runner.Progress);
    }

    private static HubException NothingRecorded(ExperimentProgress progress, RunFolder folder) =>
        CliErrors.NothingRecorded(folder.Path, progress.Compared.Select(trial => trial.Result?.Reason).OfType<string>().FirstOrDefault() ?? "the run was cancelled.");

    private static IHost Build(ExperimentRunner runner, int parallel)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestShutdown);
        builder.Services.AddHostedService(services => new ExperimentService(runner, parallel, services.GetRequiredService<IHostApplicationLifetime>()));
        return builder.Build();
    }

    private static string Describe(ExperimentProgress progress, ExperimentPlan plan, int parallel)
    {
        int trials = progress.Trials.Count, sources = trials - progress.Compared.Count;
        string shared = sources > 0 ? $" ({Words.Number(sources, "source", "sources")} among them)" : "";
        return $"{Words.Number(plan.Arms.Count, "arm", "arms")}, {Words.Number(plan.Tasks.Count, "task", "tasks")}, "
            + $"{Words.Number(plan.Seeds.Count, "seed", "seeds")}: {Words.Number(trials, "trial", "trials")}{shared}, "
            + $"{Words.Count(progress.TotalSteps)} steps, {Words.Number(Math.Min(parallel, trials), "trial", "trials")} at a time";
    }

    private static int ExitCodeOf(ExperimentProgress progress)
    {
        if (progress.Trials.Any(trial => trial.State == TrialState.Cancelled)) return ExitCode.Cancelled;
        return progress.Trials.Any(trial => trial.State != TrialState.Finished) ? ExitCode.Failed : ExitCode.Ok;
    }
}
