namespace EnvHub.Hosting.Tests;

public sealed class EventFileTests : RunFolderFixture
{
    // RFC 3720, appendix B.4; the last is the check value that catalogues of CRCs give.
    [TestCase(0x8A9136AAu, 0)]
    [TestCase(0x62A8AB43u, 1)]
    [TestCase(0x46DD794Eu, 2)]
    [TestCase(0x113FDB5Cu, 3)]
    [TestCase(0xE3069283u, 4)]
    public void Checksum_PublishedVectors_AgreeWithBoth(uint expected, int vector)
    {
        byte[] bytes = [.. vector switch
        {
            0 => Enumerable.Repeat((byte)0, 32),
            1 => Enumerable.Repeat((byte)0xFF, 32),
            2 => Enumerable.Range(0, 32).Select(i => (byte)i),
            3 => Enumerable.Range(0, 32).Select(i => (byte)(31 - i)),
            _ => "123456789"u8.ToArray(),
        }];
        var checksum = Crc32C.Start;
        checksum.Add(bytes);

        Assert.That((checksum.Value, EventRecords.Crc32C(bytes)), Is.EqualTo((expected, expected)));
    }

    [Test]
    public void Add_Values_AreReadBack()
    {
        using (var file = new EventFile(Runs, 0, Clock))
        {
            file.Add(7, [("a/b", 1.5), ("none", double.NaN), ("c", -2)]);
            file.Add(1L << 40, [("a/b", 3)]);
        }

        Assert.That(EventRecords.Scalars(File()), Is.EqualTo(new[] { ("a/b", 7L, 1.5f), ("c", 7L, -2f), ("a/b", 1L << 40, 3f) }));
    }

    [Test]
    public void Create_AnyFile_BeginsWithItsVersionAndHasTensorBoardsName()
    {
        new EventFile(Runs, 0, Clock).Dispose();
        var record = EventRecords.Read(File()).Single();

        Assert.That((record.Text(3), record.Double(1)), Is.EqualTo(("brain.Event:2", (double)Clock.GetUtcNow().ToUnixTimeSeconds())));
        Assert.That(Path.GetFileName(File()), Does.StartWith($"events.out.tfevents.{Clock.GetUtcNow().ToUnixTimeSeconds()}."));
    }

    [Test]
    public void Create_LaterStart_HasAFileOfItsOwnAndSaysFromWhere()
    {
        new EventFile(Runs, 0, Clock).Dispose();
        new EventFile(Runs, 500, Clock).Dispose();
        var record = EventRecords.Read(Directory.GetFiles(Runs).Order(StringComparer.Ordinal).Last())[1];

        Assert.That((record.Integer(2), record.Message(7).Integer(1)), Is.EqualTo((500L, 1L)), "step, and the session's start");
    }

    [Test]
    public void Read_WhileItGrows_SeesWholeRecords()
    {
        using var file = new EventFile(Runs, 0, Clock);
        file.Add(1, [("a", 1)]);

        Assert.That(EventRecords.Scalars(File()).Count(), Is.EqualTo(1));
    }

    [Test]
    public void Run_ATrial_WritesBothNamesPerTask()
    {
        var (folder, _) = Run(Plans.Of(Plans.Arm("multi")) with { Seeds = [1] });
        string events = Directory.GetFiles(Path.Combine(folder.Path, "multi", "seed-1", "tensorboard", "Signal-v1")).Single();
        string[] lines = System.IO.File.ReadAllLines(Path.Combine(folder.Path, "multi", "seed-1", "metrics.csv"));
        var last = lines.Last(line => line.Contains("Signal-v1", StringComparison.Ordinal)).Split(',');
        var scalars = EventRecords.Scalars(events).ToLookup(scalar => scalar.Tag);

        Assert.That(scalars.Select(tag => tag.Key), Is.SupersetOf(new[]
        {
            "charts/episodic_return", "charts/episodic_length", "charts/SPS", "charts/epsilon", "losses/td_loss", "losses/q_values", "eval/episodic_return",
            "rollout/ep_rew_mean", "rollout/ep_len_mean", "rollout/exploration_rate", "time/fps", "time/total_timesteps", "train/loss",
            "train/learning_rate", "train/n_updates", "eval/mean_reward",
        }));
        Assert.That(scalars["eval/mean_reward"].Last(), Is.EqualTo(("eval/mean_reward", long.Parse(last[0]), float.Parse(last[4], System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Test]
    public void Run_SwitchedOff_WritesNone()
    {
        var (folder, _) = Run(Plans.Of(Plans.Arm("multi")) with { Seeds = [1], TensorBoard = false });

        Assert.That(Directory.Exists(Path.Combine(folder.Path, "multi", "seed-1", "tensorboard")), Is.False);
    }

    private string File() => Directory.GetFiles(Runs).Single();
}
