using EnvHub.Numerics;

namespace EnvHub.Fuzzing;

/// <summary>Feeds a reader inputs: the corpus first, then changed ones. The same seed gives the same inputs.</summary>
internal sealed class FuzzRun(FuzzTarget target, ulong seed)
{
    // JSON's own trees, and the copies that a record is checked by, take some hundred bytes per byte of input.
    private const long BytesPerByte = 4096;

    private const int StackBytes = 1 << 20;

    private readonly RandomGenerator _random = new RandomStreams(seed).Scope("fuzzing").Generator(target.Name);
    private readonly InputPool _pool = new(target.Corpus);
    private readonly Lock _gate = new();
    private volatile byte[] _current = [];
    private long _begun;
    private bool _isGivenUp;

    /// <summary>What has been found so far. A reader that was given up as hanging adds nothing when it comes back after all.</summary>
    public FuzzReport Report { get; } = new();

    /// <summary>Runs on a thread of its own, with the stack of a pool's thread, and watches it.</summary>
    /// <param name="hang">Processor time after which an input that has not been read counts as one that never will be.</param>
    public FuzzReport Run(long inputs, TimeSpan hang)
    {
        var thread = new Thread(() => Loop(inputs), StackBytes) { IsBackground = true, Name = $"fuzzing {target.Name}" };
        thread.Start();
        while (!thread.Join(TimeSpan.FromMilliseconds(500)))
        {
            var taken = Environment.CpuUsage.TotalTime - TimeSpan.FromTicks(Volatile.Read(ref _begun));
            if (taken <= hang || Volatile.Read(ref _begun) == 0) continue;
            lock (_gate)
            {
                _isGivenUp = true;
                Report.Add(new("hang", $"{target.Name}: not read after {taken.TotalSeconds:0} s of processor time", _current));
            }
            return Report;
        }
        return Report;
    }

    private void Loop(long inputs)
    {
        var corpus = target.Corpus;
        for (long i = 0; i < inputs; i++)
            if (!TryFeed(i < corpus.Count ? corpus[(int)i] : target.Mutator.Mutate(_pool.Pick(_random), _pool, _random))) return;
        Report.Answers = _pool.Answers;
    }

    // Whether the run goes on.
    private bool TryFeed(byte[] input)
    {
        _current = input;
        var begun = Environment.CpuUsage.TotalTime;
        Volatile.Write(ref _begun, begun.Ticks);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Attempt(input);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var taken = Environment.CpuUsage.TotalTime - begun;
        lock (_gate)
        {
            if (_isGivenUp) return false;
            Note(input, fault, allocated, taken);
        }
        _pool.Offer(input, fault is null ? "read" : Answer.Of(fault), _random);
        return true;
    }

    private Exception? Attempt(byte[] input)
    {
        try
        {
            target.Read(input);
            return null;
        }
        catch (Exception fault)   // judged by whoever notes it
        {
            return fault;
        }
    }

    private void Note(byte[] input, Exception? fault, long allocated, TimeSpan taken)
    {
        if (fault is null) Report.Accepted++;
        else if (!Answer.IsPromised(fault)) Report.Add(new(Answer.PlaceOf(fault), $"{target.Name}: {fault}", input));
        Report.Inputs++;
        if (allocated > Report.MostAllocated) Report.MostAllocated = allocated;
        if (allocated > target.Allowance + BytesPerByte * input.Length)
            Report.Add(new("memory", $"{target.Name}: {allocated} bytes were allocated for an input of {input.Length}", input));
        if (taken > Report.LongestTime) Report.LongestTime = taken;
        if (taken > target.Longest) Report.Add(new("slow", $"{target.Name}: {taken.TotalSeconds:0.0} s of processor time for an input of {input.Length} bytes", input));
    }
}
