using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace EnvHub.Hosting;

/// <summary>The summaries that the compiler wrote beside an assembly; none where the file is not there.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> _byAssembly = [];

    /// <summary>The property's summary as plain text; null where there is none.</summary>
    public string? SummaryOf(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        if (!_byAssembly.TryGetValue(type.Assembly, out var summaries)) _byAssembly[type.Assembly] = summaries = Read(type.Assembly);
        return summaries.GetValueOrDefault($"P:{type.FullName}.{property.Name}");
    }

    private static Dictionary<string, string> Read(Assembly assembly)
    {
        string file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file)) return [];
        try
        {
            return XDocument.Load(file).Descendants("member")
                .Where(member => member.Attribute("name") is not null && member.Element("summary") is not null)
                .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!));
        }
        catch (XmlException)
        {
            return [];
        }
    }

    // <see cref="P:Some.Type.Member"/> reads as Member.
    private static string Text(XElement summary)
    {
        var parts = summary.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement element when element.Attribute("cref") is { } target => target.Value.Split('.')[^1],
            XElement element when element.Attribute("langword") is { } word => word.Value,
            XElement element when element.Attribute("name") is { } name => name.Value,
            _ => "",
        });
        return Spaces().Replace(string.Concat(parts), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
