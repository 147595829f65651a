using System.Text.Json.Nodes;

namespace EnvHub.Python;

/// <summary>Gives environments to another process, which steps them through memory that both map: the bridge with its roles exchanged.</summary>
/// <param name="find">Checks a request's id and settings, and returns what makes that many copies.</param>
public sealed class EnvironmentServer(Func<ServedRequest, Func<int, IVectorEnvironment>> find)
{
    /// <summary>Serves one client: makes what it asks for, and answers until it closes, or is gone.</summary>
    /// <param name="requests">The pipe or socket from the client.</param>
    /// <param name="replies">The pipe or socket to it.</param>
    /// <remarks>What is wrong goes to the client; nothing is thrown for its sake.</remarks>
    public void Serve(Stream requests, Stream replies)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(replies);
        try
        {
            using var environment = Make(requests, replies);
            if (environment is null) return;
            using var region = Map(environment, requests, replies, out var spin);
            if (region is not null) Answer(environment, region, new Doorbell(region, DoorbellSide.Server, replies, requests, spin));
        }
        catch (IOException)
        {
            // The client is gone: nobody is left to be told.
        }
    }

    private ServedEnvironment? Make(Stream requests, Stream replies)
    {
        if (ServerLines.Read(requests) is not { } line) return null;
        ServedEnvironment? environment = null;
        try
        {
            var request = ServedRequest.Read(line);
            environment = new ServedEnvironment(request, find(request));
            ServerLines.Write(replies, environment.Describe());
            return environment;
        }
        catch (Exception fault) when (fault is not IOException)
        {
            // An author's environment may fail with anything.
            environment?.Dispose();
            ServerLines.Write(replies, Refusal(fault));
            return null;
        }
    }

    private static SharedRegion? Map(ServedEnvironment environment, Stream requests, Stream replies, out TimeSpan spin)
    {
        spin = TimeSpan.Zero;
        if (ServerLines.Read(requests) is not { } line) return null;
        SharedRegion? region = null;
        try
        {
            var request = MapRequest.Read(line);
            spin = request.Spin;
            region = SharedRegion.Open(request.Path);
            region.Unlink();
            if (!environment.Fits(region.Layout)) throw ServingErrors.OtherMemory(environment.Layout, region.Layout);
            ServerLines.Write(replies, new JsonObject { ["mapped"] = true });
            return region;
        }
        catch (Exception fault) when (fault is not IOException || region is null)
        {
            region?.Dispose();
            ServerLines.Write(replies, Refusal(fault));
            return null;
        }
    }

    private static void Answer(ServedEnvironment environment, SharedRegion region, Doorbell doorbell)
    {
        while (doorbell.Wait(Timeout.InfiniteTimeSpan) == DoorbellResult.Rung && region.Command != SharedCommand.Close)
        {
            try
            {
                environment.Answer(region);
                region.Status = SharedStatus.Done;
            }
            catch (Exception fault)
            {
                region.ReplyText = TextOf(fault);
                region.Status = SharedStatus.Failed;
            }
            doorbell.Ring();
        }
    }

    private static JsonObject Refusal(Exception fault) => new() { ["error"] = TextOf(fault) };

    // A user's mistake is told by its message; anything else is a fault to be found, so with its place.
    private static string TextOf(Exception fault) => fault is HubException ? fault.Message : fault.ToString();
}
