namespace EnvHub.Setup;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Null if it could not be started or was ended for taking too long.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error; the reason where it could not be started or took too long.</param>
public sealed record ProcessResult(int? ExitCode, string Output, string Error)
{
    /// <summary>Whether it ended by itself with exit code 0.</summary>
    public bool IsSuccess => ExitCode == 0;

    /// <summary>The last line that it wrote to standard error, else to standard output; what most programs put the reason in.</summary>
    public string LastLine => Lines(Error).LastOrDefault() ?? Lines(Output).LastOrDefault() ?? $"exit code {ExitCode}, nothing printed";

    internal static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
