using System.Globalization;

namespace EnvHub.Fuzzing;

/// <summary>What a run came to.</summary>
internal sealed class FuzzReport
{
    private readonly Dictionary<string, (FuzzFault First, long Count)> _faults = [];

    public long Inputs { get; set; }

    /// <summary>Inputs that were read without a fault of their own.</summary>
    public long Accepted { get; set; }

    /// <summary>Ways in which the reader answered: codes with the form of their messages.</summary>
    public int Answers { get; set; }

    /// <summary>The most that one input took.</summary>
    public TimeSpan LongestTime { get; set; }

    /// <summary>The most bytes that one input made the reader allocate.</summary>
    public long MostAllocated { get; set; }

    public IReadOnlyList<FuzzFault> Faults => [.. _faults.Values.Select(fault => fault.First)];

    public void Add(FuzzFault fault) =>
        _faults[fault.Kind] = _faults.TryGetValue(fault.Kind, out var known) ? (known.First, known.Count + 1) : (fault, 1);

    /// <summary>One row of the table that the long run prints.</summary>
    public string Row(string target, TimeSpan processor, long peakBytes) => string.Create(CultureInfo.InvariantCulture,
        $"{target,-14} {Inputs,9} inputs  {Accepted,9} read  {Answers,5} answers  {_faults.Values.Sum(fault => fault.Count),6} faults of {_faults.Count,3} kinds  "
        + $"longest {LongestTime.TotalMilliseconds,7:0} ms  most {MostAllocated / 1048576.0,7:0.0} MiB  peak {peakBytes / 1048576.0,6:0} MiB  processor {processor.TotalSeconds,7:0.0} s");
}
