using System.Diagnostics;

namespace EnvHub.Plugins.TorchSharp.Tests;

/// <summary>libtorch for tests, prepared in the checkout's <c>artifacts/torch</c> where the machine names none; and programs that run with it.</summary>
internal static class RealTorch
{
    // A program that hangs is to fail its test, not to hold all others up.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly Lazy<string> Prepared = new(Prepare);

    /// <summary>The folder that was prepared.</summary>
    public static string Folder => Prepared.Value;

    /// <summary>Runs a program of this repository where libtorch runs.</summary>
    /// <param name="assembly">The program's file.</param>
    public static ProcessResult Run(string assembly, params IEnumerable<string> arguments) => ProcessRunner.Run(Start(assembly, arguments), Longest);

    /// <summary>How to start a program where libtorch runs.</summary>
    public static ProcessStartInfo Start(string assembly, params IEnumerable<string> arguments)
    {
        _ = Folder;
        return TorchRuntime.Room() is { } room ? new(room.Loader, [.. room.Arguments, "exec", assembly, .. arguments]) : new("dotnet", ["exec", assembly, .. arguments]);
    }

    private static string Prepare()
    {
        // Plugins and processes that these tests start find it too.
        string folder = Environment.GetEnvironmentVariable(TorchPlaces.FolderVariable) ?? Path.Combine(CommandHub.Checkout, "artifacts", "torch");
        Environment.SetEnvironmentVariable(TorchPlaces.FolderVariable, folder);
        if (TorchRuntime.Refusal("cpu") is not null)
            Task.Run(() => TorchSetup.RunAsync(new() { Folder = folder }, TestContext.Progress.WriteLine)).GetAwaiter().GetResult();
        return folder;
    }
}
