using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>A name with options as the command line gives them: <c>FrameStack:stack_size=2,padding_type=zero</c>, <c>torchsharp:device=cuda:0</c>.</summary>
internal static class NamedOptions
{
    /// <summary>What follows <c>--wrap</c>.</summary>
    public static WrapperOptions Wrapper(string text, ICollection<ConfigurationFault> faults)
    {
        var (name, options) = Parse(text, "--wrap", faults);
        return new() { Name = name, Options = options };
    }

    /// <summary>What follows <c>--backend</c>.</summary>
    public static BackendOptions Backend(string text, ICollection<ConfigurationFault> faults)
    {
        var (name, options) = Parse(text, "--backend", faults);
        return new() { Name = name, Options = options };
    }

    private static (string Name, JsonElement Options) Parse(string text, string option, ICollection<ConfigurationFault> faults)
    {
        int end = text.IndexOf(':', StringComparison.Ordinal);
        string name = end < 0 ? text : text[..end];
        if (end < 0) return (name, default);
        var found = new List<ConfigurationFault>();
        JsonElement options = OptionAssignments.Parse(Split(text[(end + 1)..]), found);
        foreach (var fault in found)
            faults.Add(fault with { Path = fault.Path.Replace("--set ", $"{option} {name}:", StringComparison.Ordinal), Allowed = fault.Allowed.Replace("--set", "one", StringComparison.Ordinal) });
        return (name, options);
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
