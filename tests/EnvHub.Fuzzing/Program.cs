using System.Diagnostics;
using System.Globalization;

namespace EnvHub.Fuzzing;

/// <summary>The long run: <c>dotnet run -c Release --project tests/EnvHub.Fuzzing -- all 1000000 1</c>.</summary>
internal static class Program
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    /// <param name="args">A reader's name, or all; inputs, 1000000 unless told; the seed, 1 unless told.</param>
    public static int Main(string[] args)
    {
        string name = args.ElementAtOrDefault(0) ?? "all";
        var targets = FuzzTargets.All.Where(target => name == "all" || target.Name == name).ToArray();
        if (targets.Length == 0 || !TryNumber(args, 1, 1_000_000, out long inputs) || !TryNumber(args, 2, 1, out long seed))
        {
            Console.Error.WriteLine($"fuzzing: '{string.Join(' ', args)}'; it is [READER] [INPUTS] [SEED], readers are all, {string.Join(", ", FuzzTargets.All)}.");
            return 2;
        }
        bool[] clean = [.. targets.Select(target => IsClean(target, inputs, (ulong)seed))];
        return clean.All(isClean => isClean) ? 0 : 1;
    }

    private static bool IsClean(FuzzTarget target, long inputs, ulong seed)
    {
        var begun = Environment.CpuUsage.TotalTime;
        var report = new FuzzRun(target, seed).Run(inputs, Hang);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(report.Row(target.Name, Environment.CpuUsage.TotalTime - begun, process.PeakWorkingSet64));
        foreach (var fault in report.Faults) Console.WriteLine($"- {fault}");
        return report.Faults.Count == 0;
    }

    private static bool TryNumber(string[] args, int index, long fallback, out long number)
    {
        number = fallback;
        return args.Length <= index || long.TryParse(args[index], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
