using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub bench</c>: how fast this machine steps and learns.</summary>
internal static class BenchVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var json = CommonOptions.Json();
        var verb = new Command("bench", "Measure environments, network and DQN on one core, beside Gymnasium and PyTorch where a Python has them.") { json };
        verb.SetAction(parsed =>
        {
            var opened = Hub.Open(parsed.GetValue(hub));
            var report = BenchRunner.Run(opened.Catalog, BenchDurations.Full, step => terminal.Error.WriteLine($"measuring {step} ..."));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, BenchText.ToJson(report));
            else BenchText.Write(terminal, report);
            return ExitCode.Ok;
        });
        verb.Subcommands.Add(Bridge(hub, terminal));
        verb.Subcommands.Add(Networks(hub, terminal));
        verb.Subcommands.Add(Checkpoint(hub, terminal));
        return verb;
    }

    private static Command Checkpoint(Option<string?> hub, Terminal terminal)
    {
        var json = CommonOptions.Json();
        var verb = new Command("checkpoint", "Measure a checkpoint of a million transitions on the disk of the hub's runs.") { json };
        verb.SetAction(parsed =>
        {
            var opened = Hub.Open(parsed.GetValue(hub));
            var cost = CheckpointBench.Run(opened.Catalog, Path.Combine(opened.Options.RunsFolder, ".bench-checkpoint"));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, CheckpointBench.ToJson(cost));
            else CheckpointBench.Write(terminal, cost);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Command Networks(Option<string?> hub, Terminal terminal)
    {
        const double Seconds = 0.3;
        var json = CommonOptions.Json();
        var verb = new Command("networks", "Measure updates of four networks on one thread, beside TorchSharp and Python's PyTorch where they are.") { json };
        verb.SetAction(parsed =>
        {
            var backends = Hub.Open(parsed.GetValue(hub)).Catalog.Backends;
            var torch = backends.All.FirstOrDefault(backend => backend.Name == "torchsharp");
            string? refusal = torch is null ? "the plugin is not loaded; see 'envhub list plugins'." : torch.Refusal(Activator.CreateInstance(torch.OptionsType)!);
            if (torch is not null) Rooms.EnterFor(torch);
            var report = NetworksBench.Run(backends.Find(TrainRequest.DefaultBackend).CreateWithDefaults(), refusal is null ? torch!.CreateWithDefaults() : null, Seconds,
                step => terminal.Error.WriteLine($"measuring {step} ..."));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, NetworksText.ToJson(report));
            else NetworksText.Write(terminal, report, refusal);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Command Bridge(Option<string?> hub, Terminal terminal)
    {
        const double Seconds = 0.5;
        var json = CommonOptions.Json();
        var verb = new Command("bridge", "Measure Python environments in the hub beside Gymnasium's own vector environments.") { json };
        verb.SetAction(parsed =>
        {
            var opened = Hub.Open(parsed.GetValue(hub));
            var report = BridgeBench.Run(opened.Catalog, Seconds, step => terminal.Error.WriteLine($"measuring {step} ..."));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, BridgeText.ToJson(report));
            else BridgeText.Write(terminal, report);
            return ExitCode.Ok;
        });
        return verb;
    }
}
