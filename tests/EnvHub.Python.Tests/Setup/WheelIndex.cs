using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace EnvHub.Python.Tests;

/// <summary>A package index in a folder (PEP 503). Its wheels hold no module: they lead to a folder that has them.</summary>
internal sealed class WheelIndex(TemporaryFolder folder)
{
    /// <summary>For <c>PIP_INDEX_URL</c>.</summary>
    public string Url => new Uri(folder.Combine("simple")).AbsoluteUri;

    /// <param name="modules">Where Python finds the modules once the wheel is installed.</param>
    public void Add(string name, string version, IEnumerable<string> modules, params string[] needs)
    {
        string info = $"{name}-{version}.dist-info";
        string metadata = $"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{string.Concat(needs.Select(need => $"Requires-Dist: {need}\n"))}";
        List<(string Path, string Text)> files =
        [
            ($"{name}-modules.pth", string.Join('\n', modules) + "\n"),
            ($"{info}/METADATA", metadata),
            ($"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
        ];
        files.Add(($"{info}/RECORD", string.Concat(files.Select(file => $"{file.Path},sha256={Hash(file.Text)},{file.Text.Length}\n")) + $"{info}/RECORD,,\n"));
        using var stream = File.Create(folder.Write(Link(name, version), ""));
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (path, text) in files)
        {
            using var writer = new StreamWriter(archive.CreateEntry(path).Open());
            writer.Write(text);
        }
    }

    /// <summary>A wheel that is none.</summary>
    public void AddBroken(string name, string version) => folder.Write(Link(name, version), "PK, but no archive");

    // Beside its page, which links to it.
    private string Link(string name, string version)
    {
        string file = $"{name}-{version}-py3-none-any.whl";
        string page = $"simple/{name.Replace('_', '-')}";
        folder.Write($"{page}/index.html", $"<html><body><a href=\"{file}\">{file}</a></body></html>");
        return $"{page}/{file}";
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
