namespace EnvHub.Torch;

/// <summary>Every message about libtorch: codes EH4760 to EH4779.</summary>
internal static class TorchErrors
{
    private const string Setup = "envhub torch setup";

    /// <summary>What users read where nothing was found.</summary>
    public static string NoLibrary(IReadOnlyList<TorchLibrary> found) => TorchPlaces.Library is { } named
        ? $"libtorch is not in {named}, which {TorchPlaces.LibraryVariable} names ({(found.Count > 0 ? found[0].Missing : null) ?? "nothing is there"}). Name the folder of its libraries, or take the variable away."
        : $"libtorch is not here{(found.Count == 0 ? "" : $" ({string.Join("; ", found.Select(library => $"{library.Folder}: {library.Missing}"))})")}. "
        + $"Type '{Setup}' (some 200 MB to fetch), or '{Setup} --from python' for a Python's PyTorch.";

    /// <summary>What users read where the system is too old and no room was prepared.</summary>
    public static string NoRoom() =>
        $"The libstdc++ of this system is too old: TorchSharp's native part takes {SystemLibraries.NeededVersion}, which comes with GCC 13 (Debian 13, Ubuntu 24.04). "
        + $"Type '{Setup}': it prepares newer system libraries in a folder of their own.";

    public static string NoCuda(string device, TorchLibrary library) =>
        $"The libtorch in {library.Folder} ({library.Origin}) has no CUDA, so there is no device '{device}'. Install a PyTorch with CUDA into a Python and type '{Setup} --from python', or choose the device cpu.";

    public static string NoDevice(string device, IReadOnlyList<string> devices) =>
        $"There is no device '{device}' on this machine; {(devices.Count == 0 ? "its driver shows no CUDA device. Choose cpu" : $"there are {string.Join(", ", devices.Select((name, index) => $"cuda:{index} ({name})"))}")}.";

    public static HubException Unavailable(string reason) => new("EH4760", $"backend torchsharp: it cannot run here. {reason}");

    public static HubException NotLoaded(string folder, string reason) => new("EH4761",
        $"libtorch in {folder}: it could not be loaded ({reason}). Type '{Setup} --again', or see 'envhub torch list' for others.");

    public static HubException NoPackage() => new("EH4762",
        $"libtorch: there is no package of it for {TorchPlatform.Name}; there are such for linux-x64, win-x64, win-arm64 and osx-arm64. Use the backend 'embedded' here.");

    public static HubException NotFetched(string package, string reason) => new("EH4763",
        $"libtorch: the package {package} {TorchPlatform.Version} could not be fetched ({reason}). It takes the .NET SDK and a NuGet source that has it; or type '{Setup} --from python' for a Python's PyTorch.");

    public static HubException NoPyTorch(string? python, IReadOnlyList<TorchLibrary> found) => new("EH4764",
        $"PyTorch: {python ?? "no Python that was found"} has {(found.Count == 0 ? "none" : string.Join("; ", found.Select(library => $"one that will not do ({library.Folder}: {library.Missing})")))}. "
        + $"Install PyTorch {string.Join(" or ", TorchPlatform.Versions)} there, name another with --python, or take the package: {Setup}.");

    public static HubException NotOurs(string folder) => new("EH4765",
        $"{folder}: it holds what no set-up put there, and is left as it is. Name an empty folder with --folder, or one that does not exist yet.");

    public static HubException Unwritable(string folder, Exception cause) => new("EH4766",
        $"{folder}: it cannot be filled ({cause.Message}). Free some 1.5 GB of disk, allow writing there, or name another --folder.", cause);

    public static HubException NoRoom(string system) => new("EH4767",
        $"newer system libraries: they can be prepared on Debian and Ubuntu, x64; this is {system}, {TorchPlatform.Name}. Update the system until its libstdc++ has {SystemLibraries.NeededVersion}, or use the backend 'embedded'.");

    public static HubException Unusable(string reason) => new("EH4768",
        $"prepared libtorch: it cannot be used ({reason}). Type '{Setup} --again'.");

    public static HubException OutsideRoom() => new("EH4769",
        "backend torchsharp: this process runs with the system's libraries, which are too old for it. The command envhub starts itself anew in the prepared room; "
        + "start a host of your own by the program and arguments that NetworkBackendRegistration.Room gives.");

    public static HubException TwoLibraries(string loaded, string asked) => new("EH4770",
        $"libtorch: this process has loaded the one in {loaded}; that in {asked} cannot come beside it. Start another process for it.");
}
