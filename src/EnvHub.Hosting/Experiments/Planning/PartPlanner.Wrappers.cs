namespace EnvHub.Hosting;

/// <content>Resolves tasks' wrappers.</content>
internal sealed partial class PartPlanner
{
    /// <summary>Puts wrappers around an environment, from the inside out.</summary>
    /// <param name="path">Of the list.</param>
    /// <returns>The spec after the last one, and the wrappers; null where one is at fault.</returns>
    public (EnvironmentSpec Spec, IReadOnlyList<WrapperPlan> Wrappers)? Wrap(EnvironmentSpec spec, IReadOnlyList<WrapperOptions> wrappers, string path)
    {
        EnvironmentSpec? current = spec;
        var plans = new List<WrapperPlan>();
        for (int i = 0; i < wrappers.Count; i++)
        {
            string item = JsonPath.Item(path, i);
            var plan = Bind(wrappers[i], item);
            // Those around a wrapper at fault are bound all the same, so that their own faults show; what they would get is unknown.
            current = plan is null || current is null ? null : Describe(plan, current, item);
            if (plan is not null) plans.Add(plan);
        }
        return current is null ? null : (current, plans);
    }

    private WrapperPlan? Bind(WrapperOptions wrapper, string path)
    {
        var registration = catalog.Wrappers.All.FirstOrDefault(known => known.Name == wrapper.Name);
        if (registration is null)
        {
            AddUnknown(path, wrapper.Name, "a registered wrapper", catalog.Wrappers.All.Select(known => known.Name));
            return null;
        }
        return Options(wrapper.Options, registration.OptionsType, path, "the wrapper's options") is { } options ? new(registration, options) : null;
    }

    private EnvironmentSpec? Describe(WrapperPlan plan, EnvironmentSpec spec, string path)
    {
        if (Try(path, "the wrapper", () => plan.Registration.Refusal(spec, plan.Options) ?? "") is not { } refusal) return null;
        if (refusal.Length == 0) return Try(path, "the wrapper", () => plan.Registration.Describe(spec, plan.Options));
        Faults.Add(new(path, $"\"{plan.Registration.Name}\"", $"a wrapper that can stand around {spec.Id}", refusal));
        return null;
    }
}
