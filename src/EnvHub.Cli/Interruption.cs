using System.Runtime.InteropServices;

namespace EnvHub.Cli;

/// <summary>Ctrl-C, SIGTERM and the end of the terminal as a token, for verbs that run until they are told to end.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() =>
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, End))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _ended.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _ended.Dispose();
    }

    private void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _ended.Cancel();
    }
}
