using System.Text;
using System.Text.RegularExpressions;

namespace EnvHub.Fuzzing;

/// <summary>The form of what a reader said: which of its branches an input took, as far as it shows outside.</summary>
internal static partial class Answer
{
    private const int Longest = 120;

    /// <summary>The letters of the message outside quotes, so that names and numbers make no difference.</summary>
    public static string Of(Exception fault)
    {
        var form = new StringBuilder(fault.GetType().Name);
        bool isQuoted = false;
        foreach (char c in fault.Message)
        {
            if (c is '"' or '\'') isQuoted = !isQuoted;
            else if (!isQuoted && (char.IsAsciiLetter(c) || c == ' ')) form.Append(c);
            if (form.Length > Longest) break;
        }
        return form.ToString();
    }

    /// <summary>Whether a fault is the one kind that readers promise.</summary>
    public static bool IsPromised(Exception fault) => fault is HubException { Code: var code } && Code().IsMatch(code);

    /// <summary>Equal for the same place in the program.</summary>
    public static string PlaceOf(Exception fault) => $"{fault.GetType().Name} {Place().Match(fault.StackTrace ?? "").Value}";

    [GeneratedRegex(@"^EH\d{4}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"at EnvHub\.(?!Fuzzing)\S+")]
    private static partial Regex Place();
}
