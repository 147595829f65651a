namespace EnvHub.Hosting;

/// <summary>On an options record that may be written as a text alone: the property that the text gives.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StandsForTextAttribute(string property) : Attribute
{
    /// <summary>The property's C# name.</summary>
    public string Property { get; } = property;
}
