using System.Text;

namespace EnvHub.Python;

/// <content>The words at its beginning: what it is, what is asked and what is answered.</content>
public sealed unsafe partial class SharedRegion
{
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

    /// <summary>How many bytes of <see cref="Text"/> the caller's question takes; the caller's.</summary>
    public int RequestTextBytes
    {
        get => Math.Clamp(Word(SharedWord.RequestTextBytes), 0, Layout.TextBytes);
        set => Word(SharedWord.RequestTextBytes) = value;
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

    internal ref int Word(int offset) => ref *(int*)At(offset);

    private void WriteHeader()
    {
        Word(SharedWord.Version) = SharedWord.VersionValue;
        (Word(SharedWord.TotalBytesLow), Word(SharedWord.TotalBytesHigh)) = ((int)Layout.TotalBytes, (int)(Layout.TotalBytes >> 32));
        (Word(SharedWord.Copies), Word(SharedWord.TextBytes)) = (Layout.Copies, Layout.TextBytes);
        (Word(SharedWord.ObservationElements), Word(SharedWord.ActionElements)) = (Layout.ObservationElements, Layout.ActionElements);
        Word(SharedWord.MaskFlags) = Layout.MaskFlags;
        Word(SharedWord.FaultyCopy) = -1;
        Word(SharedWord.Magic) = SharedWord.MagicValue;
    }

    private void ReadHeader(string path)
    {
        if (Word(SharedWord.Magic) != SharedWord.MagicValue) throw SharingErrors.NotARegion(path, "it does not begin with EHSM");
        if (Word(SharedWord.Version) != SharedWord.VersionValue)
            throw SharingErrors.NotARegion(path, $"its protocol is {Word(SharedWord.Version)}, this one is {SharedWord.VersionValue}");
        var (copies, observation, action, text) = (Word(SharedWord.Copies), Word(SharedWord.ObservationElements), Word(SharedWord.ActionElements), Word(SharedWord.TextBytes));
        int flags = Word(SharedWord.MaskFlags);
        if (copies < 1 || observation < 0 || action < 0 || text < 0 || flags < 0)
            throw SharingErrors.NotARegion(path, $"it states {copies} copies, {observation} and {action} elements, {flags} flags, {text} bytes of text");
        if (!SharedLayout.IsAddressable(copies, observation, action, flags))
            throw SharingErrors.NotARegion(path, $"its {copies} copies of {observation} and {action} elements and {flags} flags are more than an array holds");
        Layout = new(copies, observation, action, text, flags);
        long stated = (uint)Word(SharedWord.TotalBytesLow) | ((long)Word(SharedWord.TotalBytesHigh) << 32);
        if (stated != Layout.TotalBytes || _view.Capacity < stated)
            throw SharingErrors.NotARegion(path, $"it states {stated} bytes, has {_view.Capacity}, and its sizes need {Layout.TotalBytes}");
    }
}
