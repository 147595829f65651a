namespace EnvHub.Learning.Tests;

/// <summary>One copy's episodes, and every transition that comes of them, kept whole in a list: what a buffer is compared with.</summary>
internal sealed class StreamReference(StreamCase kind, ulong seed)
{
    private readonly RandomGenerator _random = new(seed);
    private readonly List<(float[] Observation, int Action, double Reward)> _waiting = [];
    private readonly List<float[]> _frames = [];
    private float[] _observation = [];

    public sealed record Kept(float[] Observation, int Action, float Reward, float[] Next, float Discount, bool[] NextMask);

    public sealed record Step(float[] Observation, int Action, double Reward, float[] Next, bool Terminated, bool Truncated, bool[] NextMask);

    /// <summary>Takes a random step; what it completes goes to <paramref name="kept"/>.</summary>
    public Step Next(int steps, double discount, List<Kept> kept)
    {
        if (_observation.Length == 0) Begin();
        bool stays = _random.NextDouble() < 0.2;   // a picture that does not change
        _frames.Add(stays ? _frames[^1] : kind.Frame(_random));
        double end = _random.NextDouble();
        bool[] mask = [_random.NextDouble() < 0.5, true, _random.NextDouble() < 0.5];
        var step = new Step(_observation, (int)_random.Integers(3), _random.Normal(), Newest(), end < 0.1, end is >= 0.1 and < 0.2, mask);
        _waiting.Add((step.Observation, step.Action, step.Reward));
        bool ended = step.Terminated || step.Truncated;
        while (_waiting.Count > 0 && (ended || _waiting.Count == steps))
        {
            double sum = _waiting.Select((item, i) => Power(discount, i) * item.Reward).Sum();
            float weight = step.Terminated ? 0 : (float)Power(discount, _waiting.Count);
            kept.Add(new(_waiting[0].Observation, _waiting[0].Action, (float)sum, step.Next, weight, step.Terminated ? [true, true, true] : mask));
            _waiting.RemoveAt(0);
        }
        _observation = ended ? [] : step.Next;
        return step;
    }

    private void Begin()
    {
        _frames.Clear();
        var first = kind.Frame(_random);
        for (int i = 1; i < Stack; i++) _frames.Add(kind.Padding ?? first);
        _frames.Add(first);
        _observation = Newest();
    }

    private int Stack => kind.Environment.StackedFrames ?? 1;

    private float[] Newest() => [.. _frames[^Stack..].SelectMany(frame => frame)];

    private static double Power(double discount, int exponent)
    {
        double power = 1;
        for (int i = 0; i < exponent; i++) power *= discount;
        return power;
    }
}
