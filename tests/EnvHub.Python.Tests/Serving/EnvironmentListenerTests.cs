using System.Net.Sockets;

namespace EnvHub.Python.Tests;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Platform(Exclude = "Win", Reason = "Modes of files, and sockets that wake a sleeper, are Unix's.")]
public sealed class EnvironmentListenerTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly TallyServer _tally = new();
    private readonly CancellationTokenSource _end = new();
    private EnvironmentListener? _listener;
    private Task _running = Task.CompletedTask;

    public void Dispose()
    {
        _end.Cancel();
        _running.Wait(Longest);
        _listener?.Dispose();
        _end.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Clients_AtOnce_HaveEnvironmentsOfTheirOwn()
    {
        string path = Listen();
        using var one = TallyClient.Connect(path);
        using var other = TallyClient.Connect(path);
        one.Begin();
        other.Begin();
        one.Reset();
        other.Reset();

        one.Step(1, 2);
        other.Step(5, 6);
        one.Step(1, 2);

        Assert.That(one.Region.Observations.ToArray(), Is.EqualTo((float[])[2, 4]));
        Assert.That(other.Region.Observations.ToArray(), Is.EqualTo((float[])[5, 6]));
    }

    [Test]
    public void Client_Connects_IsGreetedWithTheProtocol()
    {
        using var client = TallyClient.Connect(Listen());

        Assert.That(((string)client.Greeting!["hub"]!, (int)client.Greeting["protocol"]!), Is.EqualTo(("EnvHub", 1)));
    }

    [Test]
    public void Client_Gone_IsClosedAndItsMemoryUnmappedWhileOthersGoOn()
    {
        string path = Listen();
        using var stays = TallyClient.Connect(path);
        stays.Begin();
        stays.Reset();
        string memory;
        using (var leaves = TallyClient.Connect(path))
        {
            leaves.Begin();
            leaves.Reset();
            memory = leaves.Region.Path;
            Assert.That(Mappings(memory), Is.EqualTo(2), "this process is both client and server");
        }

        Assert.That(() => _tally.Closed, Is.EqualTo(2).After(120_000, 10));
        Assert.That(() => Mappings(memory), Is.Zero.After(120_000, 10));
        Assert.That(stays.Step(1, 1), Is.EqualTo(SharedStatus.Done));
        using var next = TallyClient.Connect(path);
        Assert.That((bool?)next.Begin()["mapped"], Is.True);
    }

    [Test]
    public void Client_SpeaksAnotherProtocol_IsRefusedAndTheServerGoesOn()
    {
        string path = Listen();
        using (var stranger = TallyClient.Connect(path))
            Assert.That((string)stranger.Ask("GET / HTTP/1.1")["error"]!, Does.StartWith("EH4650"));

        using var client = TallyClient.Connect(path);
        Assert.That((bool?)client.Begin()["mapped"], Is.True);
    }

    [Test]
    public void Listen_Path_IsForItsOwnerAloneAndGoneAtTheEnd()
    {
        string path = Listen();
        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

        End();

        Assert.That(mode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(path, Does.Not.Exist);
    }

    [Test]
    public void End_WithClients_ClosesThem()
    {
        using var client = TallyClient.Connect(Listen());
        client.Begin();
        client.Reset();

        End();

        Assert.That((client.IsLeft(), _tally.Closed), Is.EqualTo((true, 2)));
    }

    [Test]
    public void Listen_FileOfAKilledHub_IsReplaced()
    {
        string path = _folder.Combine("hub");
        using (var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            killed.Bind(new UnixDomainSocketEndPoint(path));
            // A socket that is closed takes its file with it; a killed process leaves it.
            File.Move(path, path + ".kept");
        }
        File.Move(path + ".kept", path);

        Listen();

        using var client = TallyClient.Connect(path);
        Assert.That((bool?)client.Begin()["mapped"], Is.True);
    }

    [Test]
    public void Listen_WhereAHubListens_IsRefusedAndThatOneGoesOn()
    {
        string path = Listen();

        Assert.That(() => new EnvironmentListener(path, _tally.Server, _ => { }), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH4660"));
        using var client = TallyClient.Connect(path);
        Assert.That((bool?)client.Begin()["mapped"], Is.True);
    }

    [Test]
    public void Listen_FileOfAnotherKind_IsRefusedAndLeft()
    {
        string path = _folder.Write("notes", "mine");

        Assert.That(() => new EnvironmentListener(path, _tally.Server, _ => { }), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH4661"));
        Assert.That(File.ReadAllText(path), Is.EqualTo("mine"));
    }

    [Test]
    public void Listen_WhereNoSocketCanBe_IsRefused([Values("nowhere/hub", "")] string name)
    {
        string path = name.Length > 0 ? _folder.Combine(name.Split('/')) : _folder.Combine(new string('x', 120));

        Assert.That(() => new EnvironmentListener(path, _tally.Server, _ => { }), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH4662"));
    }

    private static int Mappings(string memory) => File.ReadLines("/proc/self/maps").Count(line => line.Contains(memory, StringComparison.Ordinal));

    private string Listen()
    {
        string path = _folder.Combine("hub");
        _listener = new(path, _tally.Server, TestContext.Progress.WriteLine);
        _running = _listener.RunAsync(_end.Token);
        return path;
    }

    private void End()
    {
        _end.Cancel();
        Assert.That(_running.Wait(Longest));
        _listener!.Dispose();
    }
}
