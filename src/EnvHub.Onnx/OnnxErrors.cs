namespace EnvHub.Onnx;

/// <summary>Every message about ONNX Runtime's library: codes EH4900 to EH4909.</summary>
internal static class OnnxErrors
{
    private const string Setup = "envhub onnx setup";

    /// <summary>What users read where nothing was found.</summary>
    public static string NoLibrary(IReadOnlyList<OnnxLibrary> found) => OnnxPlaces.Library is not null && found is [var named]
        ? $"ONNX Runtime is not at {named.File}, which {OnnxPlaces.LibraryVariable} names. Name the library or its folder, or take the variable away."
        : $"ONNX Runtime is not here. Type '{Setup}' ({OnnxLibrary.Package.Size} to fetch, 30 MB to keep).";

    public static HubException NoPackage() => new("EH4900",
        $"ONNX Runtime: there is no library of it for {NativePackage.Platform}. Build one of version {OnnxLibrary.Package.Version} and name it by {OnnxPlaces.LibraryVariable}.");

    public static HubException NotFetched(string reason) => new("EH4901",
        $"ONNX Runtime: the package {OnnxLibrary.Package.Name} {OnnxLibrary.Package.Version} could not be fetched ({reason}). It takes the .NET SDK and a NuGet source that has it; "
        + $"or name a library that is here already by {OnnxPlaces.LibraryVariable}.");

    public static HubException NoFile(string file, string? reason) => new("EH4905", file.Length == 0
        ? "file: it is empty; the learner onnx needs the path of an ONNX file. Write it, relative to the folder of hub.json."
        : $"{file}: {(reason is null ? "there is no such file" : $"it cannot be read ({reason})")}. Name an ONNX file, relative to the folder of hub.json or from the root.");

    public static HubException TooLarge(string file, long size, long most) => new("EH4906",
        $"{file}: it has {size:N0} bytes, and a policy's file may have {most:N0}. Export the network that acts alone, without the optimiser, critics and replay.");

    public static HubException NotOurs(string folder) => new("EH4902",
        $"{folder}: it holds what no set-up put there, and is left as it is. Name an empty folder with --folder, or one that does not exist yet.");

    public static HubException Unwritable(string folder, Exception cause) => new("EH4903",
        $"{folder}: it cannot be filled ({cause.Message}). Free some 600 MB of disk, allow writing there, or name another --folder.", cause);

    public static HubException Unusable(string folder) => new("EH4904",
        $"prepared ONNX Runtime: {folder} has no {OnnxLibrary.FileName}, which the package should bring. Type '{Setup} --again'.");
}
