namespace EnvHub.Plugins.Wrappers;

/// <summary>What wrappers of continuous actions ask for.</summary>
internal static class BoxActions
{
    /// <summary>Why a wrapper that needs finite bounds cannot take the actions; null if it can.</summary>
    public static string? Refusal(string wrapper, EnvironmentSpec spec)
    {
        if (spec.ActionSpace is not BoxSpace box) return $"{wrapper} needs a Box action space; this one is {spec.ActionSpace}.";
        for (int i = 0; i < box.ElementSize; i++)
            if (!float.IsFinite(box.Low[i]) || !float.IsFinite(box.High[i]))
                return $"{wrapper} needs finite bounds of the action space; this one is {spec.ActionSpace}.";
        return null;
    }
}
