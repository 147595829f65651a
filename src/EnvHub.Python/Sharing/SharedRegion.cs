using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;

namespace EnvHub.Python;

/// <summary>Memory that two processes map: one asks, the caller, and one holds the environments, the server. Spans are valid until
/// <see cref="Dispose"/>.</summary>
public sealed unsafe class SharedRegion : IDisposable
{
    private const string MemoryFolder = "/dev/shm";

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;

    private SharedRegion(string path, FileStream file)
    {
        Path = path;
        _file = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
    }

    /// <summary>The file, until <see cref="Unlink"/>.</summary>
    public string Path { get; }

    /// <summary>Where everything lies.</summary>
    public SharedLayout Layout { get; private set; } = null!;

    /// <summary>Shape <c>[N, n]</c>.</summary>
    public Span<float> Observations => new(At(Layout.Observations), Layout.Copies * Layout.ObservationElements);

    /// <summary>Shape <c>[N, n]</c>; a row counts only where an episode has ended.</summary>
    public Span<float> FinalObservations => new(At(Layout.FinalObservations), Layout.Copies * Layout.ObservationElements);

    /// <summary>Shape <c>[N]</c>.</summary>
    public Span<double> Rewards => new(At(Layout.Rewards), Layout.Copies);

    /// <summary>Shape <c>[N]</c>.</summary>
    public Span<bool> Terminated => new(At(Layout.Terminated), Layout.Copies);

    /// <summary>Shape <c>[N]</c>.</summary>
    public Span<bool> Truncated => new(At(Layout.Truncated), Layout.Copies);

    /// <summary>Shape <c>[N]</c>.</summary>
    public Span<bool> Active => new(At(Layout.Active), Layout.Copies);

    /// <summary>Actions of a discrete space, shape <c>[N]</c>, from 0; empty for another space.</summary>
    public Span<int> DiscreteActions => new(At(Layout.Actions), Layout.ActionElements == 0 ? Layout.Copies : 0);

    /// <summary>Actions of another space, shape <c>[N, k]</c>; empty for a discrete one.</summary>
    public Span<float> ActionElements => new(At(Layout.Actions), Layout.Copies * Layout.ActionElements);

    /// <summary>Shape <c>[N]</c>.</summary>
    public Span<ulong> Seeds => new(At(Layout.Seeds), Layout.Copies);

    /// <summary>All of the text area.</summary>
    public Span<byte> Text => new(At(Layout.Text), Layout.TextBytes);

    /// <summary>What is asked for; the caller's.</summary>
    public SharedCommand Command
    {
        get => (SharedCommand)Word(SharedWord.Command);
        set => Word(SharedWord.Command) = (int)value;
    }

    /// <summary>How it is meant; the caller's.</summary>
    public SharedModifiers Modifiers
    {
        get => (SharedModifiers)Word(SharedWord.Modifiers);
        set => Word(SharedWord.Modifiers) = (int)value;
    }

    /// <summary>A command's number, e.g. a copy; the caller's.</summary>
    public int Argument
    {
        get => Word(SharedWord.Argument);
        set => Word(SharedWord.Argument) = value;
    }

    /// <summary>How it went; the server's.</summary>
    public SharedStatus Status
    {
        get => (SharedStatus)Word(SharedWord.Status);
        set => Word(SharedWord.Status) = (int)value;
    }

    /// <summary>The copy at which it failed, -1 for none; the server's.</summary>
    public int FaultyCopy
    {
        get => Word(SharedWord.FaultyCopy);
        set => Word(SharedWord.FaultyCopy) = value;
    }

    /// <summary>Grows twice a second while the server's process runs; the server's.</summary>
    public int Heartbeat
    {
        get => Volatile.Read(ref Word(SharedWord.Heartbeat));
        set => Volatile.Write(ref Word(SharedWord.Heartbeat), value);
    }

    /// <summary>How many bytes of <see cref="Text"/> the server's answer takes.</summary>
    public int ReplyTextBytes
    {
        get => Math.Clamp(Word(SharedWord.ReplyTextBytes), 0, Layout.TextBytes);
        set => Word(SharedWord.ReplyTextBytes) = value;
    }

    /// <summary>The server's text, e.g. why it failed.</summary>
    public string ReplyText
    {
        get => Encoding.UTF8.GetString(Text[..ReplyTextBytes]);
        set => ReplyTextBytes = Encoding.UTF8.TryGetBytes(value, Text, out int written) ? written : 0;
    }

    /// <summary>A new region in memory, or in the folder for temporary files where there is none for memory.</summary>
    public static SharedRegion Create(SharedLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        string folder = Directory.Exists(MemoryFolder) ? MemoryFolder : System.IO.Path.GetTempPath();
        string name = $"envhub-{System.Environment.ProcessId}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
        string path = System.IO.Path.Combine(folder, name);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        // Nobody else's environments: the file is the owner's alone.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        file.SetLength(layout.TotalBytes);
        var region = new SharedRegion(path, file) { Layout = layout };
        region.WriteHeader();
        return region;
    }

    /// <summary>Maps a region that another process made.</summary>
    /// <exception cref="HubException">EH4601 it is not a region of this protocol.</exception>
    public static SharedRegion Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length < SharedLayout.HeaderBytes)
        {
            file.Dispose();
            throw SharingErrors.NotARegion(path, "shorter than a header");
        }
        var region = new SharedRegion(path, file);
        try
        {
            region.ReadHeader(path);
            return region;
        }
        catch
        {
            region.Dispose();
            throw;
        }
    }

    /// <summary>Takes the file's name away once both sides have mapped it: then nothing is left however the processes end.</summary>
    public void Unlink()
    {
        try
        {
            File.Delete(Path);
        }
        catch (IOException)
        {
            // Where a mapped file cannot be deleted it goes with Dispose.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_start is null) return;
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
        Unlink();
    }

    internal ref int Word(int offset) => ref *(int*)At(offset);

    private byte* At(long offset)
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        return _start + offset;
    }

    private void WriteHeader()
    {
        Word(SharedWord.Version) = SharedWord.VersionValue;
        (Word(SharedWord.TotalBytesLow), Word(SharedWord.TotalBytesHigh)) = ((int)Layout.TotalBytes, (int)(Layout.TotalBytes >> 32));
        (Word(SharedWord.Copies), Word(SharedWord.TextBytes)) = (Layout.Copies, Layout.TextBytes);
        (Word(SharedWord.ObservationElements), Word(SharedWord.ActionElements)) = (Layout.ObservationElements, Layout.ActionElements);
        Word(SharedWord.FaultyCopy) = -1;
        Word(SharedWord.Magic) = SharedWord.MagicValue;
    }

    private void ReadHeader(string path)
    {
        if (Word(SharedWord.Magic) != SharedWord.MagicValue) throw SharingErrors.NotARegion(path, "it does not begin with EHSM");
        if (Word(SharedWord.Version) != SharedWord.VersionValue)
            throw SharingErrors.NotARegion(path, $"its protocol is {Word(SharedWord.Version)}, this one is {SharedWord.VersionValue}");
        var (copies, observation, action, text) = (Word(SharedWord.Copies), Word(SharedWord.ObservationElements), Word(SharedWord.ActionElements), Word(SharedWord.TextBytes));
        if (copies < 1 || observation < 0 || action < 0 || text < 0)
            throw SharingErrors.NotARegion(path, $"it states {copies} copies, {observation} and {action} elements, {text} bytes of text");
        Layout = new(copies, observation, action, text);
        long stated = (uint)Word(SharedWord.TotalBytesLow) | ((long)Word(SharedWord.TotalBytesHigh) << 32);
        if (stated != Layout.TotalBytes || _view.Capacity < stated)
            throw SharingErrors.NotARegion(path, $"it states {stated} bytes, has {_view.Capacity}, and its sizes need {Layout.TotalBytes}");
    }
}
