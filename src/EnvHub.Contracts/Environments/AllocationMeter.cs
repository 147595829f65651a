namespace EnvHub.Contracts;

/// <summary>Measures the managed memory that code allocates on its own thread once it is warm.</summary>
/// <remarks>A collection that another thread causes can add the unused rest of this thread's allocation block, less than 8 KiB, to the runtime's
/// count, and never takes anything from it; so the least of a few runs is the code's own.</remarks>
public static class AllocationMeter
{
    private const int Runs = 5;

    /// <summary>The bytes that one run allocates.</summary>
    /// <param name="run">Runs up to five times; once is enough if it allocates nothing.</param>
    public static long Measure(Action run)
    {
        ArgumentNullException.ThrowIfNull(run);
        long least = long.MaxValue;
        for (int i = 0; i < Runs && least > 0; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
