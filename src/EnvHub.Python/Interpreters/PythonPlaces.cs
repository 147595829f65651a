namespace EnvHub.Python;

/// <summary>Where this process looks for Python before it looks around: what hub.json says, else the environment.</summary>
/// <remarks>Plugins load this assembly once more, so statics would not reach them; the runtime's own table of names does.</remarks>
public static class PythonPlaces
{
    /// <summary>Environment variable: the interpreter to take, or the folder of its environment. Counts where hub.json names none.</summary>
    public const string InterpreterVariable = "ENVHUB_PYTHON";

    /// <summary>Environment variable: a folder that <c>envhub python setup</c> prepared, looked at after the hub's own.</summary>
    public const string FolderVariable = "ENVHUB_PYTHON_FOLDER";

    private const string InterpreterKey = "EnvHub.Python.Interpreter", FolderKey = "EnvHub.Python.Folder";

    /// <summary>The interpreter that was named; null for none.</summary>
    public static string? Interpreter => Named(InterpreterKey) ?? Variable(InterpreterVariable);

    /// <summary>Folders that may hold a prepared environment, in order.</summary>
    public static IReadOnlyList<string> Folders => [.. new[] { Named(FolderKey), Variable(FolderVariable) }.OfType<string>().Distinct()];

    /// <summary>Sets what a hub says, for the whole process and its plugins.</summary>
    /// <param name="interpreter">The <c>python</c> of hub.json; null where it names none.</param>
    /// <param name="folder">The folder that its set-up fills; <see cref="DefaultFolder"/>.</param>
    public static void Use(string? interpreter, string folder)
    {
        AppContext.SetData(InterpreterKey, interpreter);
        AppContext.SetData(FolderKey, folder);
    }

    /// <summary>The folder that a hub's set-up fills.</summary>
    /// <param name="hub">The folder of hub.json.</param>
    public static string DefaultFolder(string hub) => Path.Combine(hub, ".envhub", "python");

    private static string? Named(string key) => AppContext.GetData(key) as string;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
