using System.Text.Json.Nodes;

namespace EnvHub.Python;

/// <summary>The copies that a client asked for, stepped from and into the memory that both map.</summary>
internal sealed partial class ServedEnvironment : IDisposable
{
    /// <summary>As many as a task may have elsewhere: a line of text must not take all memory.</summary>
    public const int MostCopies = 65_536;

    private readonly ServedRequest _request;
    private readonly IVectorEnvironment _inner;
    private readonly AutoresetVector? _other;

    /// <exception cref="HubException">EH4652 it cannot be shown so; EH4653 too few copies; others: there is no such environment.</exception>
    public ServedEnvironment(ServedRequest request, Func<int, IVectorEnvironment> create)
    {
        if (request.Copies is < 1 or > MostCopies) throw ServingErrors.TooFewCopies(request.Id, request.Copies);
        _request = request;
        _inner = request.Autoreset == AutoresetMode.SameStep ? create(request.Copies) : SeparateCopies.Of(create, request.Copies);
        if (_inner is IPartialVectorEnvironment partial && request.Autoreset != AutoresetMode.SameStep) _other = new AutoresetVector(partial, request.Autoreset);
        if (request.Render is not { } mode || RenderModes.Contains(mode)) return;
        _inner.Dispose();
        throw ServingErrors.CannotRender(request.Id, mode, RenderModes);
    }

    public SharedLayout Layout => new(_inner.Count, Spec.ObservationSpace.ElementSize, Spec.ActionSpace is DiscreteSpace ? 0 : Spec.ActionSpace.ElementSize);

    /// <summary>Whether a client's memory is laid out for this environment; how much text it takes is the client's choice.</summary>
    public bool Fits(SharedLayout memory) => (memory.Copies, memory.ObservationElements, memory.ActionElements)
        == (Layout.Copies, Layout.ObservationElements, Layout.ActionElements);

    private EnvironmentSpec Spec => _inner.Spec;

    private IReadOnlyList<RenderMode> RenderModes => (_inner as IRenderable)?.RenderModes ?? [];

    /// <summary>What the client is told of the environment.</summary>
    public JsonObject Describe() => new()
    {
        ["protocol"] = SharedWord.VersionValue,
        ["id"] = Spec.Id.ToString(),
        ["observationSpace"] = SpaceJson.Write(Spec.ObservationSpace),
        ["actionSpace"] = SpaceJson.Write(Spec.ActionSpace),
        ["observationElements"] = Layout.ObservationElements,
        ["actionElements"] = Layout.ActionElements,
        ["maxEpisodeSteps"] = Spec.MaxEpisodeSteps,
        ["rewardThreshold"] = Spec.RewardThreshold,
        ["renderModes"] = new JsonArray([.. RenderModes.Select(mode => (JsonNode)RenderModeNames.Of(mode))]),
        ["renderFps"] = Spec.RenderFps,
    };

    /// <summary>Does what the client asks for; the answer is in the region afterwards.</summary>
    public void Answer(SharedRegion region)
    {
        region.ReplyTextBytes = 0;
        switch (region.Command)
        {
            case SharedCommand.None: break;
            case SharedCommand.Step: Step(region); break;
            case SharedCommand.Reset: Reset(region); break;
            case SharedCommand.Info: region.ReplyText = Info(Copy(region)).ToJsonString(); break;
            case SharedCommand.Render: Render(region, Copy(region)); break;
            case SharedCommand.Generator: region.ReplyText = Generator(Copy(region)).ToJsonString(); break;
            case SharedCommand.Snapshot: Snapshot(region); break;
            case SharedCommand.Restore: Restore(region); break;
            default: throw ServingErrors.NoSuchCommand((int)region.Command);
        }
    }

    public void Dispose() => _inner.Dispose();

    private void Step(SharedRegion region)
    {
        var output = new StepBuffers
        {
            Observations = region.Observations,
            FinalObservations = region.FinalObservations,
            Rewards = region.Rewards,
            Terminated = region.Terminated,
            Truncated = region.Truncated,
        };
        var actions = Spec.ActionSpace is DiscreteSpace ? new ActionBatch(region.DiscreteActions) : new ActionBatch(region.ActionElements);
        if (region.Modifiers.HasFlag(SharedModifiers.Active)) Apart.Step(actions, output, region.Active);
        else if (_other is not null) _other.Step(actions, output);
        else _inner.Step(actions, output);
        WriteInfos(region);
    }

    private void Reset(SharedRegion region)
    {
        ReadOnlySpan<ulong> seeds = region.Modifiers.HasFlag(SharedModifiers.Seeds) ? region.Seeds : [];
        bool some = region.Modifiers.HasFlag(SharedModifiers.Active);
        if (_other is not null && some) _other.Reset(seeds, region.Observations, region.Active);
        else if (_other is not null) _other.Reset(seeds, region.Observations);
        else if (some) Apart.Reset(seeds, region.Observations, region.Active);
        else _inner.Reset(seeds, region.Observations);
        WriteInfos(region);
    }

    private IPartialVectorEnvironment Apart => _other is null && _inner is IPartialVectorEnvironment { CanStepApart: true } partial
        ? partial : throw ServingErrors.NotApart(_request.Id);

    private void WriteInfos(SharedRegion region)
    {
        if (!_request.Infos) return;
        var infos = new JsonArray();
        bool isEmpty = true;
        for (int i = 0; i < _inner.Count; i++)
        {
            var info = Info(i);
            isEmpty &= info.Count == 0;
            infos.Add((JsonNode)info);
        }
        if (isEmpty) return;
        byte[] text = System.Text.Encoding.UTF8.GetBytes(infos.ToJsonString());
        Write(region, text, default);
    }

    private JsonObject Info(int copy) => _other is not null ? _other.Info(copy) : (_inner as IInfoSource)?.Info(copy) ?? [];

    private void Render(SharedRegion region, int copy)
    {
        if (_request.Render is not { } mode || _inner is not IRenderable pictures)
            throw ServingErrors.CannotRender(_request.Id, _request.Render ?? RenderMode.RgbArray, RenderModes);
        var picture = pictures.Render(copy, mode);
        var head = mode == RenderMode.Ansi
            ? new JsonObject { ["text"] = picture.Text } : new JsonObject { ["width"] = picture.Width, ["height"] = picture.Height };
        string end = mode == RenderMode.Ansi ? "" : "\n";
        Write(region, System.Text.Encoding.UTF8.GetBytes(head.ToJsonString() + end), picture.Pixels.Span);
    }

    private JsonObject Generator(int copy)
    {
        var state = ((IGeneratorSource)_inner).GeneratorStateOf(copy);
        return new JsonObject
        {
            ["state"] = $"{state.State}",
            ["increment"] = $"{state.Increment}",
            ["hasCachedHalf"] = state.HasCachedHalf,
            ["cachedHalf"] = state.CachedHalf,
        };
    }

    private int Copy(SharedRegion region) => region.Argument >= 0 && region.Argument < _inner.Count
        ? region.Argument : throw ServingErrors.NoSuchCopy(_request.Id, region.Argument, _inner.Count);

    private void Write(SharedRegion region, ReadOnlySpan<byte> head, ReadOnlySpan<byte> rest)
    {
        int bytes = head.Length + rest.Length;
        if (bytes > region.Text.Length) throw ServingErrors.TooLong(_request.Id, bytes, region.Text.Length);
        head.CopyTo(region.Text);
        rest.CopyTo(region.Text[head.Length..]);
        region.ReplyTextBytes = bytes;
    }
}
