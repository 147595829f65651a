using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>Brings the native library in, once.</summary>
internal static class RuntimeLibrary
{
    private const string NativeName = "onnxruntime";

    private static readonly Lock Turn = new();
    private static nint _loaded;

    /// <exception cref="HubException">EH4910 it cannot be loaded; EH4911 it is not here.</exception>
    public static void Load()
    {
        lock (Turn)
        {
            if (_loaded != 0) return;
            var library = OnnxLibrary.Find() ?? throw OnnxPolicyErrors.Unavailable(OnnxLibrary.Refusal()!);
            try
            {
                nint handle = NativeLibrary.Load(library.File);
                if (!NativeLibrary.TryGetExport(handle, "OrtGetApiBase", out _)) throw OnnxPolicyErrors.NotLoaded(library.File, "it is another library");
                NativeLibrary.SetDllImportResolver(typeof(InferenceSession).Assembly, (name, _, _) => name.StartsWith(NativeName, StringComparison.Ordinal) ? _loaded : 0);
                _loaded = handle;
            }
            catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
            {
                throw OnnxPolicyErrors.NotLoaded(library.File, fault.Message);
            }
        }
    }
}
