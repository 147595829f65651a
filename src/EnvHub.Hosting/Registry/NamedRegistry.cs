namespace EnvHub.Hosting;

/// <summary>Registrations by name: what learners and network backends have in common.</summary>
internal sealed class NamedRegistry<T> where T : class
{
    private readonly Dictionary<string, T> _byName;

    public NamedRegistry(string what, IEnumerable<T> registrations, Func<T, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        All = [.. registrations.OrderBy(nameOf, StringComparer.Ordinal)];
        _byName = new(All.Count, StringComparer.Ordinal);
        foreach (var registration in All)
        {
            if (!_byName.TryAdd(nameOf(registration), registration)) throw HostingErrors.RegisteredTwice($"{what} '{nameOf(registration)}'");
        }
    }

    public IReadOnlyList<T> All { get; }

    public T Find(string name, Func<string, string, string, HubException> notFound, string missing)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out var registration)
            ? registration
            : throw notFound(name, NameList.Of(_byName.Keys), CloseMatch.Hint(name, _byName.Keys) + missing);
    }
}
