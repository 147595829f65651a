namespace EnvHub.Contracts;

/// <summary>A <see cref="ParameterVector"/> that lies in this process's memory, as the embedded engine's do.</summary>
/// <remarks>For code that is made for such an engine, and for tests. Learners do without: they run on other engines too.</remarks>
public interface IHostVector
{
    /// <summary>The values themselves; writing here changes the vector.</summary>
    Span<float> Span { get; }
}
