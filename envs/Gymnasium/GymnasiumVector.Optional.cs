using System.Globalization;
using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Envs.Gymnasium;

/// <content>Infos, pictures and generators: asked of one copy, outside the steps.</content>
public sealed partial class GymnasiumVector : IInfoSource, IGeneratorSource, IRenderable
{
    private const byte LineFeed = (byte)'\n';

    /// <inheritdoc/>
    public IReadOnlyList<RenderMode> RenderModes => RenderChoice.Of(_settings);

    /// <inheritdoc/>
    public JsonObject Info(int copy) => JsonNode.Parse(Ask(copy, SharedCommand.Info).ReplyText)!.AsObject();

    /// <inheritdoc/>
    /// <exception cref="HubException">EH4407 the generator is not a PCG64.</exception>
    public Pcg64State GeneratorStateOf(int copy)
    {
        var state = JsonNode.Parse(Ask(copy, SharedCommand.Generator).ReplyText)!;
        return new(Number(state["state"]!), Number(state["increment"]!), (bool)state["hasCachedHalf"]!, (uint)state["cachedHalf"]!);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1105 the environment was made without that mode: set <c>render</c>.</exception>
    public RenderFrame Render(int copy, RenderMode mode)
    {
        if (!RenderModes.Contains(mode)) throw GymnasiumErrors.NotRendered(_id, mode, _settings.Render);
        var region = Ask(copy, SharedCommand.Render);
        ReadOnlySpan<byte> answer = region.Text[..region.ReplyTextBytes];
        int end = answer.IndexOf(LineFeed);
        var head = JsonNode.Parse(end < 0 ? answer : answer[..end])!;
        return head["text"] is { } text ? RenderFrame.OfText((string)text!) : new("", (int)head["width"]!, (int)head["height"]!, answer[(end + 1)..].ToArray());
    }

    private SharedRegion Ask(int copy, SharedCommand command)
    {
        if (!_hasBegun[copy]) throw GymnasiumErrors.NotReset(_id);
        var slice = _slices.Last(slice => slice.First <= copy);
        slice.Worker.Ask(command, argument: copy - slice.First);
        return slice.Worker.Wait() is { } fault ? throw fault : slice.Worker.Region;
    }

    private static UInt128 Number(JsonNode text) => UInt128.Parse((string)text!, CultureInfo.InvariantCulture);
}
