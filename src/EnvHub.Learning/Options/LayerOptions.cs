using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>One layer of a network.</summary>
public record LayerOptions : IValidatableObject
{
    /// <summary>What it is.</summary>
    public required LayerKind Kind { get; init; }

    /// <summary>Channels that a convolution gives, 1 to 65,536; with convolution alone.</summary>
    [Range(1, 65_536)]
    public int? Filters { get; init; }

    /// <summary>Rows and columns of a convolution's kernel, 1 to 1,024; with convolution alone.</summary>
    [Range(1, 1_024)]
    public int? Kernel { get; init; }

    /// <summary>From one place of a convolution's kernel to the next, 1 to 1,024; with convolution alone. Default 1.</summary>
    [Range(1, 1_024)]
    public int? Stride { get; init; }

    /// <summary>Zeros around a convolution's image, 0 to 1,023, less than the kernel; with convolution alone. Default 0.</summary>
    [Range(0, 1_023)]
    public int? Padding { get; init; }

    /// <summary>Numbers that a linear layer gives, 1 to 65,536; with linear alone.</summary>
    [Range(1, 65_536)]
    public int? Units { get; init; }

    /// <inheritdoc/>
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        bool isConvolution = Kind == LayerKind.Convolution;
        if (isConvolution && (Filters is null || Kernel is null)) yield return new Refused("a convolution with filters and kernel", "Add both.", nameof(Kind));
        if (Kind == LayerKind.Linear && Units is null) yield return new Refused("a linear layer with units", "Add them.", nameof(Kind));
        if (Units is not null && Kind != LayerKind.Linear) yield return new Refused("null: only a linear layer has units", "Remove the key.", nameof(Units));
        foreach (var (value, name) in ((int?, string)[])[(Filters, nameof(Filters)), (Kernel, nameof(Kernel)), (Stride, nameof(Stride)), (Padding, nameof(Padding))])
            if (value is not null && !isConvolution) yield return new Refused("null: only a convolution has this", "Remove the key.", name);
    }

    /// <summary>The layer as a network's spec names it.</summary>
    public virtual LayerSpec ToSpec() => Kind switch
    {
        LayerKind.Convolution => new ConvolutionSpec(Filters ?? 0, Kernel ?? 0, Stride ?? 1, Padding ?? 0),
        LayerKind.Linear => new LinearSpec(Units ?? 0),
        LayerKind.LayerNorm => new LayerNormSpec(),
        LayerKind.Relu => new ActivationSpec(Activation.Relu),
        LayerKind.Tanh => new ActivationSpec(Activation.Tanh),
        LayerKind.Flatten => new FlattenSpec(),
        _ => throw LearningErrors.NestedResidual(),
    };
}
