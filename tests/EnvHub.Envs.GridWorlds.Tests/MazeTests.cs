namespace EnvHub.Envs.GridWorlds.Tests;

/// <summary>The rules, read from the pictures alone.</summary>
public class MazeTests
{
    private const int Walls = 0, Walker = 1, Goal = 2;

    [Test]
    public void Spec_Observations_AreBytes()
    {
        using var maze = new Maze(1);
        Assert.That(maze.Spec.ObservationSpace, Is.EqualTo(BoxSpace.UniformOf<byte>(0, 255, 8, 8, 3)));
        Assert.That((maze.Spec.ActionSpace, maze.Spec.MaxEpisodeSteps), Is.EqualTo((new DiscreteSpace(4), 100)));
    }

    // A tree has one way between any two cells, and so one free cell more than joints of free cells; each loop adds a cell and two joints.
    [TestCase(0)]
    [TestCase(2)]
    [TestCase(9)]
    public void Reset_Mazes_AreJoinedWithSoManyLoops(int loops)
    {
        using var rollout = Rollout.Of(new Maze(200, new() { Loops = loops }), 1);
        for (int copy = 0; copy < 200; copy++)
        {
            var (walls, walker, goal) = See(rollout, copy);
            int[] free = [.. Enumerable.Range(0, Picture.Cells).Except(walls)];
            int joints = free.Sum(cell => new[] { 1, 2 }.Count(direction => Picture.Next(cell, direction) is var next && next != cell && free.Contains(next)));
            Assert.That((free.Length, joints), Is.EqualTo((31 + loops, 30 + 2 * loops)));
            Assert.That(free.Select(cell => Picture.DistancesFrom(walker, walls)[cell]), Has.All.GreaterThanOrEqualTo(0));
            Assert.That(free, Does.Contain(goal));
            Assert.That(walker, Is.Not.EqualTo(goal));
        }
    }

    [Test]
    public void Step_EveryWay_FollowsTheRules()
    {
        using var rollout = Rollout.Of(new Maze(50), 2);
        for (int step = 0; step < 300; step++)
        {
            var before = Enumerable.Range(0, 50).Select(copy => See(rollout, copy)).ToArray();
            rollout.StepRandomly();
            for (int copy = 0; copy < 50; copy++)
            {
                var (walls, walker, goal) = before[copy];
                int next = Picture.Next(walker, rollout.Arena.Actions[copy]);
                if (walls.Contains(next)) next = walker;
                var after = See(rollout.Arena.FinalObservations, copy);
                Assert.That((after.Walls, after.Walker, after.Goal), Is.EqualTo((walls, next, goal)));
                Assert.That(rollout.Arena.Terminated[copy], Is.EqualTo(next == goal));
                Assert.That(rollout.Arena.Rewards[copy], Is.EqualTo(next == goal ? 0.99 : -0.01).Within(1e-15));
            }
        }
    }

    [Test]
    public void Step_AlongTheShortestPath_EarnsTheOptimalReturn()
    {
        using var rollout = Rollout.Of(new Maze(1), 3);
        for (int episode = 0; episode < 100; episode++)
        {
            var (walls, walker, goal) = See(rollout, 0);
            int[] away = Picture.DistancesFrom(goal, walls);
            Assert.That((int)((IInfoSource)rollout.Environment).Info(0)["shortest_path"]!, Is.EqualTo(away[walker]));
            double earned = 0;
            for (int at = walker; at != goal;)
            {
                int direction = Enumerable.Range(0, 4).First(way => away[Picture.Next(at, way)] is >= 0 and var there && there == away[at] - 1);
                rollout.Arena.Actions[0] = direction;
                rollout.Step();
                earned += rollout.Arena.Rewards[0];
                at = Picture.Next(at, direction);
            }
            Assert.That(rollout.Arena.Terminated[0], Is.True);
            Assert.That(earned, Is.EqualTo(1 - 0.01 * away[walker]).Within(1e-12));
        }
    }

    [Test]
    public void Reset_TrainingAndHeldOut_HaveNoMazeInCommon()
    {
        var (training, heldOut) = (Mazes(MazeSelection.Training), Mazes(MazeSelection.HeldOut));
        Assert.That(training.Intersect(heldOut), Is.Empty);
        Assert.That(Math.Min(training.Count, heldOut.Count), Is.GreaterThan(2000));
    }

    // A fifth, within four standard errors of 4,000 draws.
    [Test]
    public void Generate_AFifth_IsHeldOut()
    {
        var random = new EnvHub.Numerics.RandomGenerator(5);
        int heldOut = Enumerable.Range(0, 4000).Count(_ => MazeGenerator.IsHeldOut(MazeGenerator.Generate(2, MazeSelection.All, random)));
        Assert.That(heldOut / 4000.0, Is.EqualTo(0.2).Within(0.025));
    }

    [Test]
    public void Spec_ReferenceScores_AreThoseOfTheBestAndOfUniformActions()
    {
        using var rollout = Rollout.Of(new Maze(40_000), 4);
        double distance = Enumerable.Range(0, 40_000).Average(copy => { var (walls, walker, goal) = See(rollout, copy); return Picture.DistancesFrom(goal, walls)[walker]; });
        var scores = rollout.Environment.Spec.ReferenceScores!;
        // Standard errors 0.0002 and 0.004.
        Assert.That(1 - 0.01 * distance, Is.EqualTo(scores.Reference).Within(0.001));
        Assert.That(Picture.RandomReturn(new Maze(500), 2_000), Is.EqualTo(scores.Random).Within(0.02));
    }

    [Test]
    public void Render_Text_IsThePicture()
    {
        using var rollout = Rollout.Of(new Maze(1), 6);
        var (walls, walker, goal) = See(rollout, 0);
        string text = ((IRenderable)rollout.Environment).Render(0, RenderMode.Ansi).Text.Replace("\n", "", StringComparison.Ordinal);
        Assert.That(text.Select((letter, cell) => (letter, cell)).Where(place => place.letter == '#').Select(place => place.cell), Is.EqualTo(walls));
        Assert.That((text.IndexOf('@'), text.IndexOf('G')), Is.EqualTo((walker, goal)));
    }

    private static HashSet<string> Mazes(MazeSelection selection)
    {
        using var rollout = Rollout.Of(new Maze(3000, new() { Mazes = selection }), 7);
        return [.. Enumerable.Range(0, 3000).Select(copy => string.Join(' ', See(rollout, copy).Walls))];
    }

    private static (int[] Walls, int Walker, int Goal) See(Rollout rollout, int copy) => See(rollout.Arena.Observations, copy);

    private static (int[] Walls, int Walker, int Goal) See(ReadOnlySpan<float> observations, int copy)
    {
        var observation = observations.Slice(copy * Picture.Cells * Picture.Planes, Picture.Cells * Picture.Planes);
        return (Picture.CellsOf(observation, Walls, 255), Picture.CellsOf(observation, Walker, 255).Single(), Picture.CellsOf(observation, Goal, 255).Single());
    }
}
