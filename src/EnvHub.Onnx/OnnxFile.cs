using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace EnvHub.Onnx;

/// <summary>A model's file on the disk.</summary>
public static class OnnxFile
{
    /// <summary>The longest that is read: it is held in memory, and goes into records.</summary>
    public const long MostBytes = 1L << 30;

    private static readonly ConcurrentDictionary<(string File, long Length, DateTime Written), string> Known = [];

    /// <summary>Whether the file is there.</summary>
    public static bool Exists(string file) => file.Length > 0 && File.Exists(OnnxPlaces.Resolve(file));

    /// <summary>Its bytes.</summary>
    /// <exception cref="HubException">EH4905 it is not there or cannot be read; EH4906 it is too large.</exception>
    public static byte[] Read(string file)
    {
        if (!Exists(file)) throw OnnxErrors.NoFile(file, Directory.Exists(file) ? "it is a folder" : null);
        string path = OnnxPlaces.Resolve(file);
        try
        {
            long length = new FileInfo(path).Length;
            return length <= MostBytes ? File.ReadAllBytes(path) : throw OnnxErrors.TooLarge(file, length, MostBytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw OnnxErrors.NoFile(file, fault.Message);
        }
    }

    /// <summary>What tells its content from any other, for records.</summary>
    public static string Identity(string file)
    {
        try
        {
            if (!Exists(file) || new FileInfo(OnnxPlaces.Resolve(file)) is not { Length: <= MostBytes } info) return "no model";
            return Known.GetOrAdd((info.FullName, info.Length, info.LastWriteTimeUtc), static key =>
            {
                using var stream = File.OpenRead(key.File);
                return $"sha256 {Convert.ToHexStringLower(SHA256.HashData(stream))}";
            });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "no model";
        }
    }
}
