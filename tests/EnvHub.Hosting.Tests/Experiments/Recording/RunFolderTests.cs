namespace EnvHub.Hosting.Tests;

public sealed class RunFolderTests : RunFolderFixture
{
    [Test]
    public void Create_NewExperiment_NamesTheFolderByTime() =>
        Assert.That(RunFolder.Create(Runs, "pair", Clock).Path, Is.EqualTo(Path.Combine(Runs, "pair", "20260131-120000")));

    [Test]
    public void Create_SameSecond_NumbersTheFolders()
    {
        string[] names = [.. Enumerable.Range(0, 3).Select(_ => Path.GetFileName(RunFolder.Create(Runs, "pair", Clock).Path))];

        Assert.That(names, Is.EqualTo(new[] { "20260131-120000", "20260131-120000-2", "20260131-120000-3" }));
    }

    [Test]
    public void Create_ManyThreads_GivesEachAFolderOfItsOwn()
    {
        var paths = Enumerable.Range(0, 32).AsParallel().WithDegreeOfParallelism(8).Select(_ => RunFolder.Create(Runs, "pair", Clock).Path).ToArray();

        Assert.That(paths, Is.Unique);
    }

    [Test]
    public void Create_FolderWithFiles_IsLeftAlone()
    {
        string taken = Directory.CreateDirectory(Path.Combine(Runs, "pair", "20260131-120000")).FullName;
        File.WriteAllText(Path.Combine(taken, "notes.txt"), "mine");

        Assert.That(RunFolder.Create(Runs, "pair", Clock).Path, Is.Not.EqualTo(taken));
    }

    [Test]
    public void Create_RunsIsAFile_SaysWhatToDo()
    {
        string file = Path.Combine(Runs, "file");
        File.WriteAllText(file, "");

        Assert.That(() => RunFolder.Create(file, "pair", Clock), Throws.InstanceOf<EnvHub.Contracts.HubException>().With.Message.StartsWith("EH3502"));
    }

    [TestCase("a/b", ExpectedResult = "a%2Fb")]
    [TestCase("..", ExpectedResult = "%2E%2E")]
    [TestCase("CartPole-v1", ExpectedResult = "CartPole-v1")]
    [TestCase("50%", ExpectedResult = "50%25")]
    public string FolderName_AnyName_StaysWithinItsParent(string name) => FolderName.Of(name);

    [Test]
    public void FolderName_VeryLong_FitsAFileSystemAndStaysDistinct()
    {
        string[] names = [.. new[] { "1", "2" }.Select(last => FolderName.Of(new string('名', 300) + last))];

        Assert.That(names, Is.Unique);
        Assert.That(names.Select(System.Text.Encoding.UTF8.GetByteCount), Is.All.AtMost(200));
    }
}
