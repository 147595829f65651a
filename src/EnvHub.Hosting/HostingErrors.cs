namespace EnvHub.Hosting;

/// <summary>Every message of the host about configuration, plugins and names: codes EH3000 to EH3499.</summary>
internal static partial class HostingErrors
{
    public static HubException ConfigurationNotFound(IReadOnlyList<string> searched) => new("EH3001",
        $"hub.json: not found; looked for {string.Join(", ", searched)}. Name another file, or make one; for a start, with "
        + "{ \"plugins\": [\"artifacts/plugins\"], \"suites\": {}, \"experiments\": {} }.");

    public static HubException ConfigurationUnreadable(string path, string reason) => new("EH3001",
        $"{path}: cannot be read ({reason}). Look at the file's permissions, or name another file.");

    public static HubConfigurationException BadConfiguration(string path, IReadOnlyList<ConfigurationFault> faults) => new("EH3002", path, faults);

    public static HubConfigurationException BadPlan(string subject, IReadOnlyList<ConfigurationFault> faults) => new("EH3003", subject, faults);

    public static PluginFailure MissingFolder(string folder) => new(PluginState.MissingFolder, "EH3010",
        $"plugin folder {folder}: hub.json names it and it does not exist. Build or install the plugins, or take it out of \"plugins\".");

    public static PluginFailure BadManifest(string file, IReadOnlyList<ConfigurationFault> faults) => new(PluginState.BadManifest, "EH3011",
        $"{file}: {string.Join(" | ", faults)}");

    public static PluginFailure UnreadableManifest(string file, Exception cause) => new(PluginState.BadManifest, "EH3011",
        $"{file}: cannot be read ({cause.Message}). Look at the file's permissions.", cause);

    public static PluginFailure DuplicateId(string id, string folder, string earlier) => new(PluginState.DuplicateId, "EH3012",
        $"plugin {id}: {folder} and {earlier} both hold a plugin of this id; the first one counts. Remove one, or give it another id.");

    public static PluginFailure WrongContract(string id, Version contract) => new(PluginState.WrongContract, "EH3013",
        $"plugin {id}: it was written against contract {contract}; this hub takes {ContractVersion.Current.Major}.0 to {ContractVersion.Current}. "
        + "Take a build of the plugin for this hub, or another hub; CHANGELOG.md says what an author changes for contract "
        + $"{ContractVersion.Current}.");

    public static PluginFailure MissingAssembly(string id, string file) => new(PluginState.MissingAssembly, "EH3014",
        $"plugin {id}: the manifest names {file}, which does not exist. Build the plugin, or correct \"assembly\".");

    public static PluginFailure BadAssembly(string id, string file, Exception cause) => new(PluginState.BadAssembly, "EH3015",
        $"plugin {id}: {file} cannot be loaded as a .NET assembly of this hub: {cause.Message} "
        + $"Build it for .NET {Environment.Version.Major} and contract {ContractVersion.Current}.", cause);

    public static PluginFailure MissingDependency(string id, string dependency, string neededBy, Exception cause) => new(
        PluginState.MissingDependency, "EH3016",
        $"plugin {id}: {neededBy} needs {dependency}, which is neither in the plugin's folder nor in the hub. "
        + "Put it beside the plugin's assembly.", cause);

    public static PluginFailure NoEntryPoint(string id, string file, IReadOnlyList<string> found) => new(PluginState.NoEntryPoint, "EH3017",
        $"plugin {id}: {file} has {(found.Count == 0 ? "no public class" : $"{found.Count} public classes ({string.Join(", ", found)})")} "
        + "that implements IHubPlugin; it must have exactly one, with a parameterless constructor.");

    public static PluginFailure NoConstructor(string id, string type) => new(PluginState.NoEntryPoint, "EH3017",
        $"plugin {id}: {type} has no public parameterless constructor; the hub makes the entry point with it. Add one.");

    public static PluginFailure FailedToConfigure(string id, Exception cause) => new(PluginState.FailedToConfigure, "EH3018",
        $"plugin {id}: it threw {cause.GetType().Name} while it was configured: {cause.Message} Ask the plugin's author.", cause);

    public static PluginFailure Collision(string id, string what, string owner) => new(PluginState.Collision, "EH3019",
        $"plugin {id}: it registers {what}, which {owner} has registered already; "
        + "nothing of it is loaded. Remove one of the two.");

    public static PluginFailure MixedVersions(string id, string environment, string other, string owner) => new(PluginState.Collision, "EH3019",
        $"plugin {id}: it registers environment '{environment}' where {owner} registers '{other}'; "
        + "all ids of one name have a version or its only id has none. Give both a version.");

    public static HubException BadName(string what, string name) => new("EH3020",
        $"{what} name '{name}': it must have at least one character and no white space. Write it like multitask-dqn.");

    public static HubException RegisteredTooLate() => new("EH3021",
        "plugin builder: something was registered after Configure had returned; it takes registrations only while Configure runs. "
        + "Register everything there.");

    public static HubException NamespaceNotFound(string id, string name, string hint) => new("EH3030",
        $"environment '{id}': no environment is registered in the namespace '{name}'.{hint}");

    public static HubException NameNotFound(string id, string fullName, string hint) => new("EH3031",
        $"environment '{id}': no environment is named '{fullName}'.{hint}");

    public static HubException VersionNotFound(string id, string registered) => new("EH3032",
        $"environment '{id}': that version does not exist; registered: {registered}. Use one of these.");

    public static HubException DeprecatedEnvironment(string id, string successor) => new("EH3033",
        $"environment '{id}': that version is deprecated and no longer registered. Use '{successor}'.");

    public static HubException RegisteredTwice(string what) => new("EH3034",
        $"registry: {what} is registered twice; names are unique. Remove one of the two.");

    public static HubException MixedVersions(string fullName) => new("EH3035",
        $"registry: '{fullName}' is registered both with and without a version; all ids of one name have a version or its only id has none.");

    public static HubException LearnerNotFound(string name, string registered, string hint) => new("EH3036",
        $"learner '{name}' is not registered; registered: {registered}.{hint}");

    public static HubException WrapperNotFound(string name, string registered, string hint) => new("EH3038",
        $"wrapper '{name}' is not registered; registered: {registered}.{hint}");

    public static HubException StatisticsApart(string task) => new("EH3039",
        $"task {task}: a wrapper made its copies one by one, so statistics inside it would be gathered apart. Put the wrapper that gathers them outside of it.");

    public static HubException BackendNotFound(string name, string registered, string hint) => new("EH3037",
        $"network backend '{name}' is not registered; registered: {registered}.{hint}");
}
