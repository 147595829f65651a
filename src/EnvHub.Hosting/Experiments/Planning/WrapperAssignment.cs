using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>A wrapper as the command line gives it: <c>FrameStack:stack_size=2,padding_type=zero</c>.</summary>
internal static class WrapperAssignment
{
    public static WrapperOptions Parse(string text, ICollection<ConfigurationFault> faults)
    {
        int end = text.IndexOf(':', StringComparison.Ordinal);
        string name = end < 0 ? text : text[..end];
        if (end < 0) return new() { Name = name };
        var found = new List<ConfigurationFault>();
        JsonElement options = OptionAssignments.Parse(Split(text[(end + 1)..]), found);
        foreach (var fault in found)
            faults.Add(fault with { Path = fault.Path.Replace("--set ", $"--wrap {name}:", StringComparison.Ordinal), Allowed = fault.Allowed.Replace("--set", "one", StringComparison.Ordinal) });
        return new() { Name = name, Options = options };
    }

    // At the commas that stand in no brackets: a list is one value.
    private static IEnumerable<string> Split(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '[' or '{') depth++;
            if (text[i] is ']' or '}') depth--;
            if (text[i] != ',' || depth != 0) continue;
            yield return text[start..i];
            start = i + 1;
        }
        yield return text[start..];
    }
}
