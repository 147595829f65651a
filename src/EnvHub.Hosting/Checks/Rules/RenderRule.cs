namespace EnvHub.Hosting;

internal sealed class RenderRule() : CheckRule("render",
    "Recordings and terminals take the picture as its mode promises.", "Give ansi a text, rgb_array 3 bytes per pixel row by row; draw without changing the state.")
{
    private const int Drawn = 20;

    public override IReadOnlyList<string> After => [.. base.After, "determinism"];

    public override string? Omit(CheckSubject subject)
    {
        using var environment = subject.Create(1);
        return environment is IRenderable { RenderModes.Count: > 0 } ? null : "the environment declares no render modes";
    }

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        using var play = CheckPlay.Of(subject, 1);
        var pictures = (IRenderable)play.Environment;
        foreach (var mode in pictures.RenderModes)
            if (Fault(mode, pictures.Render(0, mode)) is { } fault) yield return Error($"{mode}: {fault}");
        if (CheckTwins.FirstDifference(subject, 1, Draw) is { } difference) yield return Error($"drawing changes the trajectory: {difference}");
    }

    private static void Draw(CheckPlay play, int step)
    {
        if (step > Drawn) return;
        var pictures = (IRenderable)play.Environment;
        foreach (var mode in pictures.RenderModes) pictures.Render(0, mode);
    }

    private static string? Fault(RenderMode mode, RenderFrame frame) => mode switch
    {
        RenderMode.Ansi when frame.Text.Length == 0 => "the text is empty",
        RenderMode.RgbArray when frame.Width < 1 || frame.Height < 1 => $"the picture is {frame.Width} x {frame.Height}",
        RenderMode.RgbArray when frame.Pixels.Length != frame.Width * frame.Height * 3 =>
            $"{frame.Pixels.Length} bytes for {frame.Width} x {frame.Height} pixels; it must be {frame.Width * frame.Height * 3}",
        _ => null,
    };
}
