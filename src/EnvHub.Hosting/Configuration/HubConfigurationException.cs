namespace EnvHub.Hosting;

/// <summary>A configuration that cannot be used, with everything that is wrong in it.</summary>
/// <param name="code">EH and four digits.</param>
/// <param name="subject">The file or the command line that was checked.</param>
/// <param name="faults">At least one.</param>
public sealed class HubConfigurationException(string code, string subject, IReadOnlyList<ConfigurationFault> faults)
    : HubException(code, Summary(subject, faults))
{
    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public IReadOnlyList<ConfigurationFault> Faults { get; } = faults;

    private static string Summary(string subject, IReadOnlyList<ConfigurationFault> faults) =>
        $"{subject}: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}.\n{string.Join('\n', faults.Select(fault => $"  {fault}"))}";
}
