namespace EnvHub.Hosting;

/// <summary>Names of the safetensors format.</summary>
internal static class SafeTensorsTypes
{
    public const string Metadata = "__metadata__";

    /// <summary>The format's name of <typeparamref name="T"/>.</summary>
    /// <exception cref="HubException">EH3511 it has none.</exception>
    public static string NameOf<T>(string array) => true switch
    {
        _ when typeof(T) == typeof(float) => "F32",
        _ when typeof(T) == typeof(double) => "F64",
        _ when typeof(T) == typeof(int) => "I32",
        _ when typeof(T) == typeof(long) => "I64",
        _ when typeof(T) == typeof(uint) => "U32",
        _ when typeof(T) == typeof(ulong) => "U64",
        _ when typeof(T) == typeof(byte) => "U8",
        _ when typeof(T) == typeof(bool) => "BOOL",
        _ => throw HostingErrors.UnsupportedType(array, typeof(T).Name),
    };
}
