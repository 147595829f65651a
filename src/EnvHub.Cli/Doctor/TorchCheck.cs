using EnvHub.Torch;

namespace EnvHub.Cli;

/// <summary>Looks for libtorch, which the backend <c>torchsharp</c> stands on. Nothing is missing where nobody asked for it.</summary>
internal static class TorchCheck
{
    public static IReadOnlyList<Check> Run()
    {
        var found = TorchLocator.Search();
        if (TorchRuntime.Refusal("cpu") is not { } refusal) return [new("libtorch", CheckState.Ok, $"{TorchText.Describe(TorchLocator.Find()!)}; {TorchText.Devices()}")];
        return [new("libtorch", found.Count == 0 ? CheckState.Ok : CheckState.Warning, "the backend torchsharp cannot run here; the hub runs without it.", refusal)];
    }
}
