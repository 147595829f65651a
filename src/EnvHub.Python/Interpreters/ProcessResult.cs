namespace EnvHub.Python;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Null if it could not be started or was ended for taking too long.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error; the reason where it could not be started or took too long.</param>
internal sealed record ProcessResult(int? ExitCode, string Output, string Error)
{
    public bool IsSuccess => ExitCode == 0;

    /// <summary>The last line that it wrote to standard error, else to standard output; what most programs put the reason in.</summary>
    public string LastLine => Lines(Error).LastOrDefault() ?? Lines(Output).LastOrDefault() ?? $"exit code {ExitCode}, nothing printed";

    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
