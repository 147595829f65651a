namespace EnvHub.Learning;

/// <summary>How often each frame of a checkpoint is held, taken down as the holders are found: what is left at the end, or is missing, is damage.</summary>
internal sealed class FrameTally
{
    private readonly int[] _left;   // [places]: holders not yet found; below 0 for a free place
    private readonly string _prefix;

    /// <param name="holders">Shape <c>[places]</c>; owned from here on.</param>
    /// <param name="prefix">Whose frames, for messages.</param>
    public FrameTally(int[] holders, string prefix) => (_left, _prefix) = (holders, prefix);

    /// <summary>Takes what one holder holds.</summary>
    /// <exception cref="HubException">EH2015 a place is not there, is free, or is held more often than it says.</exception>
    public void Take(ReadOnlySpan<int> places)
    {
        foreach (int place in places)
            if ((uint)place >= (uint)_left.Length || --_left[place] < 0) throw LearningErrors.DamagedFrames(_prefix);
    }

    /// <summary>Requires every holder to have been found.</summary>
    /// <exception cref="HubException">EH2015 a frame is held by somebody that is not there.</exception>
    public void RequireComplete()
    {
        if (_left.AsSpan().IndexOfAnyInRange(1, int.MaxValue) >= 0) throw LearningErrors.DamagedFrames(_prefix);
    }
}
