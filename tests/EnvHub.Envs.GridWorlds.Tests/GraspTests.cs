namespace EnvHub.Envs.GridWorlds.Tests;

/// <summary>The rules, read from the pictures alone.</summary>
public class GraspTests
{
    private const int Close = 4, Open = 5;

    [Test]
    public void Spec_Spaces_AreBytesAndSixActions()
    {
        using var grasp = new Grasp(1);
        Assert.That(grasp.Spec.ObservationSpace, Is.EqualTo(BoxSpace.UniformOf<byte>(0, 255, 8, 8, 3)));
        Assert.That((grasp.Spec.ActionSpace, grasp.Spec.MaxEpisodeSteps), Is.EqualTo((new DiscreteSpace(6), 100)));
    }

    [Test]
    public void Step_EveryWay_FollowsTheRules()
    {
        using var rollout = Rollout.Of(new Grasp(400), 2);
        int deliveries = 0;
        for (int step = 0; step < 400; step++)
        {
            var before = Enumerable.Range(0, 400).Select(copy => Table.See(rollout.Arena.Observations, copy)).ToArray();
            rollout.StepRandomly();
            for (int copy = 0; copy < 400; copy++)
            {
                var expected = before[copy].After(rollout.Arena.Actions[copy]);
                Assert.That(Table.See(rollout.Arena.FinalObservations, copy), Is.EqualTo(expected));
                Assert.That(rollout.Arena.Terminated[copy], Is.EqualTo(expected.IsDelivered));
                Assert.That(rollout.Arena.Rewards[copy], Is.EqualTo(Worth(expected) - Worth(before[copy]) - 0.01).Within(1e-15));
                deliveries += expected.IsDelivered ? 1 : 0;
            }
        }
        Assert.That(deliveries, Is.GreaterThan(0));
    }

    // Breadth-first search over all states that can be reached, against the closed form of the docs.
    [Test]
    public void Info_ShortestPath_IsThatOfASearch()
    {
        using var rollout = Rollout.Of(new Grasp(20), 3);
        for (int round = 0; round < 3; round++)
        {
            for (int copy = 0; copy < 20; copy++)
                Assert.That((int)((IInfoSource)rollout.Environment).Info(copy)["shortest_path"]!, Is.EqualTo(Table.See(rollout.Arena.Observations, copy).Search()));
            for (int step = 0; step < 15; step++) rollout.StepRandomly();
        }
    }

    [Test]
    public void Step_AlongTheShortestPath_EarnsTheOptimalReturn()
    {
        using var rollout = Rollout.Of(new Grasp(1), 4);
        for (int episode = 0; episode < 10; episode++)
        {
            var start = Table.See(rollout.Arena.Observations, 0);
            double earned = 0;
            for (var at = start; !at.IsDelivered;)
            {
                int action = Enumerable.Range(0, 6).First(choice => at.After(choice).Search() == at.Search() - 1);
                rollout.Arena.Actions[0] = action;
                rollout.Step();
                earned += rollout.Arena.Rewards[0];
                at = at.After(action);
            }
            Assert.That(rollout.Arena.Terminated[0], Is.True);
            int moves = Distance(start.Gripper, start.Thing) + Distance(start.Thing, start.Tray);
            Assert.That(earned, Is.EqualTo(1 - 0.01 * (moves + 2)).Within(1e-12));
        }
    }

    [Test]
    public void Spec_ReferenceScores_AreThoseOfTheBestAndOfUniformActions()
    {
        double sum = 0;
        for (int gripper = 0; gripper < 64; gripper++)
            for (int thing = 0; thing < 64; thing++)
                for (int tray = 0; tray < 64; tray++)
                    if (thing != tray) sum += 1 - 0.01 * (Distance(gripper, thing) + Distance(thing, tray) + 2);
        using var grasp = new Grasp(1);
        Assert.That(grasp.Spec.ReferenceScores!.Reference, Is.EqualTo(sum / (64 * 64 * 63)).Within(1e-12));
        // Standard error 0.002.
        Assert.That(Picture.RandomReturn(new Grasp(500), 2_000), Is.EqualTo(grasp.Spec.ReferenceScores.Random).Within(0.01));
    }

    [Test]
    public void Reset_FixedTray_StandsInTheCorner()
    {
        using var rollout = Rollout.Of(new Grasp(50, new() { RandomTray = false }), 5);
        Assert.That(Enumerable.Range(0, 50).Select(copy => Table.See(rollout.Arena.Observations, copy).Tray), Has.All.EqualTo(63));
    }

    [Test]
    public void Render_Text_ShowsTheGripper()
    {
        using var rollout = Rollout.Of(new Grasp(1), 6);
        string text = ((IRenderable)rollout.Environment).Render(0, RenderMode.Ansi).Text.Replace("\n", "", StringComparison.Ordinal);
        var table = Table.See(rollout.Arena.Observations, 0);
        Assert.That((text.IndexOf('U'), text.IndexOf('o'), text.IndexOf('T')), Is.EqualTo((table.Gripper, table.Thing, table.Tray)));
    }

    private static double Worth(Table table) => table.IsDelivered ? 1 : table.IsHeld ? 0.5 : 0;

    private static int Distance(int from, int to) => Math.Abs(from / 8 - to / 8) + Math.Abs(from % 8 - to % 8);

    /// <summary>A table as a picture shows it, and the rules written once more.</summary>
    private readonly record struct Table(int Gripper, int Thing, int Tray, bool IsClosed, bool IsHeld)
    {
        public bool IsDelivered => Thing == Tray && !IsHeld;

        public static Table See(ReadOnlySpan<float> observations, int copy)
        {
            var observation = observations.Slice(copy * Picture.Cells * Picture.Planes, Picture.Cells * Picture.Planes);
            int[] open = Picture.CellsOf(observation, 0, 255), closed = Picture.CellsOf(observation, 0, 128);
            int[] lying = Picture.CellsOf(observation, 1, 255), held = Picture.CellsOf(observation, 1, 128);
            return new(open.Concat(closed).Single(), lying.Concat(held).Single(), Picture.CellsOf(observation, 2, 255).Single(), closed.Length == 1, held.Length == 1);
        }

        public Table After(int action)
        {
            if (action == Open) return this with { IsClosed = false, IsHeld = false };
            if (action == Close) return IsClosed ? this : this with { IsClosed = true, IsHeld = Gripper == Thing };
            int next = Picture.Next(Gripper, action);
            return this with { Gripper = next, Thing = IsHeld ? next : Thing };
        }

        public int Search()
        {
            var distances = new Dictionary<Table, int> { [this] = 0 };
            var queue = new Queue<Table>([this]);
            while (queue.TryDequeue(out var table))
            {
                if (table.IsDelivered) return distances[table];
                for (int action = 0; action < 6; action++)
                    if (distances.TryAdd(table.After(action), distances[table] + 1)) queue.Enqueue(table.After(action));
            }
            return -1;
        }
    }
}
