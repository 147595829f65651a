namespace EnvHub.Hosting.Tests;

/// <summary>Plugins that come, change and go beneath a hub that watches: real folders and files.</summary>
public sealed class WatchedCatalogTests
{
    private TemporaryFolder _folder = null!;
    private WatchedCatalog _catalog = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _catalog = new WatchedCatalog(new HubOptions { PluginFolders = [_folder.Path] });
    }

    [TearDown]
    public void TearDown()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Look_PluginDroppedIn_TakesItUpOnceItStandsStill()
    {
        Install("Good", "plugin");

        Assert.That(_catalog.Look(), Is.Empty);
        Assert.That(_catalog.Look(), Is.EqualTo(new[] { PathOf("plugin") }));
        Assert.That(_catalog.Current.Learners.Find("good-learner").Name, Is.EqualTo("good-learner"));
        Assert.That(_catalog.Look(), Is.Empty);
    }

    [Test]
    public void Look_PluginRemoved_DropsIt()
    {
        Take("Good", "plugin");
        Directory.Delete(PathOf("plugin"), recursive: true);

        Assert.That(_catalog.Look(), Is.EqualTo(new[] { PathOf("plugin") }));
        Assert.That(_catalog.Current.Plugins, Is.Empty);
    }

    [Test]
    public void Look_PluginReplaced_GivesTheNewOneAndLeavesTheOldToWhoHasIt()
    {
        Take("ConflictingDependencyA", "plugin");
        var before = _catalog.Current.Learners.Find("library-in-a");
        Directory.Delete(PathOf("plugin"), recursive: true);
        Take("ConflictingDependencyB", "plugin");

        Assert.That(_catalog.Current.Learners.All.Select(learner => learner.Name), Is.EqualTo(new[] { "library-in-b" }));
        Assert.That(_catalog.Current.Learners.Find("library-in-b").Summary, Is.EqualTo("SharedLibrary 2.0.0.0"));
        Assert.That(Activator.CreateInstance(before.OptionsType), Is.Not.Null);
        Assert.That(before.OptionsType.Assembly, Is.Not.SameAs(_catalog.Current.Learners.Find("library-in-b").OptionsType.Assembly));
    }

    [Test]
    public void Look_HalfWrittenAssembly_KeepsThePluginAndSaysWhy()
    {
        Take("Good", "plugin");
        string assembly = Directory.GetFiles(PathOf("plugin"), "*Good.dll").Single();
        byte[] whole = File.ReadAllBytes(assembly);
        File.WriteAllBytes(assembly, whole[..(whole.Length / 2)]);
        LookTwice();
        var status = _catalog.Current.Plugins.Single();

        Assert.That((status.State, status.Reason), Is.EqualTo((PluginState.Loaded, (string?)null)));
        Assert.That(status.Pending, Does.Contain(assembly));
        Assert.That(_catalog.Current.Learners.All, Has.Count.EqualTo(1));

        File.WriteAllBytes(assembly, whole);
        LookTwice();
        Assert.That(_catalog.Current.Plugins.Single().Pending, Is.Null);
    }

    [Test]
    public void Look_AssemblyThatIsNotThereYet_TakesThePluginUpWhenItIs()
    {
        string source = Path.Combine(TestPluginFolders.All, "Good");
        Directory.CreateDirectory(PathOf("plugin"));
        File.Copy(Path.Combine(source, "plugin.json"), Path.Combine(PathOf("plugin"), "plugin.json"));
        LookTwice();
        Assert.That(_catalog.Current.Plugins.Single().State, Is.EqualTo(PluginState.MissingAssembly));

        Take("Good", "plugin");
        Assert.That(_catalog.Current.Plugins.Single().State, Is.EqualTo(PluginState.Loaded));
    }

    [Test]
    public void Look_FilesThatKeepChanging_WaitsForTheirEnd()
    {
        Install("Good", "plugin");
        for (int i = 0; i < 3; i++)
        {
            File.WriteAllText(Path.Combine(PathOf("plugin"), "notes.txt"), new string('x', i + 1));
            Assert.That(_catalog.Look(), Is.Empty);
        }
        Assert.That(_catalog.Look(), Is.Not.Empty);
    }

    [Test]
    public void Look_TheEarlierOfTwoPluginsOfOneIdGoes_TakesTheOther()
    {
        Install("DuplicateId", "a");
        Install("Good", "b");
        LookTwice();
        Assert.That(_catalog.Current.Plugins[1].State, Is.EqualTo(PluginState.DuplicateId));

        Directory.Delete(PathOf("a"), recursive: true);
        LookTwice();
        Assert.That(_catalog.Current.Plugins.Single().State, Is.EqualTo(PluginState.Loaded));
    }

    [Test]
    public void Look_FolderThatAppears_IsSearched()
    {
        using var catalog = new WatchedCatalog(new HubOptions { PluginFolders = [PathOf("later")] });
        Assert.That(catalog.Current.Plugins.Single().State, Is.EqualTo(PluginState.MissingFolder));

        Install("Good", Path.Combine("later", "plugin"));
        catalog.Look();
        catalog.Look();
        Assert.That(catalog.Current.Plugins.Single().State, Is.EqualTo(PluginState.Loaded));
    }

    [Test]
    public void Dispose_Always_RemovesTheCopies()
    {
        Take("Good", "plugin");
        string copy = Path.GetDirectoryName(_catalog.Current.Learners.All[0].OptionsType.Assembly.Location)!;
        Assert.That(copy, Does.Exist.And.Not.EqualTo(PathOf("plugin")));
        _catalog.Dispose();

        Assert.That(copy, Does.Not.Exist);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task FollowAsync_PluginDroppedIn_TellsIt(CancellationToken cancellation)
    {
        var told = new TaskCompletionSource<IReadOnlyList<string>>();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var following = _catalog.FollowAsync(told.SetResult, TimeProvider.System, ended.Token);
        Install("Good", "plugin");

        Assert.That(await told.Task.WaitAsync(cancellation), Is.EqualTo(new[] { PathOf("plugin") }));
        await ended.CancelAsync();
        Assert.That(async () => await following, Throws.InstanceOf<OperationCanceledException>());
    }

    private string PathOf(string plugin) => Path.Combine(_folder.Path, plugin);

    private void Take(string plugin, string name)
    {
        Install(plugin, name);
        LookTwice();
    }

    private void LookTwice()
    {
        _catalog.Look();
        _catalog.Look();
    }

    private void Install(string plugin, string name)
    {
        string source = Path.Combine(TestPluginFolders.All, plugin);
        foreach (string file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(PathOf(name), Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
