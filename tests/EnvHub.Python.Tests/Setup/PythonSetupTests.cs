namespace EnvHub.Python.Tests;

public sealed class PythonSetupTests
{
    [Test]
    public async Task RunAsync_ReadyFolder_LeavesItAndFetchesNothing()
    {
        using var folder = new TemporaryFolder();
        Ready(folder);
        var told = new List<string>();

        var result = await PythonSetup.RunAsync(new() { Folder = folder.Combine("python") }, told.Add);

        Assert.That((result.IsNew, result.Python.Gymnasium, told.Count), Is.EqualTo((false, RealPython.WithGymnasium.Gymnasium, 0)));
    }

    [Test]
    public async Task RunAsync_AnotherIsAtIt_WaitsAndTakesItsResult()
    {
        using var folder = new TemporaryFolder();
        var told = new List<string>();
        Task<PythonSetupResult> second;
        using (await SetupLock.TakeAsync(folder.Combine("python"), _ => { }, CancellationToken.None))
        {
            second = Task.Run(() => PythonSetup.RunAsync(new() { Folder = folder.Combine("python") }, told.Add));
            while (told.Count == 0 && !second.IsCompleted) await Task.Delay(10);
            Ready(folder);
        }

        Assert.That((await second).IsNew, Is.False);
        Assert.That(told, Has.Count.EqualTo(1).And.One.Contains("waiting"));
    }

    [Test]
    public async Task RunAsync_FolderInAFile_SaysThatItCannotBeFilled()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("file", "");

        var fault = await Assert.ThrowsAsync<HubException>(() => PythonSetup.RunAsync(new() { Folder = Path.Combine(file, "python") }, _ => { }));

        Assert.That(fault!.Code, Is.EqualTo("EH4624"));
    }

    [Test]
    public void Replace_FolderThatIsThere_GivesWayWhole()
    {
        using var folder = new TemporaryFolder();
        folder.Write("python/old", "");
        folder.Write("python.new/new", "");

        FolderSwap.Replace(folder.Combine("python"), folder.Combine("python.new"));

        Assert.That(Directory.GetFileSystemEntries(folder.Combine("."), "*", SearchOption.AllDirectories).Select(Path.GetFileName), Is.EquivalentTo(new[] { "python", "new" }));
    }

    private static void Ready(TemporaryFolder folder)
    {
        var python = RealPython.WithGymnasium;
        Directory.CreateDirectory(folder.Combine("python"));
        PreparedFolder.Manifest.Write(folder.Combine("python"), new()
        {
            Source = PythonSource.Debian,
            Interpreter = python.Path,
            ModuleFolders = python.Environment.GetValueOrDefault("PYTHONPATH")?.Split(Path.PathSeparator) ?? [],
            LibraryFolders = python.Environment.GetValueOrDefault("LD_LIBRARY_PATH")?.Split(Path.PathSeparator) ?? [],
        });
    }
}
