using EnvHub.Rendering;

namespace EnvHub.Envs.ClassicControl;

/// <content>Pictures of a copy as it stands.</content>
public abstract partial class ClassicControlEnvironment : IRenderable
{
    private static readonly RenderMode[] Modes = [RenderMode.Ansi, RenderMode.RgbArray];

    /// <inheritdoc/>
    public IReadOnlyList<RenderMode> RenderModes => Modes;

    /// <inheritdoc/>
    public RenderFrame Render(int copy, RenderMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(copy);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(copy, Count);
        StepGuard.CheckRender(Spec, _episodes.HaveBegun, mode, Modes);
        if (mode == RenderMode.Ansi) return RenderFrame.OfText(Sketch(copy));
        var canvas = Draw(copy);
        return new(string.Empty, canvas.Width, canvas.Height, canvas.Pixels);
    }

    /// <summary>A picture in the size and to the scale of Gymnasium's.</summary>
    private protected abstract Canvas Draw(int copy);

    /// <summary>The same in characters, with the numbers of the state below.</summary>
    private protected abstract string Sketch(int copy);
}
