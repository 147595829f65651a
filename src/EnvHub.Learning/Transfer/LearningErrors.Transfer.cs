namespace EnvHub.Learning;

/// <content>Starting from a source: codes EH2100 to EH2199.</content>
internal static partial class LearningErrors
{
    public static HubException NoSegment(string source, string name) => new("EH2100",
        $"source '{source}': its weights have no '{name}'; fine-tuning needs the weights of a network of action values. Name a stage of such a learner.");

    public static HubException HiddenDiffers(string source, IReadOnlyList<int> found, IReadOnlyList<int> needed) => new("EH2101",
        $"source '{source}': its hidden layers are {string.Join("-", found)}; this network's are {string.Join("-", needed)}. Layers that are copied must be equal: give both stages the same network.hidden.");

    public static HubException NormDiffers(string source, bool found, bool needed) => new("EH2102",
        $"source '{source}': its hidden layers are {(found ? "" : "not ")}normalised and this network's are {(needed ? "" : "not ")}. Give both stages the same network.layerNorm.");

    public static HubException ActivationDiffers(string source, Activation found, Activation needed) => new("EH2104",
        $"source '{source}': its hidden layers have the activation {NameOf(found)}; this network's have {NameOf(needed)}, for which weights mean something else. Give both stages the same network.activation.");

    public static HubException LayersDiffer(string source) => new("EH2105",
        $"source '{source}': its network's layers are others than this network's. What is copied must be equal: give both stages the same network.encoder and network.trunk.");

    public static HubException NoReplay(string source) => new("EH2103",
        $"source '{source}': its state holds no transitions to rehearse. Turn sourceWeight off, or name a stage of a learner with a replay buffer.");

    private static string NameOf(Activation activation) => activation.ToString().ToLowerInvariant();
}
