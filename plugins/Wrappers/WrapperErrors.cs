namespace EnvHub.Plugins.Wrappers;

/// <summary>Messages of the wrappers: codes EH4200 to EH4299.</summary>
internal static class WrapperErrors
{
    public static HubException Refused(EnvironmentSpec environment, string wrapper, string refusal) => new("EH4200",
        $"{environment.Id}: {wrapper} cannot stand around it. {refusal}");

    public static HubException ActionOutside(EnvironmentSpec environment, int copy, int action, int count) => new("EH4201",
        $"{environment.Id}: action {action} for copy {copy} is outside Discrete({count}), which takes 0..{count - 1}. No copy was stepped. Compare the learner's actions with the spec.");

    /// <summary>Throws where there is a refusal: for authors who make a wrapper themselves. The hub asks before.</summary>
    public static EnvironmentSpec Accept(IVectorEnvironment inner, string wrapper, string? refusal)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return refusal is null ? inner.Spec : throw Refused(inner.Spec, wrapper, refusal);
    }
}
