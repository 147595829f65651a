using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EnvHub.Hosting;

/// <summary>Which code computes a trial: that of the runtime, of the hub, and of the plugins that the trial uses, no others.</summary>
/// <remarks>A build of changed sources has another version; one of the same sources has the same, builds being deterministic.</remarks>
internal static class CodeVersion
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    // Neither changes what is computed, and a build may write paths into them.
    private static readonly string[] NoCode = [".pdb", ".xml"];

    /// <summary>One text per part, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(Trial trial) =>
        [.. Origins(trial).Select(VersionOf).Concat(Hub()).Append(RuntimeInformation.FrameworkDescription).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The same for several trials together, those that they build on included.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Trial> trials) =>
        [.. TrialList.WithSources(trials).SelectMany(Of).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<Assembly> Origins(Trial trial)
    {
        var (learner, backend) = (trial.Stage.Learner, trial.Stage.Backend);
        var delegates = new List<Delegate> { learner.Create, backend.Create };
        var types = new List<Type> { learner.OptionsType };
        foreach (var task in trial.Tasks)
        {
            delegates.Add(task.Registration.Create);
            types.Add(task.Registration.SettingsType);
            delegates.AddRange(task.Wrappers.Select(wrapper => wrapper.Registration.Wrap));
            types.AddRange(task.Wrappers.Select(wrapper => wrapper.Registration.OptionsType));
        }
        return types.Select(type => type.Assembly).Concat(delegates.SelectMany(AssembliesOf)).Distinct();
    }

    // A typed registration is wrapped by the contracts: the plugin's own function is what the closure holds.
    private static IEnumerable<Assembly> AssembliesOf(Delegate function)
    {
        yield return function.Method.Module.Assembly;
        if (function.Target is not { } closure) yield break;
        foreach (var field in closure.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            if (field.GetValue(closure) is Delegate inner && inner != function) yield return inner.Method.Module.Assembly;
    }

    private static IEnumerable<string> Hub()
    {
        string[] names = ["EnvHub.Contracts", "EnvHub.Numerics", "EnvHub.Networks", "EnvHub.Learning", "EnvHub.Hosting"];
        return names.Select(name => Path.Combine(AppContext.BaseDirectory, $"{name}.dll")).Where(File.Exists)
            .Select(file => Known.GetOrAdd(file, static file => $"{Path.GetFileName(file)} {Hash([file])}"))
            .Append(VersionOf(typeof(CodeVersion).Assembly));
    }

    // A plugin may bring more than its assembly: libraries, Python programs.
    private static string VersionOf(Assembly assembly) => PluginRoom.IsOfPlugin(assembly) && assembly.Location.Length > 0
        ? Known.GetOrAdd(Path.GetDirectoryName(assembly.Location)!, static folder => $"{Path.GetFileName(folder)} {Hash(FilesIn(folder))}")
        : $"{assembly.GetName().Name} {assembly.ManifestModule.ModuleVersionId}";

    private static string[] FilesIn(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !NoCode.Contains(Path.GetExtension(file)) && !IsMadeByPython(file))
            .OrderBy(file => Path.GetRelativePath(folder, file), StringComparer.Ordinal)];

    private static bool IsMadeByPython(string file) => file.Contains("__pycache__", StringComparison.Ordinal);

    private static string Hash(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files) hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
