namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>What must not be there afterwards.</summary>
internal static class Leftovers
{
    /// <summary>Whether the worker runs.</summary>
    public static bool IsAlive(int processId) => IsAlive(processId, "worker.py");

    /// <summary>Whether the program runs; one that has ended and was not yet collected does not, nor does another that got its number.</summary>
    public static bool IsAlive(int processId, string program)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline").Contains(program, StringComparison.Ordinal);
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
