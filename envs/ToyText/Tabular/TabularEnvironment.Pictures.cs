using EnvHub.Rendering;

namespace EnvHub.Envs.ToyText;

/// <content>Pictures of a copy as it stands.</content>
public abstract partial class TabularEnvironment
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<RenderMode> RenderModes => ToyPicture.Modes;

    /// <inheritdoc/>
    protected sealed override RenderFrame OnRender(int copy, RenderMode mode) => mode == RenderMode.Ansi
        ? RenderFrame.OfText(WriteText(_states[copy], _lastActions[copy]))
        : ToyPicture.Frame(Draw(_states[copy]));

    /// <summary>A picture in the size of Gymnasium's.</summary>
    private protected abstract Canvas Draw(int state);

    /// <summary>The text that Gymnasium's <c>ansi</c> mode gives.</summary>
    /// <param name="lastAction">-1 after a reset.</param>
    private protected abstract string WriteText(int state, int lastAction);
}
