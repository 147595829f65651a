namespace EnvHub.Fuzzing;

/// <summary>Parts a text into what JSON, assignments, tables and families in words are made of.</summary>
internal static class Tokens
{
    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = EndOf(text, start);
            tokens.Add(text[start..end]);
            start = end;
        }
        return tokens;
    }

    public static bool IsNumber(string token) => token.Length > 0 && (char.IsAsciiDigit(token[0]) || (token[0] == '-' && token.Length > 1));

    public static bool IsText(string token) => token.Length > 1 && token[0] == '"';

    /// <summary>Behind the bracket that closes the one at <paramref name="start"/>; behind the token itself where that is no bracket or stays open.</summary>
    public static int GroupEnd(List<string> tokens, int start)
    {
        int depth = 0;
        for (int i = start; i < tokens.Count; i++)
        {
            if (tokens[i] is "{" or "[") depth++;
            if (tokens[i] is "}" or "]") depth--;
            if (depth <= 0) return i + 1;
        }
        return start + 1;
    }

    private static int EndOf(string text, int start)
    {
        int end = start + 1;
        if (text[start] == '"')
        {
            while (end < text.Length && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
            return Math.Min(end + 1, text.Length);
        }
        Func<char, bool>? kind = text[start] switch
        {
            var c when char.IsAsciiDigit(c) || c == '-' => c => char.IsAsciiLetterOrDigit(c) || c is '.' or '+' or '-',
            var c when char.IsLetter(c) => c => char.IsLetterOrDigit(c) || c is '_' or '-',
            var c when char.IsWhiteSpace(c) && c != '\n' => c => char.IsWhiteSpace(c) && c != '\n',
            _ => null,
        };
        while (kind is not null && end < text.Length && kind(text[end])) end++;
        return end;
    }
}
