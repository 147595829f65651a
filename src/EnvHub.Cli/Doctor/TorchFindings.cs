using EnvHub.Torch;

namespace EnvHub.Cli;

/// <summary>Looks for libtorch, which the backend <c>torchsharp</c> stands on. Nothing is missing where nobody asked for it.</summary>
internal static class TorchFindings
{
    public static IReadOnlyList<Finding> Run()
    {
        var found = TorchLocator.Search();
        if (TorchRuntime.Refusal("cpu") is not { } refusal) return [new("libtorch", FindingState.Ok, $"{TorchText.Describe(TorchLocator.Find()!)}; {TorchText.Devices()}")];
        return [new("libtorch", found.Count == 0 ? FindingState.Ok : FindingState.Warning, "the backend torchsharp cannot run here; the hub runs without it.", refusal)];
    }
}
