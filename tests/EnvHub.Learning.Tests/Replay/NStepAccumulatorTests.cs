namespace EnvHub.Learning.Tests;

public class NStepAccumulatorTests
{
    private const double Discount = 0.5;   // exact in binary, so that sums are too

    [Test]
    public void Add_OneStep_StoresEachStepAsItIs()
    {
        Assert.That(Store(1, [1, 2], EpisodeEnding.None), Is.EqualTo(new Transition[] { new(0, 1, 1, 0.5f), new(1, 2, 2, 0.5f) }));
    }

    [Test]
    public void Add_EpisodeGoesOn_SumsThreeRewardsAndKeepsTheRestWaiting()
    {
        Assert.That(Store(3, [1, 2, 4, 8], EpisodeEnding.None), Is.EqualTo(new Transition[]
        {
            new(0, 1 + 0.5f * 2 + 0.25f * 4, 3, 0.125f),
            new(1, 2 + 0.5f * 4 + 0.25f * 8, 4, 0.125f),
        }));
    }

    [Test]
    public void Add_Terminated_FlushesWithoutBootstrap()
    {
        Assert.That(Store(3, [1, 2, 4, 8], EpisodeEnding.Terminated), Is.EqualTo(new Transition[]
        {
            new(0, 1 + 0.5f * 2 + 0.25f * 4, 3, 0.125f),
            new(1, 2 + 0.5f * 4 + 0.25f * 8, 4, 0),
            new(2, 4 + 0.5f * 8, 4, 0),
            new(3, 8, 4, 0),
        }));
    }

    [Test]
    public void Add_Truncated_FlushesWithBootstrapFromTheFinalObservation()
    {
        Assert.That(Store(3, [1, 2, 4, 8], EpisodeEnding.Truncated), Is.EqualTo(new Transition[]
        {
            new(0, 1 + 0.5f * 2 + 0.25f * 4, 3, 0.125f),
            new(1, 2 + 0.5f * 4 + 0.25f * 8, 4, 0.125f),
            new(2, 4 + 0.5f * 8, 4, 0.25f),
            new(3, 8, 4, 0.5f),
        }));
    }

    [Test]
    public void Add_EpisodeShorterThanTheWindow_CrossesNoEnd()
    {
        var replay = new ReplayBuffer(16, 1);
        var window = new NStepAccumulator(3, Discount, replay);
        window.Add([0], 0, 1, [1], EpisodeEnding.Terminated);
        window.Add([100], 0, 2, [101], EpisodeEnding.None);
        window.Add([101], 0, 4, [102], EpisodeEnding.Truncated);
        Assert.That(ReplayContents.Of(replay), Is.EqualTo(new Transition[] { new(0, 1, 1, 0), new(100, 4, 102, 0.25f), new(101, 4, 102, 0.5f) }));
    }

    // Steps from observation i to i + 1 with the given rewards; the last one ends as told.
    private static List<Transition> Store(int steps, double[] rewards, EpisodeEnding ending)
    {
        var replay = new ReplayBuffer(16, 1);
        var window = new NStepAccumulator(steps, Discount, replay);
        for (int i = 0; i < rewards.Length; i++)
            window.Add([i], 0, rewards[i], [i + 1], i == rewards.Length - 1 ? ending : EpisodeEnding.None);
        return ReplayContents.Of(replay);
    }
}
