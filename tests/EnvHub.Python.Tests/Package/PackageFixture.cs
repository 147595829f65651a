namespace EnvHub.Python.Tests;

/// <summary>Runs Python programs that import the package of this repository and reach the hub that was built with the tests.</summary>
public abstract class PackageFixture
{
    private const string Prelude = """
        import os, sys
        sys.dont_write_bytecode = True
        root = sys.argv[1]
        sys.path.insert(0, os.path.join(root, "src", "python"))
        os.environ["ENVHUB_EXECUTABLE"] = os.path.join(root, "artifacts", "bin", "EnvHub.Cli", sys.argv[2], "envhub")
        os.environ["ENVHUB_HUB"] = root

        """;

    /// <summary>Runs <paramref name="program"/>, whose arguments are <c>sys.argv[3:]</c>; fails with Python's traceback where it fails.</summary>
    /// <returns>What it printed, trimmed.</returns>
    protected static string Run(string program, params IEnumerable<string> arguments) =>
        RealPython.Run(Prelude + program, [RepositoryRoot(), Configuration, .. arguments]).Trim();

    // The test's own output lies in artifacts/bin/PROJECT/CONFIGURATION.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EnvHub.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
