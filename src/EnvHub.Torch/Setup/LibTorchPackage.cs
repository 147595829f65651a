using System.Diagnostics;

namespace EnvHub.Torch;

/// <summary>Fetches libtorch as a NuGet package, from the sources and with the certificates that the user's NuGet has.</summary>
internal static class LibTorchPackage
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    // What a project above the folder says is not for this one.
    private static readonly string[] Shields = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>Puts the libraries into a folder.</summary>
    /// <param name="room">Where to work; removed at the end.</param>
    /// <exception cref="HubException">EH4762 the platform has no package; EH4763 it could not be fetched.</exception>
    public static async Task FetchAsync(string folder, string room, Action<string> tell, CancellationToken cancellation)
    {
        string name = TorchPlatform.Package ?? throw TorchErrors.NoPackage();
        Directory.CreateDirectory(room);
        foreach (string shield in Shields) File.WriteAllText(Path.Combine(room, shield), "<Project />\n");
        string project = Path.Combine(room, "libtorch.csproj"), packages = Path.Combine(room, "packages");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageDownload Include="{name}" Version="[{TorchPlatform.Version}]" /></ItemGroup>
            </Project>

            """);
        tell($"fetching {name} {TorchPlatform.Version} from NuGet's sources, some 200 MB");
        var start = new ProcessStartInfo("dotnet", ["restore", project, "--packages", packages, "--verbosity", "quiet"]) { WorkingDirectory = room };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        var result = await ProcessRunner.RunAsync(start, Longest, cancellation: cancellation).ConfigureAwait(false);
        string native = Path.Combine(packages, name, TorchPlatform.Version, "runtimes", TorchPlatform.Name, "native");
        if (!result.IsSuccess || !Directory.Exists(native)) throw TorchErrors.NotFetched(name, result.ExitCode is null ? $"dotnet: {result.Error}" : ReasonOf(result));
        Directory.Move(native, folder);
        Directory.Delete(room, recursive: true);
    }

    // Of many lines, the first that is an error.
    private static string ReasonOf(ProcessResult result) =>
        result.Output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("error ", StringComparison.Ordinal)) is { } line
            ? line[line.IndexOf("error ", StringComparison.Ordinal)..] : result.LastLine;
}
