namespace EnvHub.Learning;

/// <summary>How one element of an observation is kept: the smallest type that holds every value of the space as its element does.</summary>
public enum StoredElement
{
    /// <summary>Four bytes: floats, and integers beyond 16 bits, whose elements are floats anyway.</summary>
    Float32,

    /// <summary>One byte, 0 to 255.</summary>
    UInt8,

    /// <summary>One byte, -128 to 127.</summary>
    Int8,

    /// <summary>Two bytes, 0 to 65,535.</summary>
    UInt16,

    /// <summary>Two bytes, -32,768 to 32,767.</summary>
    Int16,
}
