using System.Globalization;
using System.Runtime.InteropServices;

namespace EnvHub.Torch;

/// <summary>libtorch for this process: whether it can be had, and how it comes in.</summary>
public static class TorchRuntime
{
    private const string Cpu = "cpu", Cuda = "cuda";

    private static readonly Lock Turn = new();
    private static string? _loaded;

    /// <summary>Why a device cannot be used on this machine, in a sentence that says what to type; null if it can.</summary>
    /// <param name="device"><c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
    public static string? Refusal(string device)
    {
        if (TorchLocator.Find() is not { } library) return TorchPlatform.Package is null ? TorchErrors.NoPackage().Message : TorchErrors.NoLibrary(TorchLocator.Search());
        if (SystemLibraries.AreTooOld && PreparedRoom() is null) return TorchErrors.NoRoom();
        if (device == Cpu) return null;
        if (!library.HasCuda) return TorchErrors.NoCuda(device, library);
        int index = IndexOf(device);
        return index < CudaDevices.Names.Count ? null : TorchErrors.NoDevice(device, CudaDevices.Names);
    }

    /// <summary>How a process must be started to load libtorch; null where this one can.</summary>
    public static LoaderRoom? Room() => SystemLibraries.AreTooOld ? PreparedRoom() : null;

    /// <summary>Which libtorch computes; empty where there is none.</summary>
    public static IReadOnlyList<string> Software(string device) =>
        TorchLocator.Find() is { } library ? [$"libtorch {library.Version}", device == Cpu ? Cpu : DeviceName(device)] : [];

    /// <summary>Loads libtorch, once for the process; then TorchSharp finds it.</summary>
    /// <exception cref="HubException">EH4760 it is not here; EH4761 it could not be loaded; EH4769 the process must be started otherwise; EH4770 another
    /// one is loaded.</exception>
    public static void Load()
    {
        lock (Turn)
        {
            var library = TorchLocator.Find() ?? throw TorchErrors.Unavailable(Refusal(Cpu) ?? TorchErrors.NoLibrary([]));
            if (_loaded == library.Folder) return;
            if (_loaded is not null) throw TorchErrors.TwoLibraries(_loaded, library.Folder);
            if (SystemLibraries.AreTooOld) throw PreparedRoom() is null ? TorchErrors.Unavailable(TorchErrors.NoRoom()) : TorchErrors.OutsideRoom();
            foreach (string file in TorchPlatform.Files.Select(file => Path.Combine(library.Folder, file)).Where(File.Exists))
            {
                try
                {
                    NativeLibrary.Load(file);
                }
                catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
                {
                    throw TorchErrors.NotLoaded(library.Folder, fault.Message);
                }
            }
            _loaded = library.Folder;
        }
    }

    private static LoaderRoom? PreparedRoom() => TorchPlaces.Folders.Select(PreparedTorch.Room).OfType<LoaderRoom>().FirstOrDefault();

    // Devices of one kind compute the same bits, whatever their number.
    private static string DeviceName(string device)
    {
        int index = IndexOf(device);
        return index < CudaDevices.Names.Count ? CudaDevices.Names[index] : device;
    }

    private static int IndexOf(string device) => device == Cuda ? 0 : int.Parse(device.AsSpan(Cuda.Length + 1), CultureInfo.InvariantCulture);
}
