using System.CommandLine;
using System.Text.Json;

namespace EnvHub.Cli;

/// <summary><c>envhub bench</c>: how fast this machine steps and learns.</summary>
internal static class BenchVerb
{
    private const string Torch = "torchsharp";

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
        verb.Subcommands.Add(Images(hub, terminal));
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
            string? refusal = RefusalOfTorch(backends);
            var report = NetworksBench.Run(backends.Find(TrainRequest.DefaultBackend).CreateWithDefaults(), refusal is null ? BothLayouts(backends.Find(Torch)) : null, Seconds,
                step => terminal.Error.WriteLine($"measuring {step} ..."));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, NetworksText.ToJson(report));
            else NetworksText.Write(terminal, report, refusal);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static (INetworkBackend, INetworkBackend) BothLayouts(NetworkBackendRegistration torch)
    {
        var faults = new List<ConfigurationFault>();
        object options = OptionsBinder.Bind(JsonSerializer.SerializeToElement(new { layout = "channelsFirst" }), torch.OptionsType, "$", faults);
        return (torch.CreateWithDefaults(), torch.Create(options));
    }

    private static Command Images(Option<string?> hub, Terminal terminal)
    {
        var json = CommonOptions.Json();
        var verb = new Command("images", "Measure dqn with Nature's network on four stacked images of 84 by 84, on one thread, beside TorchSharp where it is.") { json };
        verb.SetAction(parsed =>
        {
            var catalog = Hub.Open(parsed.GetValue(hub)).Catalog;
            string? refusal = RefusalOfTorch(catalog.Backends);
            var report = ImagesBench.Run(catalog, refusal is null ? Torch : null, step => terminal.Error.WriteLine($"measuring {step} ..."));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, ImagesBench.ToJson(report));
            else ImagesBench.Write(terminal, report, refusal);
            return ExitCode.Ok;
        });
        return verb;
    }

    // Why the backend is not measured; null where it can be, in this process begun anew if need be.
    private static string? RefusalOfTorch(NetworkBackendRegistry backends)
    {
        if (backends.All.FirstOrDefault(backend => backend.Name == Torch) is not { } torch) return "the plugin is not loaded; see 'envhub list plugins'.";
        if (torch.Refusal(Activator.CreateInstance(torch.OptionsType)!) is { } refusal) return refusal;
        Rooms.EnterFor(torch);
        return null;
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
