using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EnvHub.Setup;

/// <summary>A NuGet package with native libraries, fetched from the sources and with the certificates that the user's NuGet has.</summary>
/// <param name="Name">As NuGet calls it.</param>
/// <param name="Version">The only one that will do.</param>
/// <param name="Size">What is fetched, in words, e.g. <c>some 200 MB</c>.</param>
public sealed record NativePackage(string Name, string Version, string Size)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    // What a project above the folder says is not for this one.
    private static readonly string[] Shields = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>The name of this platform in packages, e.g. <c>linux-x64</c>.</summary>
    public static string Platform { get; } =
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>Puts the package's libraries for this platform into a folder, which must not be there.</summary>
    /// <param name="room">Where to work; removed at the end.</param>
    /// <param name="fault">The error for a reason why it could not be fetched.</param>
    public async Task FetchAsync(string folder, string room, Func<string, HubException> fault, Action<string> tell, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(tell);
        Directory.CreateDirectory(room);
        foreach (string shield in Shields) File.WriteAllText(Path.Combine(room, shield), "<Project />\n");
        string project = Path.Combine(room, "fetch.csproj"), packages = Path.Combine(room, "packages");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageDownload Include="{Name}" Version="[{Version}]" /></ItemGroup>
            </Project>

            """);
        tell($"fetching {Name} {Version} from NuGet's sources, {Size}");
        var start = new ProcessStartInfo("dotnet", ["restore", project, "--packages", packages, "--verbosity", "quiet"]) { WorkingDirectory = room };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        var result = await ProcessRunner.RunAsync(start, Longest, cancellation: cancellation).ConfigureAwait(false);
        string native = Path.Combine(packages, Name.ToLowerInvariant(), Version, "runtimes", Platform, "native");
        if (!result.IsSuccess || !Directory.Exists(native)) throw fault(result.IsSuccess ? $"it has no libraries for {Platform}" : ReasonOf(result));
        Directory.Move(native, folder);
        Directory.Delete(room, recursive: true);
    }

    // Of many lines, the first that is an error.
    private static string ReasonOf(ProcessResult result)
    {
        if (result.ExitCode is null) return $"dotnet: {result.Error}";
        return result.Output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("error ", StringComparison.Ordinal)) is { } line
            ? line[line.IndexOf("error ", StringComparison.Ordinal)..] : result.LastLine;
    }
}
