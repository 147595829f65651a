using System.Globalization;

namespace EnvHub.Hosting;

/// <summary>Paths as users read them: <c>$.suites.classic-pair.tasks[0]</c>; quoted in brackets where a name has dots, brackets or spaces.</summary>
internal static class JsonPath
{
    /// <summary>A path that ends with a space, like <c>--set </c>, is a prefix: the name follows it as it is.</summary>
    public static string Child(string path, string name)
    {
        if (name.Length == 0 || name.Any(" .[]'\"".Contains)) return $"{path}['{name}']";
        return path.EndsWith(' ') ? path + name : $"{path}.{name}";
    }

    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
