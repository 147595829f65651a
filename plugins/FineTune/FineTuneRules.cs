using System.Globalization;
using EnvHub.Learning;

namespace EnvHub.Plugins.FineTune;

/// <summary>What the options mean for a network.</summary>
internal static class FineTuneRules
{
    private const string Trunk = "trunk", TrunkLayer = "trunk.", Head = "head";

    public static TransferRule Of(FineTuneOptions options) =>
        new(options.CopyLayers ?? options.Network.Depth, options.Head, options.ObservationMap, options.ActionMap);

    /// <summary>Whether a layer stands still while freezing holds; the number of hidden layers stands for the heads.</summary>
    public static bool Freezes(FineTuneOptions options, int layer) => options.Freeze.Any(name => Layers(name, options.Network.Depth).Contains(layer));

    /// <summary>The layers that a name in <see cref="FineTuneOptions.Freeze"/> stands for; empty for none.</summary>
    public static IEnumerable<int> Layers(string name, int hidden)
    {
        if (name == Trunk) return Enumerable.Range(0, hidden);
        if (name == Head) return [hidden];
        return name.StartsWith(TrunkLayer, StringComparison.Ordinal)
            && int.TryParse(name[TrunkLayer.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int layer) && layer < hidden ? [layer] : [];
    }
}
