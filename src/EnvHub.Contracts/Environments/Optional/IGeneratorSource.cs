using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>A vector environment that shows where its copies' generators stand: for checks and comparisons.</summary>
public interface IGeneratorSource
{
    /// <summary>The place of one copy's generator in its stream.</summary>
    Pcg64State GeneratorStateOf(int copy);
}
