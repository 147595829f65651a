using EnvHub.Hosting;
using EnvHub.Networks;
using EnvHub.Python;

namespace EnvHub.Fuzzing;

/// <summary>Binary files: weights, checkpoints, shared memory.</summary>
internal static class FileReaders
{
    public static void SafeTensors(byte[] input)
    {
        var file = new SafeTensorsReader(input);
        foreach (string name in file.Names)
        {
            int length = file.LengthOf(name);
            if (file.ShapeOf(name).Count == 1) file.Read(name, new float[length]);
        }
    }

    public static void Checkpoint(byte[] input)
    {
        using var file = new CheckpointFileReader(new MemoryStream(input), "step-1.ckpt");
        foreach (string name in file.Names) file.Read(name, new float[file.LengthOf(name)]);
    }

    public static void Package(byte[] input)
    {
        string path = TemporaryPath(), folder = path + ".unpacked";
        File.WriteAllBytes(path, input);
        Directory.CreateDirectory(folder);
        try
        {
            PluginPackage.Unpack(path, folder);
        }
        finally
        {
            File.Delete(path);
            Directory.Delete(folder, recursive: true);
        }
    }

    public static void Region(byte[] input)
    {
        string path = TemporaryPath();
        File.WriteAllBytes(path, input);
        try
        {
            using var region = SharedRegion.Open(path);
            region.Observations.Clear();
            region.FinalObservations.Clear();
            region.Seeds.Clear();
            region.Text.Clear();
            _ = (region.ReplyText, region.ActionElements.Length, region.DiscreteActions.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // In memory where the system has such a place.
    private static string TemporaryPath() => Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"envhub-fuzzing-{Environment.ProcessId}");
}
