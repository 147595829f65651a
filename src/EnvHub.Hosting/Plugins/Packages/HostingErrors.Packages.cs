namespace EnvHub.Hosting;

/// <content>Packing plugins, putting them into a hub and taking them out: codes EH3050 to EH3059.</content>
internal static partial class HostingErrors
{
    public static HubException NoPluginFolder(string folder, string reason) => new("EH3050",
        $"{folder}: it is no built plugin: {reason}. Give the folder that a build made, with plugin.json and its assembly; 'dotnet build -c Release' makes it.");

    public static HubException PackageExists(string file) => new("EH3051",
        $"{file}: it is there already. Give --force to replace it, or another --output.");

    public static HubException PackageNotWritten(string file, Exception cause) => new("EH3052",
        $"{file}: it cannot be written ({cause.Message}). Free some disk, allow writing there, or give another --output.", cause);

    public static HubException BadPackage(string file, string reason) => new("EH3053",
        $"{file}: it is no plugin's package: {reason}. Nothing was put in place. Make one with 'envhub plugin pack FOLDER'.");

    public static HubException NoPluginRoot() => new("EH3054",
        "hub.json: it names no folder under \"plugins\", so there is no place for a plugin. Name one, e.g. \"plugins\": [\"plugins\"].");

    public static HubException PluginThere(string id, string folder, bool canReplace) => new("EH3055",
        $"plugin {id}: one of that id is in {folder}. {(canReplace ? "Give --replace to put this one in its place" : $"Remove it first: envhub plugin remove {id}")}.");

    public static HubException PluginFolderFixed(string folder, Exception cause) => new("EH3056",
        $"{folder}: it cannot be changed ({cause.Message}). Free some disk, or allow writing there.", cause);

    public static HubException NoSuchPlugin(string id, IReadOnlyList<string> known) => new("EH3057",
        $"plugin '{id}': the hub has none of that id in a folder of its own; it has {NameList.Of(known)}.{CloseMatch.Hint(id, known)}");

    public static HubException PluginNotLoaded(string id, string reason) => new("EH3058",
        $"plugin {id}: the hub cannot load it ({reason}). Nothing was changed. Mend the plugin, then add it again.");
}
