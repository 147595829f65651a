using System.Collections.Concurrent;
using System.Diagnostics;

namespace EnvHub.Envs.Gymnasium;

/// <summary>Starts processes from a thread of its own, which lives as long as they may.</summary>
/// <remarks>Linux ends a worker with the thread that started it, not with the hub's process; a thread of the pool could end sooner.</remarks>
internal sealed class WorkerStarter : IDisposable
{
    private const int StackBytes = 256 * 1024;

    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _orders = [];

    public WorkerStarter() => new Thread(Work, StackBytes) { IsBackground = true, Name = "worker starter" }.Start();

    /// <exception cref="System.ComponentModel.Win32Exception">There is no such executable.</exception>
    public Process Start(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _orders.Add((start, started));
        return started.Task.GetAwaiter().GetResult();
    }

    /// <summary>Ends the thread: all workers must have ended before.</summary>
    public void Dispose() => _orders.CompleteAdding();

    private void Work()
    {
        foreach (var (start, started) in _orders.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception fault)   // told to who asked
            {
                started.SetException(fault);
            }
        }
        _orders.Dispose();
    }
}
