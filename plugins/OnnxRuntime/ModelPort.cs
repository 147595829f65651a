using Microsoft.ML.OnnxRuntime.Tensors;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>An input or output of a network.</summary>
/// <param name="Type">Of its elements; null where it is no tensor.</param>
/// <param name="Dimensions">Its shape; -1 where any length does.</param>
/// <param name="Kind">ONNX Runtime's word for what it is.</param>
internal sealed record ModelPort(string Name, TensorElementType? Type, IReadOnlyList<int> Dimensions, string Kind)
{
    /// <summary>Rows that it takes at a time; null for any number.</summary>
    public int? Rows => Dimensions is [> 0 and var rows, ..] ? rows : null;

    /// <summary>The shape of one row.</summary>
    public IReadOnlyList<int> Row => [.. Dimensions.Skip(1)];

    /// <summary>The shape in words.</summary>
    public string ShapeText => Dimensions.Count == 0 ? "a single number" : $"[{string.Join(", ", Dimensions.Select((length, axis) => length > 0 ? $"{length}" : axis == 0 ? "N" : "?"))}]";

    /// <summary>Whether the hub can write or read it.</summary>
    public bool IsUsable => Type is TensorElementType.Float or TensorElementType.Double or TensorElementType.Float16 or TensorElementType.UInt8 or TensorElementType.Int32 or TensorElementType.Int64;

    /// <summary>Whether it holds whole numbers.</summary>
    public bool IsWhole => Type is TensorElementType.UInt8 or TensorElementType.Int32 or TensorElementType.Int64;

    /// <summary>The type in words.</summary>
    public string TypeText => Type is { } type ? $"{type}".ToLowerInvariant() : Kind;
}
