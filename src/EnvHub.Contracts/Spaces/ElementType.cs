namespace EnvHub.Contracts;

/// <summary>The type of a space's numbers, Gymnasium's <c>dtype</c>.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "The names are NumPy's.")]
public enum ElementType
{
    /// <summary><c>float32</c>, C#'s <see langword="float"/>.</summary>
    Float32,

    /// <summary><c>float64</c>, C#'s <see langword="double"/>.</summary>
    Float64,

    /// <summary><c>float16</c>, C#'s <see cref="Half"/>.</summary>
    Float16,

    /// <summary><c>int8</c>, C#'s <see langword="sbyte"/>.</summary>
    Int8,

    /// <summary><c>int16</c>, C#'s <see langword="short"/>.</summary>
    Int16,

    /// <summary><c>int32</c>, C#'s <see langword="int"/>.</summary>
    Int32,

    /// <summary><c>int64</c>, C#'s <see langword="long"/>.</summary>
    Int64,

    /// <summary><c>uint8</c>, C#'s <see langword="byte"/>.</summary>
    UInt8,

    /// <summary><c>uint16</c>, C#'s <see langword="ushort"/>.</summary>
    UInt16,

    /// <summary><c>uint32</c>, C#'s <see langword="uint"/>.</summary>
    UInt32,

    /// <summary><c>uint64</c>, C#'s <see langword="ulong"/>.</summary>
    UInt64,

    /// <summary><c>bool</c>.</summary>
    Bool,
}
