namespace EnvHub.Networks;

/// <summary>The element types that the hub reads and writes, by the names that safetensors gives them.</summary>
internal static class SafeTensorType
{
    private static readonly (Type Type, string Name, int Size)[] Known =
    [
        (typeof(float), "F32", 4), (typeof(double), "F64", 8), (typeof(int), "I32", 4), (typeof(long), "I64", 8),
        (typeof(uint), "U32", 4), (typeof(ulong), "U64", 8), (typeof(byte), "U8", 1), (typeof(bool), "BOOL", 1),
    ];

    /// <summary>The name of <typeparamref name="T"/>, or null.</summary>
    public static string? NameOf<T>() => Array.Find(Known, known => known.Type == typeof(T)).Name;

    /// <summary>Bytes per value of the type called <paramref name="name"/>; 0: not known.</summary>
    public static int SizeOf(string name) => Array.Find(Known, known => known.Name == name).Size;
}
