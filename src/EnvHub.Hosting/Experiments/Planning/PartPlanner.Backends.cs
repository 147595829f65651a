namespace EnvHub.Hosting;

/// <content>Resolves stages' network backends.</content>
internal sealed partial class PartPlanner
{
    /// <summary>The backend with its options; null where it is at fault, or cannot be had on this machine.</summary>
    public BackendPlan? Backend(BackendOptions backend, string path)
    {
        var registration = catalog.Backends.All.FirstOrDefault(known => known.Name == backend.Name);
        if (registration is null)
        {
            AddUnknown(path, backend.Name, "a registered network backend", catalog.Backends.All.Select(known => known.Name));
            return null;
        }
        if (Options(backend.Options, registration.OptionsType, path, "the backend's options") is not { } options) return null;
        if (Try(path, "the backend", () => registration.Refusal(options) ?? "") is not { } refusal) return null;
        if (refusal.Length == 0) return new(registration, options);
        Faults.Add(new(path, $"\"{registration.Name}\"", "a backend that this machine can run", refusal));
        return null;
    }
}
