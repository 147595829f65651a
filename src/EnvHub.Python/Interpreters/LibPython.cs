namespace EnvHub.Python;

/// <summary>An interpreter as a library, for who loads it into a process of their own.</summary>
/// <param name="File">The shared library; null where the interpreter has none.</param>
/// <param name="Name">What the library is called.</param>
/// <param name="Executable">The interpreter that was asked.</param>
/// <param name="Version">Python's, e.g. 3.11.2.</param>
/// <param name="ModuleFolders">Its <c>sys.path</c>.</param>
public sealed record LibPython(string? File, string Name, string Executable, string Version, IReadOnlyList<string> ModuleFolders)
{
    private const string Question = """
        import json, os, sys, sysconfig
        get, digits = sysconfig.get_config_var, sys.version_info[:2]
        names = [name for name in (get("INSTSONAME"), get("LDLIBRARY")) if name and not name.endswith(".a")]
        names += ["libpython%d.%d.so.1.0" % digits, "libpython%d.%d.dylib" % digits, "python%d%d.dll" % digits]
        library, multi = get("LIBDIR") or "", get("MULTIARCH") or ""
        folders = [library, os.path.join(library, multi), os.path.join("/usr/lib", multi), os.path.join(sys.base_prefix, "lib"), sys.base_prefix]
        files = [os.path.join(folder, name) for folder in folders if folder for name in names]
        print(json.dumps({"library": next((file for file in files if os.path.isfile(file)), None), "name": names[0],
            "version": "%d.%d.%d" % sys.version_info[:3], "path": [folder for folder in sys.path if folder]}))
        """;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The package of Debian and Ubuntu that has it.</summary>
    public string Package => $"libpython{string.Join('.', Version.Split('.').Take(2))}";

    /// <summary>Asks an interpreter.</summary>
    /// <returns>Null where it does not answer, or not in these words.</returns>
    public static LibPython? Of(PythonInterpreter python)
    {
        ArgumentNullException.ThrowIfNull(python);
        if (python.Run(Question, Longest) is not { } answer) return null;
        try
        {
            return JsonMessage.Read(answer, json => new LibPython((string?)json["library"], JsonMessage.Text(json, "name"), python.Path, JsonMessage.Text(json, "version"),
                [.. JsonMessage.Node(json, "path").AsArray().Select(folder => (string?)folder ?? throw new FormatException("a folder is null"))]),
                fault => new HubException("EH4410", fault));
        }
        catch (HubException)
        {
            return null;
        }
    }
}
