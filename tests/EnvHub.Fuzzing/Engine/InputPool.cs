using EnvHub.Numerics;

namespace EnvHub.Fuzzing;

/// <summary>The corpus, and the inputs to which a reader gave an answer that it had not given before.</summary>
internal sealed class InputPool
{
    private const int MostInputs = 1024, LongestKept = 1 << 15;

    private readonly List<byte[]> _inputs;
    private readonly int _corpus;
    private readonly HashSet<string> _answers = new(StringComparer.Ordinal);

    public InputPool(IReadOnlyList<byte[]> corpus) => (_inputs, _corpus) = ([.. corpus], corpus.Count);

    public int Answers => _answers.Count;

    /// <summary>One of the corpus as often as one of those that were found.</summary>
    public byte[] Pick(RandomGenerator random) => _inputs[(int)random.Integers(random.Integers(2) == 0 ? _corpus : _inputs.Count)];

    /// <summary>Keeps an input whose answer is new; an old one makes room.</summary>
    public void Offer(byte[] input, string answer, RandomGenerator random)
    {
        if (!_answers.Add(answer) || input.Length > LongestKept) return;
        if (_inputs.Count < MostInputs) _inputs.Add(input);
        else _inputs[(int)random.Integers(_corpus, MostInputs)] = input;
    }
}
