using System.Collections.Concurrent;

namespace EnvHub.Envs.Gymnasium;

/// <summary>What environments are like, asked once each: a hub with many tasks starts no worker twice for the same.</summary>
internal sealed class SpecCache
{
    private readonly ConcurrentDictionary<string, WorkerSpec> _known = new(StringComparer.Ordinal);

    /// <exception cref="HubException">There is no such environment, or no Python that has it.</exception>
    public WorkerSpec Of(string id, GymnasiumSettings settings) =>
        _known.GetOrAdd($"{settings.Python}\n{MakeRequest.Of(id, settings)}", _ => WorkerQuestions.Describe(id, settings));
}
