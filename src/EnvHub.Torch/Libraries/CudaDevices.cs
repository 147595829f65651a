using System.Runtime.InteropServices;
using System.Text;

namespace EnvHub.Torch;

/// <summary>The CUDA devices of this machine, as its driver tells without libtorch.</summary>
public static unsafe class CudaDevices
{
    private const int LongestName = 256;

    /// <summary>Their names in the driver's order; empty where there is no driver or no device.</summary>
    public static IReadOnlyList<string> Names { get; } = Read();

    private static IReadOnlyList<string> Read()
    {
        if (!NativeLibrary.TryLoad(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1", out nint driver)) return [];
        if (!Find(driver, "cuInit", out nint start) || !Find(driver, "cuDeviceGetCount", out nint count) || !Find(driver, "cuDeviceGetName", out nint name)) return [];
        int devices;
        if (((delegate* unmanaged<uint, int>)start)(0) != 0 || ((delegate* unmanaged<int*, int>)count)(&devices) != 0) return [];
        return [.. Enumerable.Range(0, devices).Select(device => NameOf(name, device))];
    }

    private static string NameOf(nint function, int device)
    {
        byte* text = stackalloc byte[LongestName];
        return ((delegate* unmanaged<byte*, int, int, int>)function)(text, LongestName, device) == 0
            ? Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text)) : "a device without a name";
    }

    private static bool Find(nint library, string name, out nint function) => NativeLibrary.TryGetExport(library, name, out function);
}
