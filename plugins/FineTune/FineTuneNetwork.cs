using EnvHub.Learning;

namespace EnvHub.Plugins.FineTune;

/// <summary>Whether a source's network is one that a stage can start from, as far as the source's options tell before anything runs.</summary>
internal static class FineTuneNetwork
{
    /// <summary>Why it is not, in a sentence; null if it is, or if nothing is known of it.</summary>
    public static string? Refusal(StageSource source, FineTuneOptions options)
    {
        if (source.Options is not QLearningOptions { Network: var network } known) return null;
        var (own, copied) = (options.Network, options.CopyLayers ?? options.Network.Depth);
        bool usesInputs = copied > 0 || options.SourceWeight > 0 || options.Teacher.IsOn;
        if (usesInputs && known.ScaleObservations != options.ScaleObservations)
            return Differs("scaleObservations", Text(options.ScaleObservations), source, Text(known.ScaleObservations));
        if (usesInputs && !HaveSameLayers(own, network))
            return $"network.encoder and network.trunk are others here than in the source stage '{source.Stage}', whose weights mean something else then. Give both stages the same.";
        if (copied == 0 || own.Encoder is not null || own.Trunk is not null) return null;
        if (own.Activation != network.Activation) return Differs("network.activation", Text(own.Activation), source, Text(network.Activation));
        if (own.LayerNorm != network.LayerNorm) return Differs("network.layerNorm", Text(own.LayerNorm), source, Text(network.LayerNorm));
        // A head is learned on the last layer, so all must be there; without it only those that are copied.
        bool isSame = options.Head == HeadStart.Keep ? own.Hidden.SequenceEqual(network.Hidden) : own.Hidden.Take(copied).SequenceEqual(network.Hidden.Take(copied));
        return isSame ? null : Differs("network.hidden", Text(own.Hidden), source, Text(network.Hidden));
    }

    private static bool HaveSameLayers(QNetworkOptions own, QNetworkOptions its) => Same(own.Encoder, its.Encoder) && Same(own.Trunk, its.Trunk);

    private static bool Same(IReadOnlyList<BlockOptions>? own, IReadOnlyList<BlockOptions>? its) =>
        own is null ? its is null : its is not null && own.Select(layer => layer.ToSpec()).SequenceEqual(its.Select(layer => layer.ToSpec()));

    private static string Differs(string key, string own, StageSource source, string its) =>
        $"{key} is {own} here and {its} in the source stage '{source.Stage}', whose weights mean something else then. Give both stages the same {key}.";

    private static string Text<T>(T value) where T : struct => $"{value}".ToLowerInvariant();

    private static string Text(IEnumerable<int> hidden) => $"[{string.Join(", ", hidden)}]";
}
