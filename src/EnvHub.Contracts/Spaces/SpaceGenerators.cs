using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>The generators of a space and of the spaces that it is made of: Gymnasium gives each its own.</summary>
internal sealed class SpaceGenerators
{
    private readonly SpaceGenerators[]? _parts;

    /// <summary>The generators of a seeded space.</summary>
    public SpaceGenerators(RandomGenerator own, params SpaceGenerators[] parts) => (Own, _parts) = (own, parts);

    private SpaceGenerators(RandomGenerator shared) => Own = shared;

    /// <summary>One generator for the space and all its parts.</summary>
    public static SpaceGenerators Shared(RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return new(random);
    }

    /// <summary>The space's own.</summary>
    public RandomGenerator Own { get; }

    /// <summary>Those of part <paramref name="index"/>.</summary>
    public SpaceGenerators Part(int index) => _parts is null ? this : _parts[index];

    /// <summary>The seed of a part, as Gymnasium draws it.</summary>
    public static ulong PartSeed(RandomGenerator random) => (ulong)random.Integers(int.MaxValue);
}
