namespace EnvHub.Hosting.Tests;

public sealed class RunLockTests : RunFolderFixture
{
    [Test]
    public void IsHeld_WhileItIsTaken_IsTrueForThatLong()
    {
        bool before = RunLock.IsHeld(Runs), during;
        using (RunLock.Take(Runs)) during = RunLock.IsHeld(Runs);

        Assert.That((before, during, RunLock.IsHeld(Runs)), Is.EqualTo((false, true, false)));
    }

    [Test]
    public void IsHeld_LookedAtTwice_DoesNotSeeItself()
    {
        RunLock.Take(Runs).Dispose();
        using var look = new FileStream(Path.Combine(Runs, "lock"), FileMode.Open, FileAccess.Read, FileShare.Read);

        Assert.That(RunLock.IsHeld(Runs), Is.False);
    }

    [TestCase(28)]
    [TestCase(30)]
    public void IsHeld_DiskIsFullOrReadOnly_IsNoLock(int code) => Assert.That(RunLock.IsHeld(new IOException("no space, or no writing", code)), Is.False);

    [Test]
    public void TryClaim_FolderThatTakesNoFile_ThrowsInsteadOfWaiting()
    {
        string file = Path.Combine(Runs, "file");
        File.WriteAllText(file, "");

        Assert.That(() => SourceRecord.TryClaim(file), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void Differences_OfCode_NameThePartsThatAreOthers()
    {
        var recorded = new RecordedCode("", [".NET 10", "EnvHub.Plugins.Dqn aa", "EnvHub.Plugins.FineTune bb", "EnvHub.Learning.dll cc"]);

        Assert.That(recorded.Differences([".NET 11", "EnvHub.Plugins.Dqn aa", "EnvHub.Plugins.FineTune dd"]), Is.EqualTo(new[] { "EnvHub.Learning", "EnvHub.Plugins.FineTune" }));
    }
}
