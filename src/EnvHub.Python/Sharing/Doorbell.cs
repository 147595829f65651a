using System.Diagnostics;

namespace EnvHub.Python;

/// <summary>Tells the other side that there is work, and waits to be told: looks at a word in memory for a moment, then sleeps at a pipe.</summary>
/// <remarks>A byte goes through the pipe only where the other side has said that it sleeps. Who goes to sleep says so and then looks once
/// more, who rings writes the word and then looks who sleeps, each with a full fence between the two: none sleeps through a ring. A
/// byte too many is harmless: what was said stands in the word.</remarks>
public sealed class Doorbell
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMilliseconds(200);

    private readonly SharedRegion _region;
    private readonly Stream _ringing;
    private readonly PipeWait _listening;
    private readonly long _spinTicks;
    private readonly int _mine, _theirs, _iWait, _theyWait;
    private readonly bool _isCaller;
    private int _sequence;

    /// <param name="ringing">The pipe to the other side.</param>
    /// <param name="listening">The pipe from it.</param>
    /// <param name="spin">How long to look at the word before sleeping: a core is busy for so long.</param>
    public Doorbell(SharedRegion region, DoorbellSide side, Stream ringing, Stream listening, TimeSpan spin)
    {
        (_region, _ringing, _listening, _isCaller) = (region, ringing, new PipeWait(listening), side == DoorbellSide.Caller);
        _spinTicks = (long)(spin.TotalSeconds * Stopwatch.Frequency);
        (_mine, _theirs) = _isCaller ? (SharedWord.Request, SharedWord.Reply) : (SharedWord.Reply, SharedWord.Request);
        (_iWait, _theyWait) = _isCaller ? (SharedWord.CallerWaits, SharedWord.ServerWaits) : (SharedWord.ServerWaits, SharedWord.CallerWaits);
    }

    /// <summary>The caller asks; the server answers what it was asked last. All that was written before is visible to the other side.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Ring()
    {
        if (_isCaller) _sequence++;
        Volatile.Write(ref _region.Word(_mine), _sequence);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _region.Word(_theyWait)) == 0) return;
        _ringing.Write([1]);
        _ringing.Flush();
    }

    /// <summary>Waits for the answer, or to be asked.</summary>
    /// <param name="timeout">At most so long; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    public DoorbellResult Wait(TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            if (IsRung()) return DoorbellResult.Rung;
            Thread.SpinWait(10);
        }
        while (Stopwatch.GetTimestamp() - start < _spinTicks);
        return Sleep(start, timeout);
    }

    private DoorbellResult Sleep(long start, TimeSpan timeout)
    {
        Volatile.Write(ref _region.Word(_iWait), 1);
        try
        {
            for (bool isOpen = true; ;)
            {
                Interlocked.MemoryBarrier();
                if (IsRung()) return DoorbellResult.Rung;
                if (!isOpen) return DoorbellResult.Closed;
                var left = timeout == Timeout.InfiniteTimeSpan ? LongestSleep : timeout - Stopwatch.GetElapsedTime(start);
                if (left <= TimeSpan.Zero) return DoorbellResult.TimedOut;
                isOpen = _listening.Sleep(left < LongestSleep ? left : LongestSleep);
            }
        }
        finally
        {
            Volatile.Write(ref _region.Word(_iWait), 0);
        }
    }

    private bool IsRung()
    {
        int theirs = Volatile.Read(ref _region.Word(_theirs));
        if (_isCaller) return theirs == _sequence;
        if (theirs == _sequence) return false;
        _sequence = theirs;
        return true;
    }
}
