namespace EnvHub.Contracts.Tests;

/// <summary>Composite spaces arrive whole at an author's code, and as elements at the hub.</summary>
public sealed class CompositeEnvironmentTests
{
    private static readonly DictSpace Observations = new(("place", new DiscreteSpace(9)), ("speed", BoxSpace.Uniform(-1, 1, 2)));
    private static readonly TupleSpace Actions = new(new DiscreteSpace(3), BoxSpace.Uniform(0, 1, 1));

    [Test]
    public void Step_CompositeSpaces_GivesTheAuthorWholeValues()
    {
        Echo echo = new(Observations, Actions);
        using var vector = new EnvironmentVector<IReadOnlyDictionary<string, object>, IReadOnlyList<object>>(() => echo, 1);
        StepArena arena = new(vector);
        vector.Reset([1], arena.Observations);
        vector.Step(new ActionBatch((ReadOnlySpan<float>)[2, 0.5f]), arena.Buffers);
        Assert.That(echo.LastAction, Is.EqualTo(new object[] { 2L, new[] { 0.5f } }));
        Assert.That(arena.FinalObservations.ToArray(), Is.EqualTo(new float[] { 2, 0.5f, -0.5f }));
    }

    [Test]
    public void FlattenElements_CompositeObservation_IsWhatLearnersSee()
    {
        float[] flat = new float[Observations.FlatSize];
        Observations.FlattenElements([2, 0.5f, -0.5f], flat);
        Assert.That(flat, Is.EqualTo(new float[] { 0, 0, 1, 0, 0, 0, 0, 0, 0, 0.5f, -0.5f }));
    }

    [Test]
    public void Constructor_ActionsOfDifferingSize_Refuses()
    {
        var actions = new TupleSpace(new SequenceSpace(new DiscreteSpace(2)));
        Refusal.Expect("EH1120", () => _ = new EnvironmentVector<IReadOnlyDictionary<string, object>, IReadOnlyList<object>>(
            () => new Echo(Observations, actions), 1), "Sequence");
    }

    private sealed class Echo(DictSpace observations, TupleSpace actions) : Environment<IReadOnlyDictionary<string, object>, IReadOnlyList<object>>(
        new EnvironmentSpec { Id = EnvironmentId.Parse("Tests/Echo-v1"), ObservationSpace = observations, ActionSpace = actions })
    {
        public IReadOnlyList<object>? LastAction { get; private set; }

        protected override IReadOnlyDictionary<string, object> OnReset() => See(0, 0);

        protected override StepResult<IReadOnlyDictionary<string, object>> OnStep(IReadOnlyList<object> action)
        {
            LastAction = action;
            return new(See((long)action[0], ((float[])action[1])[0]), 0, Terminated: false);
        }

        private static Dictionary<string, object> See(long place, float speed) =>
            new() { ["place"] = place, ["speed"] = new[] { speed, -speed } };
    }
}
