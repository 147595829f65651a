using System.ComponentModel.DataAnnotations;

namespace EnvHub.Plugins.Wrappers;

/// <summary>The size that <see cref="ResizeObservation"/> shows.</summary>
public sealed record ResizeObservationOptions : IValidatableObject
{
    /// <summary>Height and width in pixels, each in [1, 4096]. Default 84, 84.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Shape { get; init; } = [84, 84];

    /// <summary>Pixels from top to bottom.</summary>
    internal int Height => Shape[0];

    /// <summary>Pixels from left to right.</summary>
    internal int Width => Shape[1];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Shape is not { Count: 2 }) yield return new Refused("two numbers, height and width", "Give both.", nameof(Shape));
    }
}
