using System.Diagnostics;
using System.Security.Cryptography;

namespace EnvHub.Python;

/// <summary>A package of the distribution as a file.</summary>
internal static class DebianArchive
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Unpacks its files; none of its programs runs.</summary>
    /// <exception cref="HubException">EH4624, EH4629 it cannot be unpacked.</exception>
    public static async Task<PythonPackage> UnpackAsync(string archive, string root, CancellationToken cancellation)
    {
        await RunAsync("-x", archive, root).ConfigureAwait(false);
        string[] named = (await RunAsync("-W", "--showformat=${Package}\n${Version}\n", archive).ConfigureAwait(false)).Split('\n');
        using var stream = File.OpenRead(archive);
        byte[] hash = await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false);
        return new(named[0], named[1], Convert.ToHexStringLower(hash));

        async Task<string> RunAsync(params string[] arguments)
        {
            var result = await ProcessRunner.RunAsync(new ProcessStartInfo("dpkg-deb", arguments), Longest, cancellation: cancellation).ConfigureAwait(false);
            return result.IsSuccess ? result.Output
                : result.Error.Contains("No space left", StringComparison.Ordinal) ? throw PythonErrors.NoSpace(result.LastLine)
                : throw PythonErrors.Refused(Path.GetFileName(archive), result.LastLine);
        }
    }
}
