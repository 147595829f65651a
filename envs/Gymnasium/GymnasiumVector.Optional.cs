using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Envs.Gymnasium;

/// <content>Infos, pictures and generators: asked of one copy, outside the steps.</content>
public sealed partial class GymnasiumVector : IInfoSource, IGeneratorSource, IRenderable
{
    /// <inheritdoc/>
    public IReadOnlyList<RenderMode> RenderModes => RenderChoice.Of(_settings);

    /// <inheritdoc/>
    public JsonObject Info(int copy) => WorkerAnswers.Info(_id, Ask(copy, SharedCommand.Info).ReplyText);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH4407 the generator is not a PCG64.</exception>
    public Pcg64State GeneratorStateOf(int copy) => WorkerAnswers.Generator(_id, Ask(copy, SharedCommand.Generator).ReplyText);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1105 the environment was made without that mode: set <c>render</c>.</exception>
    public RenderFrame Render(int copy, RenderMode mode)
    {
        if (!RenderModes.Contains(mode)) throw GymnasiumErrors.NotRendered(_id, mode, _settings.Render);
        var region = Ask(copy, SharedCommand.Render);
        return WorkerAnswers.Picture(_id, region.Text[..region.ReplyTextBytes]);
    }

    private SharedRegion Ask(int copy, SharedCommand command)
    {
        if (!_hasBegun[copy]) throw GymnasiumErrors.NotReset(_id);
        var slice = _slices.Last(slice => slice.First <= copy);
        slice.Worker.Ask(command, argument: copy - slice.First);
        return slice.Worker.Wait() is { } fault ? throw fault : slice.Worker.Region;
    }
}
