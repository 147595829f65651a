namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Shows a picture after the other, the same as in trace.py: bytes without dynamics to speak of.</summary>
internal sealed class Slides : Environment<byte[], long>
{
    private readonly byte[] _pixels;
    private long _start, _step;

    private Slides(int[] shape) : base(new()
    {
        Id = EnvironmentId.Parse("Slides-v0"), ObservationSpace = BoxSpace.UniformOf<byte>(0, 255, shape), ActionSpace = new DiscreteSpace(4),
    }) => _pixels = new byte[shape.Aggregate((size, length) => size * length)];

    public static IVectorEnvironment Copies(int count, params int[] shape) => new EnvironmentVector<byte[], long>(() => new Slides(shape), count);

    public override bool CanSnapshot => true;

    protected override void Exchange(SnapshotArchive archive)
    {
        archive.Value("start", ref _start);
        archive.Value("step", ref _step);
    }

    protected override byte[] OnReset()
    {
        (_start, _step) = (Random.Integers(1 << 20), 0);
        return Picture();
    }

    protected override StepResult<byte[]> OnStep(long action)
    {
        _step += action + 1;
        return new(Picture(), action - 0.25 * _step, _step % 23 == 0);
    }

    // Of a product, the bits above the lowest twelve.
    private byte[] Picture()
    {
        for (long i = 0; i < _pixels.Length; i++) _pixels[i] = (byte)((i + _start) * (7919 + 104729 * _step) >> 12);
        return _pixels;
    }
}
