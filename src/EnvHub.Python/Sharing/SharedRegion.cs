using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;

namespace EnvHub.Python;

/// <summary>Memory that two processes map: one asks, the caller, and one holds the environments, the server. Spans are valid until
/// <see cref="Dispose"/>.</summary>
public sealed unsafe partial class SharedRegion : IDisposable
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

    /// <summary>Shape <c>[N, M]</c>; empty for no masks.</summary>
    public Span<bool> ActionMasks => new(At(Layout.ActionMasks), Layout.Copies * Layout.MaskFlags);

    /// <summary>Shape <c>[N, M]</c>; a row counts only where an episode has ended.</summary>
    public Span<bool> FinalActionMasks => new(At(Layout.FinalActionMasks), Layout.Copies * Layout.MaskFlags);

    /// <summary>All of the text area.</summary>
    public Span<byte> Text => new(At(Layout.Text), Layout.TextBytes);

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

    private byte* At(long offset)
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        return _start + offset;
    }
}
