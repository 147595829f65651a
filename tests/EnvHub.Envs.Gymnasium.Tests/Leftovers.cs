namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>What must not be there afterwards.</summary>
internal static class Leftovers
{
    /// <summary>Whether the process runs; one that has ended and was not yet collected does not.</summary>
    public static bool IsAlive(int processId)
    {
        string file = $"/proc/{processId}/stat";
        try
        {
            return !File.ReadAllText(file).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>This process's shared memory that still has a name, and the mappings it still holds.</summary>
    public static IReadOnlyList<string> Files()
    {
        string name = $"envhub-{Environment.ProcessId}-";
        var mapped = File.ReadAllLines("/proc/self/maps").Where(line => line.Contains(name, StringComparison.Ordinal));
        return [.. Directory.GetFiles("/dev/shm", name + "*"), .. mapped];
    }
}
