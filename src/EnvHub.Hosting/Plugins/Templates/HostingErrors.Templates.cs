namespace EnvHub.Hosting;

/// <content>New plugins' projects: codes EH3060 to EH3069.</content>
internal static partial class HostingErrors
{
    public static HubException NoTemplateName(string id) => new("EH3060",
        $"'{id}': no class can be named after it. Write letters, digits, '-', '_' and '.', with a letter or a digit from A to Z among them, e.g. my-lab/Maze-v0, my-dqn or StepCost.");

    public static HubException ProjectThere(string folder) => new("EH3061",
        $"{folder}: it is there already, and not empty. Give another --folder, or move it away.");

    public static HubException NoLibraryPackages(IReadOnlyList<string> folders, string missing) => new("EH3062",
        $"{missing}: the hub's libraries do not lie as packages in {string.Join(" or ", folders)}. Type 'dotnet pack -c Release' in the hub's repository, or name the folder that holds them: --packages FOLDER.");

    public static HubException ProjectNotWritten(string folder, Exception cause) => new("EH3063",
        $"{folder}: it cannot be written ({cause.Message}). Free some disk, allow writing there, or give another --folder.", cause);
}
