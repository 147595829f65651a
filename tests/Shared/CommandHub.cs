using System.Diagnostics;
using System.Text.Json;

namespace EnvHub.Tests;

/// <summary>A hub of its own for a test, used as a user does: by the command, in processes of their own.</summary>
internal class CommandHub : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, "envhub.dll");
    private readonly string _folder = Directory.CreateTempSubdirectory("envhub-hub-").FullName;

    public CommandHub(string experiments = "{}")
    {
        string plugins = JsonSerializer.Serialize(Path.Combine(Checkout, "artifacts", "plugins"));
        File.WriteAllText(HubFile, $$"""
            { "plugins": [{{plugins}}], "runs": "runs", "suites": { "pair": { "tasks": ["CartPole-v1", "MountainCar-v0"] }, "cart": { "tasks": ["CartPole-v1"] } }, "experiments": {{experiments}} }
            """);
    }

    public static string Checkout { get; } = FindCheckout();

    public string HubFile => Path.Combine(_folder, "hub.json");

    public string Combine(string path) => Path.Combine(_folder, path);

    /// <summary>Environment variables of the command; a null takes one away.</summary>
    public Dictionary<string, string?> Variables { get; } = [];

    public ProcessResult Run(params IEnumerable<string> arguments) => ProcessRunner.Run(Start(arguments), Longest);

    public Process Begin(params IEnumerable<string> arguments)
    {
        var start = Start(arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start)!;
        // Read as it comes: a full pipe would hold the child.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public string TheRun(string experiment) => Directory.GetDirectories(Combine($"runs/{experiment}")).Single();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A set-up leaves a folder that holds something else as it is, and says so.</summary>
    /// <param name="name">The set-up's verb.</param>
    public void AssertSetupLeavesOthersFolders(string name, string code)
    {
        string folder = Directory.CreateDirectory(Combine("mine")).FullName, file = Path.Combine(folder, "thesis.txt");
        File.WriteAllText(file, "mine");
        var result = Run(name, "setup", "--folder", folder);
        Assert.That((result.ExitCode, File.ReadAllText(file)), Is.EqualTo((2, "mine")));
        Assert.That(result.Error, Does.Contain(code));
    }

    /// <summary>A set-up says why where no source has its package, and puts nothing in place.</summary>
    /// <param name="name">The set-up's verb.</param>
    public void AssertSetupWithoutSourcesSaysWhy(string name, params string[] expected)
    {
        // NuGet reads what lies above the folder: here, that there is no source.
        File.WriteAllText(Combine("nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        var result = Run(name, "setup");
        Assert.That(result.ExitCode, Is.EqualTo(1));
        foreach (string text in expected) Assert.That(Words(result), Does.Contain(text));
        Assert.That(Directory.Exists(Combine($".envhub/{name}")), Is.False);
    }

    /// <summary>What was written, on one line: lines are broken where they are long.</summary>
    public static string Words(ProcessResult result) =>
        string.Join(' ', (result.Output + " " + result.Error).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Command, .. arguments, "--hub", HubFile]);
        foreach (var (name, value) in Variables)
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        return start;
    }

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EnvHub.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
