namespace EnvHub.Onnx;

/// <summary>Where this process looks for ONNX Runtime's library, and for models.</summary>
/// <remarks>Plugins load this assembly once more, so statics would not reach them; the runtime's own table of names does.</remarks>
public static class OnnxPlaces
{
    /// <summary>Environment variable: the library to take, or its folder, and no other.</summary>
    public const string LibraryVariable = "ENVHUB_ONNX";

    /// <summary>Environment variable: a folder that <c>envhub onnx setup</c> prepared, looked at after the hub's own.</summary>
    public const string FolderVariable = "ENVHUB_ONNX_FOLDER";

    private const string HubKey = "EnvHub.Onnx.Hub";

    /// <summary>The library or folder that was named; null for none.</summary>
    public static string? Library => Variable(LibraryVariable);

    /// <summary>Folders that may hold what a set-up prepared, in order.</summary>
    public static IReadOnlyList<string> Folders =>
        [.. new[] { Hub is { } hub ? DefaultFolder(hub) : null, Variable(FolderVariable) }.OfType<string>().Distinct()];

    private static string? Hub => AppContext.GetData(HubKey) as string;

    /// <summary>Sets the hub, for the whole process and its plugins.</summary>
    /// <param name="hub">The folder of hub.json.</param>
    public static void Use(string hub) => AppContext.SetData(HubKey, hub);

    /// <summary>The folder that a hub's set-up fills.</summary>
    /// <param name="hub">The folder of hub.json.</param>
    public static string DefaultFolder(string hub) => Path.Combine(hub, ".envhub", "onnx");

    /// <summary>The full path of a model: relative ones are from the folder of hub.json, or from the current folder where there is no hub.</summary>
    public static string Resolve(string file) => Path.GetFullPath(file, Hub is { } hub ? Path.GetFullPath(hub) : Directory.GetCurrentDirectory());

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
