namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>The system's clock, until so many workers are stuck in a fault of Fixtures/faulty_envs.py: then an hour passes at once.</summary>
/// <remarks>A timeout that must not happen is far away however slow the machine is, and one that must happen comes at once.</remarks>
internal sealed class StuckClock(int workers) : TimeProvider, IDisposable
{
    private readonly DirectoryInfo _marks = Directory.CreateTempSubdirectory("envhub-");
    private bool _isStuck;

    /// <summary>Where a worker says, in a file named as its process, in which state it will stand.</summary>
    public string Marks => _marks.FullName;

    public override long GetTimestamp()
    {
        _isStuck = _isStuck || _marks.GetFiles().Count(IsStuck) == workers;
        return base.GetTimestamp() + (_isStuck ? 3600 * TimestampFrequency : 0);
    }

    public void Dispose() => _marks.Delete(recursive: true);

    private static bool IsStuck(FileInfo mark) =>
        File.ReadAllText(mark.FullName) is { Length: 1 } state && File.ReadAllText($"/proc/{mark.Name}/stat").Contains($") {state} ", StringComparison.Ordinal);
}
