using System.Diagnostics;
using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>Random actions in one copy of an environment.</summary>
/// <param name="Seed">Of the environment and of the action space.</param>
/// <param name="Steps">How many were taken.</param>
/// <param name="Returns">Of the episodes that ended.</param>
/// <param name="Seconds">Wall time of the steps, sampling included.</param>
/// <param name="Hash">SHA-256 of the trajectory by <see cref="TrajectoryHash"/>; null if it was not asked for.</param>
public sealed record Rollout(ulong Seed, long Steps, IReadOnlyList<double> Returns, double Seconds, string? Hash)
{
    /// <summary>Takes <paramref name="steps"/> steps.</summary>
    /// <param name="hash">Whether to hash the same trajectory.</param>
    /// <param name="usesMasks">Whether only possible actions are taken, where the environment has masks.</param>
    public static Rollout Run(TaskPlan task, ulong seed, long steps, bool hash, bool usesMasks = false)
    {
        ArgumentNullException.ThrowIfNull(task);
        using var environment = task.Create(1);
        var clock = Stopwatch.StartNew();
        var returns = Play(environment, seed, steps, usesMasks);
        double seconds = clock.Elapsed.TotalSeconds;
        return new(seed, steps, returns, seconds, hash ? TrajectoryHash.Compute(environment, seed, steps, usesMasks) : null);
    }

    private static List<double> Play(IVectorEnvironment environment, ulong seed, long steps, bool usesMasks)
    {
        var (arena, returns) = (new StepArena(environment), new List<double>());
        var actions = new RandomActions(environment.Spec.ActionSpace, seed, usesMasks);
        environment.Reset([seed], arena.ResetBuffers);
        double sum = 0;
        for (long i = 0; i < steps; i++)
        {
            actions.Draw(arena);
            environment.Step(arena.ActionBatch, arena.Buffers);
            sum += arena.Rewards[0];
            if (!(arena.Terminated[0] | arena.Truncated[0])) continue;
            returns.Add(sum);
            sum = 0;
        }
        return returns;
    }
}
