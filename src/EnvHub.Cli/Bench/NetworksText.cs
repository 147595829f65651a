using System.Globalization;
using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows what <c>bench networks</c> measured.</summary>
internal static class NetworksText
{
    /// <param name="refusal">Why libtorch was not measured; null if it was.</param>
    public static void Write(Terminal terminal, NetworksReport report, string? refusal)
    {
        var table = new TextTable("update of", "embedded#", "torchsharp#", "ratio#", "channels first#", "ratio#", "PyTorch#", "ratio#", "floor#");
        foreach (var speed in report.Networks)
            table.Add(speed.Name, Micro(speed.EmbeddedMicroseconds), Micro(speed.TorchSharpMicroseconds), Ratio(speed, speed.TorchSharpMicroseconds),
                Micro(speed.ChannelsFirstMicroseconds), Ratio(speed, speed.ChannelsFirstMicroseconds),
                Micro(speed.PyTorchMicroseconds), Ratio(speed, speed.PyTorchMicroseconds), Micro(speed.FloorMicroseconds));
        table.Write(terminal);
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(FormattableString.Invariant(
            $"One thread, the same run, in turns. Ratio: embedded to the other, below 1 is faster. torchsharp: channels last, the backend's default; channels first is PyTorch's.\nFloor: products at the kernel's peak of {report.PeakGigaflops:0} GFLOP/s."));
        if (refusal is not null) terminal.Output.WriteLine($"torchsharp: {refusal}");
        terminal.Output.WriteLine(report.Torch is null ? "PyTorch: no Python here has torch." : $"PyTorch {report.Torch}.");
    }

    public static JsonNode ToJson(NetworksReport report) => new JsonObject
    {
        ["networks"] = new JsonArray([.. report.Networks.Select(speed => (JsonNode)new JsonObject
        {
            ["name"] = speed.Name,
            ["embeddedMicroseconds"] = speed.EmbeddedMicroseconds,
            ["torchSharpMicroseconds"] = speed.TorchSharpMicroseconds,
            ["torchSharpChannelsFirstMicroseconds"] = speed.ChannelsFirstMicroseconds,
            ["pyTorchMicroseconds"] = speed.PyTorchMicroseconds,
            ["floorMicroseconds"] = speed.FloorMicroseconds,
        })]),
        ["peakGigaflops"] = report.PeakGigaflops,
        ["torch"] = report.Torch,
    };

    private static string Micro(double? value) => value is { } number ? $"{number.ToString(number < 1000 ? "0.0" : "#,0", CultureInfo.InvariantCulture)} us" : "-";

    private static string Ratio(NetworkUpdateSpeed speed, double? other) => other is { } theirs ? (speed.EmbeddedMicroseconds / theirs).ToString("0.00", CultureInfo.InvariantCulture) : "-";
}
