using System.Security.Cryptography;
using System.Text;

namespace EnvHub.Hosting;

/// <summary>Names what an experiment computes: its trials' keys, code included.</summary>
internal static class ExperimentKey
{
    /// <summary>64 hexadecimal digits, lower case.</summary>
    public static string Of(IReadOnlyList<Trial> trials) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', trials.Select(StageKey.Of)))));
}
