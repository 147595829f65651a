using System.Runtime.InteropServices;
using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>What a run of N copies came to: of the hub's wrappers, or of Gymnasium's for the same seeds and actions.</summary>
internal sealed class Trace
{
    private static readonly string Program = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "trace.py"));

    public required float[] Starts { get; init; }

    public required float[] Next { get; init; }

    public required float[] Final { get; init; }

    public required double[] Rewards { get; init; }

    public required bool[] Terminated { get; init; }

    public required bool[] Truncated { get; init; }

    public int Ends => Terminated.Zip(Truncated).Count(pair => pair.First | pair.Second);

    /// <summary>Random actions of a space, shape <c>[copies][steps][elements]</c>.</summary>
    public static double[][][] Actions(Space space, int copies, int steps) =>
        [.. Enumerable.Range(0, copies).Select(copy => ActionsOf(space, new RandomGenerator((ulong)copy), steps))];

    public static ulong[] Seeds(int copies) => [.. Enumerable.Range(0, copies).Select(copy => 40 + (ulong)copy)];

    public static Trace OfHub(IVectorEnvironment environment, double[][][] actions)
    {
        using (environment) return Run(environment.Spec, environment.Reset, environment.Step, actions);
    }

    /// <summary>Of anything that is reset and stepped as a vector is.</summary>
    public static Trace Run(EnvironmentSpec spec, ResetCall reset, StepCall step, double[][][] actions)
    {
        int copies = actions.Length, steps = actions[0].Length, size = spec.ObservationSpace.ElementSize;
        var arena = new StepArena(copies, size, spec.ActionSpace is DiscreteSpace ? 0 : spec.ActionSpace.ElementSize);
        reset(Seeds(copies), arena.Observations);
        float[] starts = arena.Observations.ToArray();
        var (next, final, rewards, terminated, truncated) = (new List<float>(), new List<float>(), new List<double>(), new List<bool>(), new List<bool>());
        for (int i = 0; i < steps; i++)
        {
            Take(actions, i, arena);
            step(arena.ActionBatch, arena.Buffers);
            next.AddRange(arena.Observations);
            final.AddRange(arena.FinalObservations);
            rewards.AddRange(arena.Rewards);
            terminated.AddRange(arena.Terminated);
            truncated.AddRange(arena.Truncated);
        }
        return new() { Starts = starts, Next = [.. next], Final = [.. final], Rewards = [.. rewards], Terminated = [.. terminated], Truncated = [.. truncated] };
    }

    /// <summary>A question to Gymnasium: one environment per copy, made by the expression <paramref name="make"/>.</summary>
    public static object Question(string make, double[][][] actions) =>
        new { make, actions = Plain(actions), seeds = Seeds(actions.Length), spawnKey = new RandomStreams(0).Seed("sticky action").SpawnKey.ToArray() };

    /// <summary>A question to Gymnasium: a vector of <paramref name="id"/>; <paramref name="make"/> is made of it.</summary>
    public static object Question(string id, string make, string mode, double[][][] actions) =>
        new { id, make, mode, actions = Plain(actions), seeds = Seeds(actions.Length) };

    /// <summary>Gymnasium's answers, from one process: most of the time goes into its start.</summary>
    public static Trace[] OfGymnasium(params object[] questions) =>
        [.. Ask(JsonSerializer.Serialize(questions)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    public void AssertEquals(Trace expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Starts, Is.EqualTo(expected.Starts), "first observations");
            Assert.That(Final, Is.EqualTo(expected.Final), "final observations");
            Assert.That(Next, Is.EqualTo(expected.Next), "next observations");
            Assert.That(Rewards, Is.EqualTo(expected.Rewards), "rewards");
            Assert.That(Terminated, Is.EqualTo(expected.Terminated), "terminated");
            Assert.That(Truncated, Is.EqualTo(expected.Truncated), "truncated");
        }
    }

    // By a file: a command line does not hold so much.
    private static string Ask(string questions)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, questions);
            return RealPython.Run(Program, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Trace Read(string line)
    {
        using var answer = JsonDocument.Parse(line);
        return new()
        {
            Starts = Read<float>(answer, "starts"), Next = Read<float>(answer, "next"), Final = Read<float>(answer, "final"),
            Rewards = Read<double>(answer, "rewards"), Terminated = Read<bool>(answer, "terminated"), Truncated = Read<bool>(answer, "truncated"),
        };
    }

    private static T[] Read<T>(JsonDocument answer, string key) where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(answer.RootElement.GetProperty(key).GetBytesFromBase64()).ToArray();

    // A discrete action is a number, not a list of one.
    private static object Plain(double[][][] actions) => actions[0][0].Length == 0
        ? throw new ArgumentException("There are no actions.", nameof(actions))
        : actions.Select(copy => copy.Select(action => action is [var index] && index == Math.Truncate(index) ? (object)index : action));

    private static double[][] ActionsOf(Space space, RandomGenerator random, int steps)
    {
        var elements = new float[space.ElementSize];
        return [.. Enumerable.Range(0, steps).Select(_ =>
        {
            space.SampleElements(random, elements);
            return elements.Select(element => (double)element).ToArray();
        })];
    }

    private static void Take(double[][][] actions, int step, StepArena arena)
    {
        for (int copy = 0; copy < actions.Length; copy++)
        {
            double[] action = actions[copy][step];
            if (arena.ActionElements.IsEmpty) arena.Actions[copy] = (int)action[0];
            else for (int i = 0; i < action.Length; i++) arena.ActionElements[copy * action.Length + i] = (float)action[i];
        }
    }

    public delegate void ResetCall(ReadOnlySpan<ulong> seeds, in ResetBuffers output);

    public delegate void StepCall(in ActionBatch actions, in StepBuffers output);
}
