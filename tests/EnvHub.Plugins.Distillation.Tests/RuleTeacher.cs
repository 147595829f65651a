namespace EnvHub.Plugins.Distillation.Tests;

/// <summary>A teacher whose action values are a rule over one observation's elements; it allocates nothing.</summary>
internal sealed class RuleTeacher(int elementSize, int actionCount, RuleTeacher.Rule rule) : IActionValuePolicy
{
    public delegate float Rule(ReadOnlySpan<float> observation, int action);

    public int ActionCount(int task) => actionCount;

    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions)
    {
        Span<float> values = stackalloc float[actionCount];
        for (int i = 0; i < actions.Discrete.Length; i++)
        {
            ActionValues(task, observations.Elements.Slice(i * elementSize, elementSize), values);
            actions.Discrete[i] = Greedy.ArgMax(values);
        }
    }

    public void ActionValues(int task, ReadOnlySpan<float> observations, Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = rule(observations.Slice(i / actionCount * elementSize, elementSize), i % actionCount);
    }

    public void Save(ICheckpointWriter writer) => throw new NotSupportedException();

    public void Load(ICheckpointReader reader) => throw new NotSupportedException();
}
