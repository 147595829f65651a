namespace EnvHub.Learning.Tests;

/// <summary>Tasks, and sources whose policies always give the same action values.</summary>
internal static class Distilled
{
    public static Dictionary<string, IReadOnlyList<string>> NoNames { get; } = [];

    public static TaskSpec Task(string name, int elements, int actions) => new()
    {
        Name = name,
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse(name), ObservationSpace = BoxSpace.Uniform(-1, 1, elements), ActionSpace = new DiscreteSpace(actions),
        },
    };

    public static LearnerContext Context(TaskSpec task, int copies, params LearnerSource[] sources) => new()
    {
        Tasks = [task], Copies = copies, TotalSteps = 1000, Random = new RandomStreams(7), Networks = new Networks.EmbeddedBackend(), Sources = sources,
    };

    public static LearnerSource Source(string stage, TaskSpec task, float[] values, double meanReturn = 0) => new()
    {
        Stage = stage, Tasks = [task], Policy = new ConstantPolicy(values), Weights = new InMemoryCheckpoint(), OpenState = static () => new InMemoryCheckpoint(),
        Returns = [meanReturn], TotalSteps = 0,
    };

    private sealed class ConstantPolicy(float[] rowValues) : IActionValuePolicy
    {
        public int ActionCount(int task) => rowValues.Length;

        public void Act(int task, in ObservationBatch observations, in ActionBuffer actions) => actions.Discrete.Fill(Greedy.ArgMax(rowValues));

        public void ActionValues(int task, ReadOnlySpan<float> observations, Span<float> values)
        {
            for (int i = 0; i < values.Length; i++) values[i] = rowValues[i % rowValues.Length];
        }

        public void Save(ICheckpointWriter writer) => throw new NotSupportedException();

        public void Load(ICheckpointReader reader) => throw new NotSupportedException();
    }
}
