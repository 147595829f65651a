using System.Text;
using EnvHub.Numerics;

namespace EnvHub.Fuzzing;

/// <summary>Changes the tokens of a text: what comes out is mostly still of the form, with one thing or a few that are not.</summary>
internal sealed class TextMutator : IMutator
{
    private const int Longest = 1 << 16, MostChanges = 4;

    public byte[] Mutate(byte[] input, InputPool pool, RandomGenerator random) =>
        Encoding.UTF8.GetBytes(Mutate(Encoding.UTF8.GetString(input), () => Encoding.UTF8.GetString(pool.Pick(random)), random));

    /// <param name="other">Gives another input.</param>
    public static string Mutate(string text, Func<string> other, RandomGenerator random)
    {
        var tokens = Tokens.Of(text);
        for (long changes = 1 + random.Integers(MostChanges); changes > 0; changes--)
        {
            if (tokens.Count == 0) tokens.Add(Any(random));
            Change(tokens, other, random);
        }
        string changed = string.Concat(tokens);
        return changed.Length <= Longest ? changed : changed[..Longest];
    }

    private static void Change(List<string> tokens, Func<string> other, RandomGenerator random)
    {
        int at = (int)random.Integers(tokens.Count);
        int end = Tokens.GroupEnd(tokens, at);
        switch (random.Integers(12))
        {
            case 0 or 1 or 2: tokens[at] = Alike(tokens[at], tokens, random); break;
            case 3: Replace(tokens, at, end, [Any(random)]); break;
            case 4: tokens.RemoveRange(at, end - at); break;
            case 5: tokens.InsertRange((int)random.Integers(tokens.Count + 1), tokens[at..end]); break;
            case 6: DoubleMember(tokens, at, end); break;
            case 7: tokens.Insert(at, Any(random)); break;
            case 8: Splice(tokens, at, end, Tokens.Of(other()), random); break;
            case 9: Nest(tokens, at, end, random); break;
            case 10: Scratch(tokens, at, random); break;
            default: tokens.RemoveRange(at, random.Integers(4) == 0 ? tokens.Count - at : 1); break;
        }
    }

    // A number for a number, a text for a text: the form stays.
    private static string Alike(string token, List<string> tokens, RandomGenerator random)
    {
        if (random.Integers(3) == 0) return tokens[(int)random.Integers(tokens.Count)];
        return Tokens.IsNumber(token) ? One(Interesting.Numbers, random) : Tokens.IsText(token) ? One(Interesting.Texts, random) : Any(random);
    }

    private static string Any(RandomGenerator random) => One(random.Integers(3) switch
    {
        0 => Interesting.Numbers,
        1 => Interesting.Texts,
        _ => Interesting.Others,
    }, random);

    private static string One(IReadOnlyList<string> values, RandomGenerator random) => values[(int)random.Integers(values.Count)];

    private static void Replace(List<string> tokens, int at, int end, List<string> by)
    {
        tokens.RemoveRange(at, end - at);
        tokens.InsertRange(at, by);
    }

    // A key and its value a second time, or a part of a list or a line.
    private static void DoubleMember(List<string> tokens, int at, int end)
    {
        if (end < tokens.Count && tokens[end] == ":" && end + 1 < tokens.Count)
            end = Tokens.GroupEnd(tokens, tokens[end + 1].All(char.IsWhiteSpace) && end + 2 < tokens.Count ? end + 2 : end + 1);
        tokens.InsertRange(end, [",", .. tokens[at..end]]);
    }

    private static void Splice(List<string> tokens, int at, int end, List<string> other, RandomGenerator random)
    {
        if (other.Count == 0) return;
        int from = (int)random.Integers(other.Count);
        Replace(tokens, at, end, other[from..Tokens.GroupEnd(other, from)]);
    }

    private static void Nest(List<string> tokens, int at, int end, RandomGenerator random)
    {
        int levels = (int)random.Integers(4) switch { 0 => 1, 1 => 30, 2 => 62, _ => 3000 };
        bool isList = random.Integers(2) == 0;
        tokens.Insert(end, string.Concat(Enumerable.Repeat(isList ? "]" : "}", levels)));
        tokens.Insert(at, string.Concat(Enumerable.Repeat(isList ? "[" : "{\"a\":", levels)));
    }

    private static void Scratch(List<string> tokens, int at, RandomGenerator random)
    {
        char[] letters = tokens[at].ToCharArray();
        letters[random.Integers(letters.Length)] = (char)(random.Integers(8) == 0 ? random.Integers(0xD800) : random.Integers(128));
        tokens[at] = new(letters);
    }
}
