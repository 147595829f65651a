#pragma warning disable
using System.Runtime.InteropServices;
namespace EnvHub.Networks
{
internal sealed class SafeTensorsWriter(IReadOnlyDictionary<string, string> metadata) : ICheckpointWriter
{
    MemoryStream m = new();
    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged { m.Write(System.Text.Encoding.UTF8.GetBytes(name)); m.Write(MemoryMarshal.AsBytes(values)); }
    public void WriteTo(Stream s) { foreach (var (k, v) in metadata) s.Write(System.Text.Encoding.UTF8.GetBytes(k + v)); m.Position = 0; m.CopyTo(s); }
}
internal static class SafeTensorsReader { public static ICheckpointReader Open(string path) => throw new NotImplementedException(); }
}
