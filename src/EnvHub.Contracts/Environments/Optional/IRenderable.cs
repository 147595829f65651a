namespace EnvHub.Contracts;

/// <summary>A vector environment that can show its copies.</summary>
public interface IRenderable
{
    /// <summary>The modes that <see cref="Render"/> takes; empty for none.</summary>
    IReadOnlyList<RenderMode> RenderModes { get; }

    /// <summary>A picture of one copy as it stands now; of the new episode where one has just ended.</summary>
    /// <exception cref="HubException">EH1103 never reset; EH1105 the mode is not among <see cref="RenderModes"/>.</exception>
    RenderFrame Render(int copy, RenderMode mode);
}
