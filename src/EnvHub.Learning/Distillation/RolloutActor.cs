using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>Acts in one task as its teacher with chance β, else as the student, and at random with chance ε whoever it is.</summary>
/// <remarks>Two draws per copy and step, and one more for a random action, whatever β and ε: so schedules do not change what later draws mean.</remarks>
public sealed class RolloutActor
{
    private readonly MixingUnit _unit;
    private readonly ObservationScaler _scaler;
    private readonly RandomGenerator _random;
    private readonly int _head, _actionCount;
    private readonly float[] _inputs, _values;                  // [N, n], [N, A]
    private readonly bool[] _isTeacher, _isStarting, _isRandom; // [N]

    /// <param name="context">Whose copies, and whose stream <c>exploration</c>.</param>
    /// <param name="task">Index of the task and of its head.</param>
    /// <param name="unit">How often it is drawn who acts.</param>
    /// <param name="scaler">What the student sees.</param>
    public RolloutActor(LearnerContext context, int task, MixingUnit unit, ObservationScaler scaler)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(scaler);
        (_head, _unit, _scaler, _actionCount) = (task, unit, scaler, DiscreteActions.CountOf(context.Tasks[task]));
        _random = context.Random.Scope("exploration").Generator(context.Tasks[task].Name);
        (_inputs, _values) = (new float[context.Copies * scaler.Size], new float[context.Copies * _actionCount]);
        (_isTeacher, _isStarting, _isRandom) = (new bool[context.Copies], new bool[context.Copies], new bool[context.Copies]);
        Array.Fill(_isStarting, true);
    }

    /// <summary>Chooses an action per copy.</summary>
    /// <param name="teachers">Whose best action the teacher's is.</param>
    /// <param name="student">The student's network.</param>
    /// <param name="chances">β and ε, each in [0, 1].</param>
    /// <param name="observations">One row per copy; where they have masks, no other action is chosen.</param>
    /// <param name="actions">Receives the actions, shape <c>[N]</c>.</param>
    /// <exception cref="HubException">EH2014 a mask leaves no action.</exception>
    public void Act(
        TeacherPanel teachers, INetwork student, (double Teacher, double Random) chances, in ObservationBatch observations, Span<int> actions)
    {
        ArgumentNullException.ThrowIfNull(teachers);
        ArgumentNullException.ThrowIfNull(student);
        bool anyTeacher = false, anyStudent = false;
        for (int copy = 0; copy < actions.Length; copy++)
        {
            Draw(copy, chances, MaskOf(observations, copy), ref actions[copy]);
            anyTeacher |= _isTeacher[copy] && !_isRandom[copy];
            anyStudent |= !_isTeacher[copy] && !_isRandom[copy];
        }
        if (anyTeacher)
        {
            teachers.Judge(observations, _values);
            TakeBest(actions, observations, ofTeacher: true);
        }
        if (anyStudent)
        {
            _scaler.Scale(observations.Elements, _inputs);
            student.Forward(_head, _inputs, _values);
            TakeBest(actions, observations, ofTeacher: false);
        }
    }

    /// <summary>Says that a copy took a step.</summary>
    /// <param name="ended">Whether its episode ended with it.</param>
    public void Observe(int copy, bool ended) => _isStarting[copy] = ended;

    private void Draw(int copy, (double Teacher, double Random) chances, ReadOnlySpan<bool> mask, ref int action)
    {
        bool drawsTeacher = _random.NextDouble() < chances.Teacher;
        if (_unit == MixingUnit.Step || _isStarting[copy]) _isTeacher[copy] = drawsTeacher;
        _isRandom[copy] = _random.NextDouble() < chances.Random;
        if (_isRandom[copy]) action = RandomChoice.Of(_random, _actionCount, mask);
    }

    private void TakeBest(Span<int> actions, in ObservationBatch observations, bool ofTeacher)
    {
        for (int copy = 0; copy < actions.Length; copy++)
            if (_isTeacher[copy] == ofTeacher && !_isRandom[copy])
                actions[copy] = Greedy.ArgMax(_values.AsSpan(copy * _actionCount, _actionCount), MaskOf(observations, copy));
    }

    private ReadOnlySpan<bool> MaskOf(in ObservationBatch observations, int copy) =>
        observations.ActionMasks.IsEmpty ? [] : observations.ActionMasks.Slice(copy * _actionCount, _actionCount);

    /// <summary>Writes who acts, and the generator's place.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        GeneratorCheckpoint.Save(_random, writer, $"{prefix}generator");
        writer.Write<bool>($"{prefix}isTeacher", _isTeacher);
        writer.Write<bool>($"{prefix}isStarting", _isStarting);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        reader.Read<bool>($"{prefix}isTeacher", _isTeacher);
        reader.Read<bool>($"{prefix}isStarting", _isStarting);
        GeneratorCheckpoint.Load(_random, reader, $"{prefix}generator");
    }
}
