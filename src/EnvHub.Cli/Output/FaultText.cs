namespace EnvHub.Cli;

/// <summary>Shows a user what is wrong, without the program's insides.</summary>
internal static class FaultText
{
    public static void Write(Terminal terminal, HubException fault)
    {
        if (fault is not HubConfigurationException configuration)
        {
            terminal.Error.WriteLine($"error {fault.Message}");
            return;
        }
        string subject = fault.Message.Split('\n')[0];
        terminal.Error.WriteLine($"error {subject}");
        foreach (var one in configuration.Faults)
        {
            terminal.Error.WriteLine();
            terminal.Error.WriteLine($"  {one.Path}");
            terminal.Error.WriteLine($"    found    {one.Found}");
            terminal.Error.WriteLine($"    allowed  {one.Allowed}");
            terminal.Error.WriteLine($"    to do    {one.Message}");
        }
    }
}
