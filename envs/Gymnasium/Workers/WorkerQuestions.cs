namespace EnvHub.Envs.Gymnasium;

/// <summary>Workers that answer one question and end.</summary>
internal static class WorkerQuestions
{
    /// <summary>What an environment is like.</summary>
    public static WorkerSpec Describe(string id, GymnasiumSettings settings)
    {
        using var starter = new WorkerStarter();
        using var worker = new Worker(id, 1, settings, starter);
        return worker.ReadSpec();
    }

    /// <summary>The ids that Gymnasium has registered.</summary>
    public static IReadOnlyList<string> List(GymnasiumSettings settings)
    {
        using var starter = new WorkerStarter();
        using var process = new WorkerProcess("", settings, starter);
        process.Say("{\"list\":true}");
        string answer = process.Hear().ToJsonString();
        return JsonMessage.Read<string[]>(answer, json => [.. JsonMessage.Node(json, "ids").AsArray().Select(id => (string?)id ?? throw new FormatException("an id is null"))],
            fault => GymnasiumErrors.BadAnswer("", answer, fault));
    }
}
