using System.Diagnostics;

namespace EnvHub.Cli.Tests;

/// <summary>The hub as a process of its own, which can be killed.</summary>
internal sealed class ChildHub : IDisposable
{
    private readonly Process _process;

    private ChildHub(Process process)
    {
        _process = process;
        // Read as it comes: a full pipe would hold the child.
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <remarks>It hears the end of its terminal, even where the tests run without hearing it, as under nohup.</remarks>
    public static ChildHub Start(params string[] args)
    {
        string hub = Path.Combine(AppContext.BaseDirectory, "envhub.dll");
        var start = new ProcessStartInfo("env", ["--default-signal=HUP", "dotnet", hub, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // It lives for a second: too short for a profile to pay.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new(Process.Start(start)!);
    }

    /// <summary>SIGKILL: nothing in the child runs after it.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <param name="signal">TERM, as a scheduler sends it; HUP, as a terminal that ends does.</param>
    public void Terminate(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void WaitForExit() => _process.WaitForExit();

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
