using System.Text;
using EnvHub.Hosting;

namespace EnvHub.Fuzzing;

public sealed class MutatorTests
{
    [Test]
    public void Run_SameSeed_GivesTheSameInputs()
    {
        var (one, two) = (new List<string>(), new List<string>());
        new FuzzRun(Recording(one), 5).Run(200, TimeSpan.FromMinutes(1));
        new FuzzRun(Recording(two), 5).Run(200, TimeSpan.FromMinutes(1));

        Assert.That(one, Is.EqualTo(two));
        Assert.That(one.Distinct().Count(), Is.GreaterThan(150));
    }

    [Test]
    public void Run_ReaderThatThrowsAnythingElse_IsAFaultOnce()
    {
        var report = new FuzzRun(new("plugin", new TextMutator(), _ => throw new FormatException("?")), 1).Run(20, TimeSpan.FromMinutes(1));

        Assert.That(report.Faults.Single().What, Does.Contain("FormatException"));
    }

    [Test]
    public void Run_ReaderThatTakesMemoryWithoutBounds_IsAFault()
    {
        var report = new FuzzRun(new("plugin", new TextMutator(), input => GC.KeepAlive(new byte[64 << 20])), 1).Run(3, TimeSpan.FromMinutes(1));

        Assert.That(report.Faults.Single().Kind, Is.EqualTo("memory"));
    }

    [Test]
    public void Run_ReaderThatNeverEnds_IsAFault()
    {
        bool isOver = false;
        using var returned = new ManualResetEventSlim();
        var report = new FuzzRun(new("plugin", new TextMutator(), _ =>
        {
            while (!Volatile.Read(ref isOver)) { }
            returned.Set();
        }), 1).Run(2, TimeSpan.FromSeconds(1));
        Volatile.Write(ref isOver, true);
        returned.Wait();

        // What it does when it comes back after all is no part of the report, whenever that is.
        Assert.That((report.Faults.Single().Kind, report.Inputs), Is.EqualTo(("hang", 0)));
    }

    [Test]
    public void Checkpoint_WrittenAnew_IsReadByTheReader()
    {
        byte[] file = CheckpointRecord.Write([new(Encoding.UTF8.GetBytes("a"), 0, 2, new byte[8])], 1);

        using var reader = new CheckpointFileReader(new MemoryStream(file), "a");

        Assert.That((reader.Names.Single(), reader.LengthOf("a")), Is.EqualTo(("a", 2)));
        Assert.That(CheckpointRecord.Of(file).Single().Values, Has.Length.EqualTo(8));
    }

    private static FuzzTarget Recording(List<string> seen) => new("plugin", new TextMutator(), input => seen.Add(Encoding.UTF8.GetString(input)));
}
