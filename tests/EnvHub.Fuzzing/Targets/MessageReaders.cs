using System.Text;
using System.Text.Json.Nodes;
using EnvHub.Envs.Gymnasium;
using EnvHub.Hosting;
using EnvHub.Python;

namespace EnvHub.Fuzzing;

/// <summary>What other processes say: the bridge's workers, and clients of served environments.</summary>
internal static class MessageReaders
{
    private static readonly EnvironmentServer Server = new(request =>
    {
        string[] set = [.. request.Settings.Select(setting => $"{setting.Key}={setting.Value?.ToJsonString() ?? "null"}")];
        return EnvironmentPlanner.Plan(NativeHub.Catalog, request.Id, set, []).Task.Create;
    });

    /// <summary>Lines: what is said, after what it is said for.</summary>
    public static void Bridge(byte[] input)
    {
        foreach (string line in Encoding.UTF8.GetString(input).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int end = line.IndexOf(' ', StringComparison.Ordinal);
            string text = line[(end + 1)..];
            switch (end < 0 ? "" : line[..end])
            {
                case "info": WorkerAnswers.Info("Id-v0", text); break;
                case "generator": WorkerAnswers.Generator("Id-v0", text); break;
                case "picture": WorkerAnswers.Picture("Id-v0", Encoding.UTF8.GetBytes($"{text}\nabc")); break;
                default: WorkerSpec.Read("Id-v0", WorkerProcess.Parse("Id-v0", text)).ToSpec(EnvironmentId.Parse("a/B-v0")); break;
            }
        }
    }

    public static void Socket(byte[] input)
    {
        using var replies = new MemoryStream();
        Server.Serve(new MemoryStream(input), replies);
        foreach (string line in Encoding.UTF8.GetString(replies.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if ((string?)JsonNode.Parse(line)!["error"] is { } error)
                throw error.Length > 6 && error.StartsWith("EH", StringComparison.Ordinal) ? new HubException(error[..6], error[6..]) : new InvalidOperationException(error);
    }
}
