namespace EnvHub.Contracts.Tests;

public sealed class AllocationMeterTests
{
    [Test, NonParallelizable]
    public void Measure_OtherThreadsAllocate_CountsItsOwnAlone([Values(0, 40, 20_000)] int size)
    {
        using var others = new Neighbours(2);
        for (int i = 0; i < 200; i++) Assert.That(AllocationMeter.Measure(() => Allocate(size)), Is.EqualTo(size));
    }

    private static void Allocate(int size)
    {
        const int ArrayHeader = 24;
        if (size > 0) GC.KeepAlive(new byte[size - ArrayHeader]);
        Thread.SpinWait(10_000);
    }

    /// <summary>Threads whose garbage makes the runtime collect all the while.</summary>
    private sealed class Neighbours : IDisposable
    {
        private readonly Thread[] _threads;
        private volatile bool _stop;

        public Neighbours(int count)
        {
            _threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(Litter))];
            foreach (var thread in _threads) thread.Start();
        }

        public void Dispose()
        {
            _stop = true;
            foreach (var thread in _threads) thread.Join();
        }

        private void Litter()
        {
            var held = new object[1000];
            for (int i = 0; !_stop; i++) held[i % held.Length] = new byte[5_000];
        }
    }
}
