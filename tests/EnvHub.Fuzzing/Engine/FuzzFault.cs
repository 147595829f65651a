namespace EnvHub.Fuzzing;

/// <summary>What a reader must not do, with the input that made it do so.</summary>
/// <param name="Kind">Equal for faults that have one cause.</param>
internal sealed record FuzzFault(string Kind, string What, byte[] Input)
{
    public override string ToString() => $"{What}\n  input, {Input.Length} bytes in base64: {Convert.ToBase64String(Input, 0, Math.Min(Input.Length, 3000))}";
}
