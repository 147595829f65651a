namespace EnvHub.Python.Tests;

[TestFixture]
public class EnvironmentServerTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Test]
    public void Serve_KnownEnvironment_IsDescribedByItsSpec()
    {
        var (client, _) = new TallyServer().Start();
        using (client)
        {
            var told = client.Ask("""{"id":"Tally-v0"}""");

            Assert.That(((int)told["protocol"]!, (string)told["id"]!, (int)told["observationElements"]!, (int)told["actionElements"]!, (int)told["actionSpace"]!["n"]!),
                Is.EqualTo((1, "Tally-v0", 1, 0, 10)));
        }
    }

    [TestCase("no json", "EH4650")]
    [TestCase("""{"copies":3}""", "EH4650")]
    [TestCase("""{"id":"Tally-v0","copies":0}""", "EH4653")]
    [TestCase("""{"id":"Tally-v0","render":"rgb_array"}""", "EH4652")]
    [TestCase("""{"id":"Tally-v0","render":"human"}""", "EH4651")]
    [TestCase("""{"id":"Nothing-v0"}""", "EH9999")]
    public void Serve_RequestThatCannotBe_IsRefusedAndEndsTheClient(string request, string code)
    {
        var (client, served) = new TallyServer().Start();
        using (client)
        {
            Assert.That((string)client.Ask(request)["error"]!, Does.StartWith(code));
            Assert.That(served.Wait(Longest));
        }
    }

    [Test]
    public void Serve_Steps_WritesWhatTheEnvironmentGivesIntoTheClientsMemory()
    {
        var (client, _) = new TallyServer().Start();
        using (client)
        {
            client.Begin();
            client.Reset();
            client.Step(9, 1);
            client.Step(9, 2);
            client.Step(3, 3);

            var region = client.Region;
            // 9 + 9 + 3 is over 20: the first copy's episode ended, and its row shows the next one.
            Assert.That(region.Observations.ToArray(), Is.EqualTo((float[])[0, 6]));
            Assert.That(region.FinalObservations[0], Is.EqualTo(21));
            Assert.That(region.Rewards.ToArray(), Is.EqualTo((double[])[3, 3]));
            Assert.That(region.Terminated.ToArray(), Is.EqualTo((bool[])[true, false]));
        }
    }

    [Test]
    public void Serve_CallersMistake_IsAnsweredAndTheEnvironmentGoesOn()
    {
        var (client, _) = new TallyServer().Start();
        using (client)
        {
            client.Begin();

            Assert.That((client.Step(1, 1), client.Region.ReplyText[..6]), Is.EqualTo((SharedStatus.Failed, "EH1103")));
            Assert.That(client.Do((SharedCommand)77), Is.EqualTo(SharedStatus.Failed));
            client.Reset();
            Assert.That((client.Step(1, 10), client.Region.ReplyText[..6]), Is.EqualTo((SharedStatus.Failed, "EH1102")));
            Assert.That((client.Step(1, 2), client.Region.Observations[1]), Is.EqualTo((SharedStatus.Done, 2f)));
        }
    }

    [TestCase(2, 2, 0)]
    [TestCase(3, 1, 0)]
    [TestCase(2, 1, 1)]
    public void Serve_MemoryLaidOutForAnotherEnvironment_IsRefused(int copies, int observation, int action)
    {
        var (client, served) = new TallyServer().Start();
        using (client)
        {
            // As large as is needed, or larger: the size alone would let it pass.
            Assert.That((string)client.Begin(new(copies, observation, action, 1 << 16))["error"]!, Does.StartWith("EH4657"));
            Assert.That(served.Wait(Longest));
        }
    }

    [TestCase(0, 0x4D53_4846, TestName = "Serve_MemoryThatDoesNotBeginAsTheProtocolSays_IsRefused")]
    [TestCase(4, 2, TestName = "Serve_MemoryOfAnotherVersion_IsRefused")]
    [TestCase(16, -2, TestName = "Serve_MemoryOfNegativeCopies_IsRefused")]
    [TestCase(8, 1 << 20, TestName = "Serve_MemoryThatStatesAnotherSize_IsRefused")]
    public void SpoilHeader(int word, int value)
    {
        var (client, served) = new TallyServer().Start();
        using (client)
        {
            Assert.That((string)client.Begin(spoil: region => region.Word(word) = value)["error"]!, Does.StartWith("EH4601"));
            Assert.That(served.Wait(Longest));
        }
    }

    [Test]
    public void Serve_Mapped_TakesTheMemorysNameAway()
    {
        var (client, _) = new TallyServer().Start();
        using (client)
        {
            client.Begin();

            Assert.That(client.Region.Path, Does.Not.Exist);
        }
    }

    [Test]
    public void Serve_ClientGone_EndsAndClosesItsCopies()
    {
        var tally = new TallyServer();
        var (client, served) = tally.Start();
        client.Begin();
        client.Reset();

        client.Dispose();

        Assert.That(served.Wait(Longest));
        Assert.That(tally.Closed, Is.EqualTo(2));
    }

    [Test]
    public void Serve_ClosedByCommand_EndsThoughThePipesStayOpen()
    {
        var (client, served) = new TallyServer().Start();
        using (client)
        {
            client.Begin();
            client.Ring(SharedCommand.Close);

            Assert.That(served.Wait(Longest));
        }
    }
}
