using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>One layer of a network, or a residual block of some.</summary>
public sealed record BlockOptions : LayerOptions
{
    /// <summary>The layers of a residual block, in order; none of them a residual block. With residual alone.</summary>
    public IReadOnlyList<LayerOptions>? Layers { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var fault in base.Validate(validationContext)) yield return fault;
        if (Kind == LayerKind.Residual && Layers is not { Count: > 0 }) yield return new Refused("a residual block with layers", "Add at least one.", nameof(Kind));
        if (Kind != LayerKind.Residual && Layers is not null) yield return new Refused("null: only a residual block has layers", "Remove the key.", nameof(Layers));
        if (Layers?.Any(layer => layer.Kind == LayerKind.Residual) == true) yield return new Refused("layers that are no residual blocks", "Write its layers one after the other.", nameof(Layers));
    }

    /// <inheritdoc/>
    public override LayerSpec ToSpec() => Kind == LayerKind.Residual ? new ResidualSpec([.. (Layers ?? []).Select(layer => layer.ToSpec())]) : base.ToSpec();
}
