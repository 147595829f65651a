using System.Text.Json.Nodes;
using EnvHub.Torch;

namespace EnvHub.Cli;

/// <summary>What <c>torch</c> shows.</summary>
internal static class TorchText
{
    public static string Describe(TorchLibrary library) =>
        $"{(library.Version.Length > 0 ? library.Version : "of unknown version")}{(library.HasCuda ? ", with CUDA" : ", CPU alone")}, in {library.Folder} ({library.Origin})";

    public static string Devices() => CudaDevices.Names.Count == 0 ? "devices: cpu"
        : $"devices: cpu, {string.Join(", ", CudaDevices.Names.Select((name, index) => $"cuda:{index} ({name})"))}";

    public static JsonNode ToJson(TorchSetupResult result) => new JsonObject
    {
        ["folder"] = result.Folder,
        ["isNew"] = result.IsNew,
        ["library"] = result.Library.Folder,
        ["version"] = result.Library.Version,
        ["cuda"] = result.Library.HasCuda,
        ["room"] = result.Manifest.Room,
    };

    public static JsonNode ToJson(TorchLibrary library, bool isChosen) => new JsonObject
    {
        ["folder"] = library.Folder,
        ["origin"] = library.Origin,
        ["version"] = library.Version,
        ["cuda"] = library.HasCuda,
        ["missing"] = library.Missing,
        ["chosen"] = isChosen,
    };
}
