using System.Globalization;
using System.Text;

namespace EnvHub.Hosting;

/// <summary>How a folder's files look from outside: their names, lengths and times of change. Another print, another content.</summary>
internal static class FolderPrint
{
    /// <summary>The print of <paramref name="folder"/> with all below it; null while files come and go.</summary>
    public static string? Of(string folder)
    {
        var text = new StringBuilder();
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"{file.FullName}\n{file.Length} {file.LastWriteTimeUtc.Ticks}\n");
            return text.ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
