namespace EnvHub.Plugins.Wrappers;

/// <summary>What wrappers of continuous actions ask for, and the spaces that they give.</summary>
internal static class BoxActions
{
    /// <summary>Why a wrapper cannot take the actions that needs a Box of float16, float32 or float64; null if it can.</summary>
    public static string? Refusal(string wrapper, EnvironmentSpec spec) =>
        spec.ActionSpace is IBoxSpace { ElementType: ElementType.Float16 or ElementType.Float32 or ElementType.Float64 }
            ? null : $"{wrapper} needs a Box action space of floats; this one is {spec.ActionSpace}.";

    /// <summary>The same for one that needs finite bounds too.</summary>
    public static string? FiniteRefusal(string wrapper, EnvironmentSpec spec)
    {
        if (Refusal(wrapper, spec) is { } refusal) return refusal;
        var box = (IBoxSpace)spec.ActionSpace;
        for (int i = 0; i < spec.ActionSpace.ElementSize; i++)
            if (!box.IsBoundedBelow(i) || !box.IsBoundedAbove(i))
                return $"{wrapper} needs finite bounds of the action space; this one is {spec.ActionSpace}.";
        return null;
    }

    /// <summary>A box like another, of its shape and type, with one pair of bounds.</summary>
    public static Space Uniform(Space like, double low, double high) => ((IBoxSpace)like).ElementType switch
    {
        ElementType.Float64 => new BoxSpace<double>(Repeat(low, like), Repeat(high, like), like.Shape),
        ElementType.Float16 => new BoxSpace<Half>(Repeat((Half)low, like), Repeat((Half)high, like), like.Shape),
        _ => BoxSpace.Uniform((float)low, (float)high, like.Shape),
    };

    private static T[] Repeat<T>(T value, Space like) => [.. Enumerable.Repeat(value, like.ElementSize)];
}
