namespace EnvHub.Learning.Tests;

public class TeacherWeightTests
{
    private const double RandomReturn = -200, TeacherReturn = -100;

    [TestCase(-200, 1.0)]
    [TestCase(-150, 0.5)]
    [TestCase(-100, 0.0)]
    [TestCase(-80, 0.0, TestName = "Lack_NegativeReturnAboveTheTeachers_IsZero")]
    [TestCase(-300, 1.0, TestName = "Lack_ReturnBelowRandom_IsOne")]
    public void Lack_NegativeReturns_IsTheShareThatIsMissing(double student, double expected) =>
        Assert.That(TeacherWeight.Lack(student, TeacherReturn, RandomReturn), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Lack_TeacherNoBetterThanRandom_IsZero() => Assert.That(TeacherWeight.Lack(-500, -200, -200), Is.Zero);

    [TestCase(0, 2.0)]
    [TestCase(100, 1.5)]
    [TestCase(200, 1.0)]
    [TestCase(399, 0.005)]
    [TestCase(400, 0.0)]
    [TestCase(1000, 0.0)]
    public void At_Annealed_FallsLinearlyToZero(long step, double expected) =>
        Assert.That(Weight(new() { Start = 2, Fraction = 0.4 }).At(step), Is.EqualTo(expected).Within(1e-12));

    [TestCase(0, 3.0)]
    [TestCase(399, 3.0)]
    [TestCase(400, 0.0)]
    public void At_EndAsLargeAsStart_HoldsUntilTheFractionEnds(long step, double expected) =>
        Assert.That(Weight(new() { Start = 3, End = 3, Fraction = 0.4 }).At(step), Is.EqualTo(expected));

    [Test]
    public void At_ByScore_FollowsTheMeanOfTheLastTenEpisodes()
    {
        var weight = Weight(new() { Start = 4, End = 4, ByScore = true });
        Assert.That(weight.At(0), Is.EqualTo(4), "before an episode ended");
        for (int episode = 0; episode < 5; episode++) Play(weight, -200);
        for (int episode = 0; episode < TeacherWeight.Window; episode++) Play(weight, episode % 2 == 0 ? -140 : -160);
        Assert.That(weight.At(0), Is.EqualTo(2).Within(1e-12));
    }

    [Test]
    public void At_ByScoreWithRandomReturnGiven_PrefersItToTheEnvironments()
    {
        var weight = Weight(new() { ByScore = true, RandomReturns = new Dictionary<string, double> { ["task"] = -300 } });
        Play(weight, -200);
        Assert.That(weight.At(0), Is.EqualTo(0.5).Within(1e-12));
    }

    [Test]
    public void Constructor_ByScoreWithoutRandomReturn_Refuses() =>
        Assert.That(() => Weight(new() { ByScore = true }, references: null),
            Throws.InstanceOf<HubException>().With.Message.Contains("randomReturns").And.Property("Code").EqualTo("EH2201"));

    [Test]
    public void Load_SavedAmidAnEpisode_ContinuesIt()
    {
        TeacherWeight saved = Weight(new() { ByScore = true }), loaded = Weight(new() { ByScore = true });
        Play(saved, -180);
        saved.Add(0, -70, ended: false);
        var file = new InMemoryCheckpoint();
        saved.Save(file, "weight.");
        loaded.Load(file, "weight.");
        loaded.Add(0, -50, ended: true);
        Assert.That(loaded.At(0), Is.EqualTo(0.5).Within(1e-12));   // the mean of -180 and -120
    }

    private static void Play(TeacherWeight weight, double episodeReturn)
    {
        weight.Add(0, episodeReturn / 2, ended: false);
        weight.Add(0, episodeReturn / 2, ended: true);
    }

    private static TeacherWeight Weight(TeacherWeightOptions options) => Weight(options, new(RandomReturn, TeacherReturn));

    private static TeacherWeight Weight(TeacherWeightOptions options, ReferenceScores? references)
    {
        var task = new TaskSpec
        {
            Name = "task",
            Environment = new EnvironmentSpec
            {
                Id = EnvironmentId.Parse("task"), ObservationSpace = new DiscreteSpace(2), ActionSpace = new DiscreteSpace(2), ReferenceScores = references,
            },
        };
        var context = new LearnerContext { Tasks = [task], Copies = 1, TotalSteps = 1000, Random = new RandomStreams(1), Networks = new Networks.EmbeddedBackend() };
        return new TeacherWeight(context, task, TeacherReturn, options);
    }
}
