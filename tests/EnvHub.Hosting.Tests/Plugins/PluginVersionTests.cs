using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace EnvHub.Hosting.Tests;

public sealed class PluginVersionTests
{
    // A hub of one version meets plugins built against another of the same contract: their types must be the hub's all the same.
    [Test]
    public void Load_PluginBuiltAgainstALaterBuildOfTheContracts_GetsTheHubs()
    {
        using var folder = new TemporaryFolder();
        string good = Path.Combine(TestPluginFolders.All, "Good");
        foreach (string file in Directory.GetFiles(good)) File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        string assembly = Path.Combine(folder.Path, "Good.dll");
        File.WriteAllBytes(assembly, WithMajorVersion(File.ReadAllBytes(assembly), "EnvHub.Contracts", 99));

        var status = HubCatalog.Load(new HubOptions { PluginFolders = [folder.Path] }).Plugins.Single();

        Assert.That((status.State, status.Reason), Is.EqualTo((PluginState.Loaded, (string?)null)));
    }

    // A row of the table of references begins with the major version, two bytes (ECMA-335, II.22.5).
    private static byte[] WithMajorVersion(byte[] assembly, string reference, ushort major)
    {
        using var file = new PEReader([.. assembly]);
        var reader = file.GetMetadataReader();
        int row = reader.AssemblyReferences.ToList().FindIndex(handle => reader.GetString(reader.GetAssemblyReference(handle).Name) == reference);
        int offset = file.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.AssemblyRef) + row * reader.GetTableRowSize(TableIndex.AssemblyRef);
        BitConverter.GetBytes(major).CopyTo(assembly, offset);
        return assembly;
    }
}
