using System.Runtime.InteropServices;

namespace EnvHub.Hosting;

/// <summary>The hardware and the system that a record was made on.</summary>
/// <param name="Cpu">The processor's name, or its architecture where the system does not tell.</param>
/// <param name="Cores">Logical cores that the process may use.</param>
/// <param name="Os">The system's name and version.</param>
public sealed record Machine(string Cpu, int Cores, string Os)
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    /// <summary>This one.</summary>
    public static Machine Current { get; } = new(CpuName(), System.Environment.ProcessorCount, RuntimeInformation.OSDescription);

    private static string CpuName()
    {
        string? line = File.Exists(LinuxProcessors)
            ? File.ReadLines(LinuxProcessors).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? System.Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
