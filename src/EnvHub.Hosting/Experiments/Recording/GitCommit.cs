using System.ComponentModel;
using System.Diagnostics;

namespace EnvHub.Hosting;

/// <summary>Asks git which commit a folder is at.</summary>
internal static class GitCommit
{
    private const int MostMilliseconds = 3000;

    /// <summary>The commit and whether tracked files differ from it; nulls without git or without a repository.</summary>
    public static (string? Commit, bool? Dirty) Of(string folder)
    {
        if (Ask(folder, "rev-parse", "HEAD") is not { Length: > 0 } commit) return (null, null);
        return (commit, Ask(folder, "status", "--porcelain", "--untracked-files=no") is { } changes ? changes.Length > 0 : null);
    }

    private static string? Ask(string folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            if (git is null) return null;
            git.ErrorDataReceived += static (_, _) => { };
            git.BeginErrorReadLine();
            string answer = git.StandardOutput.ReadToEnd().Trim();
            return git.WaitForExit(MostMilliseconds) && git.ExitCode == 0 ? answer : null;
        }
        catch (Win32Exception)
        {
            return null;   // no git on this machine
        }
    }
}
