using System.Security.Cryptography;

namespace EnvHub.Hosting;

/// <summary>The folder of a trial that others build on: claimed by one process at a time, sealed when it is complete.</summary>
internal sealed class SourceRecord : IDisposable
{
    // As sha256sum writes and checks it; the last file to be written: without it the record is not complete.
    private const string SealFile = "checksums.txt", LockFile = "lock";

    private static readonly string[] Sealed = [TrialFiles.ConfigFile, TrialFiles.ResultFile, TrialFiles.ModelFile, TrialFiles.StateFile];

    private readonly string _folder;
    private readonly FileStream _lock;

    private SourceRecord(string folder, FileStream held) => (_folder, _lock) = (folder, held);

    /// <summary>Claims the folder; null while another process or thread has it. A process that dies gives it back.</summary>
    public static SourceRecord? TryClaim(string folder)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, LockFile);
        try
        {
            var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (File.Exists(path)) return new(folder, held);
            // The folder was removed between the two; its next claim makes it anew.
            held.Dispose();
            return null;
        }
        catch (IOException fault) when (RunLock.IsHeld(fault) || !Directory.Exists(folder))
        {
            return null;
        }
    }

    /// <summary>Whether a process or thread has it claimed.</summary>
    public static bool IsHeld(string folder) => RunLock.IsHeldFile(Path.Combine(folder, LockFile));

    /// <summary>Whether the record says that it is complete; it may be damaged all the same.</summary>
    public static bool IsSealed(string folder) => File.Exists(Path.Combine(folder, SealFile));

    /// <summary>The result of a complete, undamaged record; null for none.</summary>
    /// <param name="damage">What is wrong with a record that was once complete; null where nothing is.</param>
    public TrialResult? Read(out string? damage)
    {
        damage = null;
        if (!File.Exists(PathOf(SealFile))) return null;
        damage = DamageIn(_folder);
        if (damage is not null) return null;
        try
        {
            return RunRecords.TryRead(_folder);
        }
        catch (HubException fault)
        {
            damage = fault.Message;
            return null;
        }
    }

    /// <summary>Takes the seal off: the trial is run anew.</summary>
    public void Open() => File.Delete(PathOf(SealFile));

    /// <summary>Says that the record is complete.</summary>
    public void Seal() => AtomicFile.Write(PathOf(SealFile), stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (string file in Sealed) text.WriteLine($"{HashOf(_folder, file)}  {file}");
    });

    public void Dispose() => _lock.Dispose();

    /// <summary>What is wrong with the files of a record that says that it is complete; null where nothing is.</summary>
    public static string? DamageIn(string folder)
    {
        try
        {
            string[] expected = File.ReadAllLines(Path.Combine(folder, SealFile));
            foreach (string file in Sealed)
            {
                if (!File.Exists(Path.Combine(folder, file))) return $"{file} is missing";
                if (!expected.Contains($"{HashOf(folder, file)}  {file}", StringComparer.Ordinal)) return $"{file} is not as it was written";
            }
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    private static string HashOf(string folder, string file)
    {
        using var stream = File.OpenRead(Path.Combine(folder, file));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private string PathOf(string file) => Path.Combine(_folder, file);
}
