using System.Runtime.InteropServices;

namespace EnvHub.Hosting;

/// <summary>Puts one folder in another's place so that nobody sees neither of them, where the system can.</summary>
internal static partial class FolderExchange
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Moves <paramref name="draft"/> to <paramref name="folder"/>; what was there is deleted.</summary>
    /// <param name="aside">Where what was there may wait meanwhile: a free name beside it.</param>
    public static void Replace(string folder, string draft, string aside)
    {
        if (!TryExchange(draft, folder))
        {
            Directory.Move(folder, aside);
            try
            {
                Directory.Move(draft, folder);
            }
            catch
            {
                Directory.Move(aside, folder);
                throw;
            }
            draft = aside;
        }
        Directory.Delete(draft, recursive: true);
    }

    // One step of Linux's file systems; elsewhere, and where one does not know it, two.
    private static bool TryExchange(string one, string other)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            return Rename(CurrentFolder, one, CurrentFolder, other, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int folder, string path, int newFolder, string newPath, uint flags);
}
