using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>A checkpoint with a fault in one array: it is missing, or longer than what was saved.</summary>
/// <param name="whole">The checkpoint without the fault.</param>
/// <param name="name">The array that has the fault.</param>
/// <param name="isMissing">Whether the array is missing; else it is one value longer.</param>
public sealed class FaultyCheckpoint(ICheckpointReader whole, string name, bool isMissing) : ICheckpointReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => isMissing ? [.. whole.Names.Where(other => other != name)] : whole.Names;

    /// <inheritdoc/>
    /// <exception cref="HubException">EH9005 it is the missing array.</exception>
    public int LengthOf(string name) => whole.LengthOf(Require(name)) + (IsFaulty(name) ? 1 : 0);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH9005 it is the missing array; EH9006 it is the longer one.</exception>
    public void Read<T>(string name, Span<T> values) where T : unmanaged
    {
        if (IsFaulty(Require(name)) && values.Length != LengthOf(name))
            throw new HubException("EH9006", $"checkpoint: '{name}' holds {LengthOf(name)} values; {values.Length} were asked for. Read what was written.");
        whole.Read(name, values);
    }

    private bool IsFaulty(string other) => other == name;

    private string Require(string other) => IsFaulty(other) && isMissing
        ? throw new HubException("EH9005", $"checkpoint: '{other}' is missing. Read what was written.")
        : other;
}
