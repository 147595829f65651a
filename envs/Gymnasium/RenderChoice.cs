namespace EnvHub.Envs.Gymnasium;

/// <summary>The render mode that copies are made with.</summary>
internal static class RenderChoice
{
    /// <summary>What copies with these settings draw.</summary>
    public static IReadOnlyList<RenderMode> Of(GymnasiumSettings settings) => RenderModeNames.TryParse(settings.Render) is { } mode ? [mode] : [];

    /// <summary>Chooses a mode where the settings name none.</summary>
    /// <param name="spec">Of these settings.</param>
    /// <param name="wanted">The best first.</param>
    public static GymnasiumSettings Choose(GymnasiumSettings settings, WorkerSpec spec, IReadOnlyList<RenderMode> wanted)
    {
        if (settings.Render is not null) return settings;
        RenderMode[] offered = [.. spec.RenderModes.Select(RenderModeNames.TryParse).OfType<RenderMode>()];
        var chosen = wanted.Concat(offered).Where(offered.Contains).Take(1).ToArray();
        return chosen is [var mode] ? settings with { Render = RenderModeNames.Of(mode) } : settings;
    }
}
