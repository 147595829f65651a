namespace EnvHub.Hosting;

/// <summary>The types of values that a checkpoint's file holds, by the numbers that stand in it.</summary>
internal static class CheckpointElement
{
    // The place in the list is the number in the file: add at the end only.
    private static readonly (Type Type, int Size)[] Known =
    [
        (typeof(float), sizeof(float)), (typeof(double), sizeof(double)), (typeof(int), sizeof(int)), (typeof(long), sizeof(long)),
        (typeof(uint), sizeof(uint)), (typeof(ulong), sizeof(ulong)), (typeof(byte), sizeof(byte)), (typeof(bool), sizeof(bool)),
    ];

    /// <summary>The number of <paramref name="type"/>; -1 for one that is not taken.</summary>
    public static int CodeOf(Type type) => Array.FindIndex(Known, known => known.Type == type);

    /// <summary>Bytes per value; 0 for a number that stands for no type.</summary>
    public static int SizeOf(int code) => code >= 0 && code < Known.Length ? Known[code].Size : 0;

    /// <summary>The name of the type, for messages.</summary>
    public static string NameOf(int code) => Known[code].Type.Name;
}
