namespace EnvHub.Hosting;

/// <summary>Reads hub.json and checks its form: keys, types, ranges. Whether its names exist is for <see cref="ExperimentPlanner"/>.</summary>
public static class HubConfigurationReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, or the folder that holds hub.json; null: hub.json in the current folder or the nearest one above.</param>
    /// <exception cref="HubException">EH3001 there is no such file.</exception>
    /// <exception cref="HubConfigurationException">EH3002 it is no JSON or has faults; all of them are listed.</exception>
    public static HubOptions Read(string? path = null) => throw new NotImplementedException();
}
