namespace EnvHub.Learning.Tests;

/// <summary>Checkpoints of a buffer in which one number is another: each is refused, and the buffer stays as it was.</summary>
public sealed class DamagedReplayTests
{
    private const string Prefix = "replay.";
    private const int Stack = 3, Size = 2, Capacity = 8, Stored = 6;

    private static readonly EnvironmentSpec Environment = new()
    {
        Id = EnvironmentId.Parse("Frames-v0"),
        ObservationSpace = BoxSpace.UniformOf<byte>(0, byte.MaxValue, Stack, Size),
        ActionSpace = new DiscreteSpace(2),
        StackedFrames = Stack,
    };

    // More holders than the buffer finds may be windows over it, whose learner counts them.
    [TestCase("store", 1, -1, 1 << 20, int.MinValue)]
    [TestCase("links.0", -1, int.MinValue)]
    [TestCase("last", 1, -1, 1 << 20, int.MinValue)]
    [TestCase("places", 1, -1, 1 << 20, int.MinValue)]
    public void Load_OneNumberIsAnother_IsRefusedAndChangesNothing(string array, params int[] changes)
    {
        var saved = Saved(Environment, useConstants: true);
        int length = saved.LengthOf(Prefix + array);
        for (int index = 0; index < length; index++)
            foreach (int change in changes)
            {
                var buffer = Buffer(Environment, useConstants: true);
                InMemoryCheckpoint before = new(), after = new();
                buffer.Save(before, Prefix);
                string what = $"{array}[{index}] + {change}";
                var fault = Assert.Throws<HubException>(() => buffer.Load(Changed(saved, Prefix + array, index, change), Prefix), what);
                Assert.That(fault!.Code, Is.AnyOf("EH2015", "EH2016", "EH1131", "EH9003", "EH9004"), what);
                buffer.Save(after, Prefix);
                Assert.That(after.DifferencesFrom(before), Is.Empty, what);
            }
    }

    [Test]
    public void Load_ObservationsOfAnotherKind_SaysWhichAndWhat()
    {
        var other = Environment with { StackedFrames = 1 };
        Assert.That(Assert.Throws<HubException>(() => Buffer(other, useConstants: true).Load(Saved(Environment, useConstants: true), Prefix))!.Message,
            Does.Contain("EH2016").And.Contain($"{Stack} x {Size} elements as UInt8").And.Contain($"1 x {Stack * Size}"));
    }

    [Test]
    public void Load_OtherScaling_IsRefused() =>
        Assert.That(Assert.Throws<HubException>(() => Buffer(Environment, useConstants: false).Load(Saved(Environment, useConstants: true), Prefix))!.Code, Is.EqualTo("EH2018"));

    private static ReplayBuffer Buffer(EnvironmentSpec environment, bool useConstants) => new(Capacity, new ObservationScaler(environment, useConstants));

    private static InMemoryCheckpoint Saved(EnvironmentSpec environment, bool useConstants)
    {
        var buffer = Buffer(environment, useConstants);
        // A moving window over a row of frames, as a stack of frames is.
        float[] frames = [.. Enumerable.Range(0, (Stored + Stack) * Size).Select(i => (float)i)];
        for (int i = 0; i < Stored; i++)
            buffer.Add(frames.AsSpan(i * Size, Stack * Size), i % 2, i, frames.AsSpan((i + 1) * Size, Stack * Size), 0.9f);
        var saved = new InMemoryCheckpoint();
        buffer.Save(saved, Prefix);
        return saved;
    }

    private static InMemoryCheckpoint Changed(InMemoryCheckpoint saved, string array, int index, int change)
    {
        var copy = new InMemoryCheckpoint();
        foreach (string name in saved.Names)
        {
            if (name.EndsWith("rewards", StringComparison.Ordinal) || name.EndsWith("discounts", StringComparison.Ordinal)) Copy<float>(name);
            else if (name.Contains("frames", StringComparison.Ordinal)) Copy<byte>(name);
            else Copy<int>(name);
        }
        return copy;

        void Copy<T>(string name) where T : unmanaged
        {
            var values = new T[saved.LengthOf(name)];
            saved.Read<T>(name, values);
            if (name == array && values is int[] numbers) numbers[index] = unchecked(numbers[index] + change);
            copy.Write<T>(name, values, [.. saved.ShapeOf(name)]);
        }
    }
}
