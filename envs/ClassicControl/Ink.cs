using EnvHub.Rendering;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The colours that the pictures of this family share.</summary>
internal static class Ink
{
    public static readonly Color Paper = new(250, 249, 245), Line = new(60, 64, 72), Faint = new(214, 214, 208);
    public static readonly Color Body = new(56, 84, 122), Light = new(126, 160, 200), Joint = new(242, 183, 5), Pole = new(196, 128, 66);
    public static readonly Color Ground = new(196, 205, 178), Grass = new(110, 133, 80), Flag = new(214, 62, 48), Wheel = new(38, 40, 46);
}
