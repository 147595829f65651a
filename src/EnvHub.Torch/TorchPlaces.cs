namespace EnvHub.Torch;

/// <summary>Where this process looks for libtorch before it looks around.</summary>
/// <remarks>Plugins load this assembly once more, so statics would not reach them; the runtime's own table of names does.</remarks>
public static class TorchPlaces
{
    /// <summary>Environment variable: the folder of libtorch's libraries to take, e.g. <c>.../torch/lib</c> of a Python's PyTorch, and no other.</summary>
    public const string LibraryVariable = "ENVHUB_TORCH";

    /// <summary>Environment variable: a folder that <c>envhub torch setup</c> prepared, looked at after the hub's own.</summary>
    public const string FolderVariable = "ENVHUB_TORCH_FOLDER";

    private const string FolderKey = "EnvHub.Torch.Folder";

    /// <summary>The libraries' folder that was named; null for none.</summary>
    public static string? Library => Variable(LibraryVariable);

    /// <summary>Folders that may hold what a set-up prepared, in order.</summary>
    public static IReadOnlyList<string> Folders => [.. new[] { AppContext.GetData(FolderKey) as string, Variable(FolderVariable) }.OfType<string>().Distinct()];

    /// <summary>Sets what a hub says, for the whole process and its plugins.</summary>
    /// <param name="folder">The folder that its set-up fills; <see cref="DefaultFolder"/>.</param>
    public static void Use(string folder) => AppContext.SetData(FolderKey, folder);

    /// <summary>The folder that a hub's set-up fills.</summary>
    /// <param name="hub">The folder of hub.json.</param>
    public static string DefaultFolder(string hub) => Path.Combine(hub, ".envhub", "torch");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
