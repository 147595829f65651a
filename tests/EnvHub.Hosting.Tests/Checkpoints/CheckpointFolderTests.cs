using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class CheckpointFolderTests : RunFolderFixture
{
    [Test]
    public void Write_MoreThanAreKept_KeepsTheNewest()
    {
        var folder = new CheckpointFolder(Runs, keep: 2);
        foreach (long step in (long[])[9, 10, 100]) folder.Write(step, Nothing);

        Assert.That(folder.Files.Select(CheckpointFolder.StepOf), Is.EqualTo(new[] { 100L, 10L }));
    }

    [Test]
    public void Write_Fails_LeavesWhatWasThere()
    {
        var folder = new CheckpointFolder(Runs, keep: 1);
        folder.Write(1, Nothing);

        Assert.That(() => folder.Write(2, _ => throw new IOException("No space left on device")), Throws.TypeOf<IOException>());
        Assert.That(Directory.GetFiles(Path.Combine(Runs, "checkpoints")).Select(Path.GetFileName), Is.EqualTo(new[] { "step-000000000001.ckpt" }));
        Assert.That(() => new CheckpointFileReader(folder.Files[0]).Dispose(), Throws.Nothing);
    }

    [Test]
    public void Write_AfterADamagedOne_CountsTheGoodAlone()
    {
        var folder = new CheckpointFolder(Runs, keep: 2);
        foreach (long step in (long[])[1, 9]) folder.Write(step, Nothing);
        folder.PassOver(folder.Files[0]);

        folder.Write(2, Nothing);

        Assert.That(folder.Files.Select(CheckpointFolder.StepOf), Is.EqualTo(new[] { 2L, 1L }));
    }

    [Test]
    public void Write_HalfWrittenFileOfAKilledProcess_GoesWithTheNextOne()
    {
        var folder = new CheckpointFolder(Runs, keep: 2);
        folder.Write(1, Nothing);
        File.WriteAllText(folder.Files[0].Replace("1.ckpt", "2.ckpt.tmp", StringComparison.Ordinal), "half");

        Assert.That(folder.Files, Has.Count.EqualTo(1), "it is no checkpoint");
        folder.Write(3, Nothing);

        Assert.That(Directory.GetFiles(Path.Combine(Runs, "checkpoints"), "*.tmp"), Is.Empty);
    }

    [Test]
    public void IsDue_CostlyCheckpoints_ComeLessOften()
    {
        var time = new ManualTime();
        var clock = new CheckpointClock(new CheckpointOptions { Seconds = 60 }, time, 0);
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.That(clock.IsDue(1), Is.True);

        clock.Restart(1, TimeSpan.FromSeconds(3));
        time.Advance(TimeSpan.FromSeconds(146));

        Assert.That(clock.IsDue(2), Is.False, "3 s of 149 s are more than 2 %");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(clock.IsDue(3), Is.True);
    }

    [Test]
    public void IsDue_BySteps_IsAtEveryMultiple()
    {
        var clock = new CheckpointClock(new CheckpointOptions { Steps = 100 }, new ManualTime(), 250);

        Assert.That((clock.IsDue(299), clock.IsDue(300)), Is.EqualTo((false, true)));
    }

    private static void Nothing(ICheckpointWriter writer) => writer.Write<int>("a", [1]);

    private sealed class ManualTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;
    }
}
