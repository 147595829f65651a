using EnvHub.Rendering;

namespace EnvHub.Envs.ClassicControl;

/// <content>Pictures of a copy as it stands.</content>
public abstract partial class ClassicControlEnvironment
{
    private static readonly RenderMode[] Modes = [RenderMode.Ansi, RenderMode.RgbArray];

    /// <inheritdoc/>
    public sealed override IReadOnlyList<RenderMode> RenderModes => Modes;

    /// <inheritdoc/>
    protected sealed override RenderFrame OnRender(int copy, RenderMode mode)
    {
        if (mode == RenderMode.Ansi) return RenderFrame.OfText(Sketch(copy));
        var canvas = Draw(copy);
        return new(string.Empty, canvas.Width, canvas.Height, canvas.Pixels);
    }

    /// <summary>A picture in the size and to the scale of Gymnasium's.</summary>
    private protected abstract Canvas Draw(int copy);

    /// <summary>The same in characters, with the numbers of the state below.</summary>
    private protected abstract string Sketch(int copy);
}
