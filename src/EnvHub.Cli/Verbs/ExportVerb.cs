using System.CommandLine;
using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary><c>envhub export</c>: writes a trial's policy in another tool's format.</summary>
internal static class ExportVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var folder = new Argument<string>("trial") { Description = "A trial's folder, e.g. runs/classic-pair/20260131-120000/multitask-dqn/seed-1." };
        var onnx = new Option<string>("--onnx")
        {
            Description = $"Write an ONNX model, operator set {PolicyExport.OnnxOperatorSet}: float32 observations [N, n] in, action values [N, A] out.",
            HelpName = "file",
            Required = true,
        };
        var task = new Option<string?>("--task") { Description = "The only task to export. Default: all, each with an input and output of its own.", HelpName = "name" };
        var best = new Option<bool>("--best") { Description = "Take the weights of the best evaluation, not the final ones." };
        var force = new Option<bool>("--force") { Description = "Overwrite the file." };
        var json = CommonOptions.Json();
        var verb = new Command("export", "Write the policy of a trial in another tool's format.") { folder, onnx, task, best, force, json };
        verb.SetAction(parsed =>
        {
            string file = parsed.GetValue(onnx)!;
            if (File.Exists(file) && !parsed.GetValue(force)) throw CliErrors.FileExists("--onnx", file);
            var trial = Hub.Open(parsed.GetValue(hub)).OpenTrial(parsed.GetValue(folder)!);
            var tasks = PolicyExport.Onnx(trial, file, parsed.GetValue(best), parsed.GetValue(task));
            if (parsed.GetValue(json))
                JsonOutput.Write(terminal, new JsonObject { ["file"] = file, ["operatorSet"] = PolicyExport.OnnxOperatorSet, ["tasks"] = JsonOutput.Array(tasks) });
            else
                terminal.Output.WriteLine($"{file}: ONNX, operator set {PolicyExport.OnnxOperatorSet}, action values of {string.Join(", ", tasks)}");
            return ExitCode.Ok;
        });
        return verb;
    }
}
