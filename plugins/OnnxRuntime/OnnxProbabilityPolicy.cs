using EnvHub.Learning;
using EnvHub.Numerics;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>A policy from elsewhere that tells how probable each action is; of one that gives actions alone, the one that it takes is certain.</summary>
internal sealed class OnnxProbabilityPolicy(OnnxPlayer player) : OnnxPolicy(player), IActionProbabilityPolicy
{
    /// <inheritdoc/>
    public int ActionCount(int task) => DiscreteActions.CountOf(Player.Tasks[task]);

    /// <inheritdoc/>
    public void ActionProbabilities(int task, in ObservationBatch observations, Span<float> probabilities)
    {
        var ports = Player[task];
        int count = ActionCount(task);
        if (ports.Signature.Meaning == OutputMeaning.Actions)
        {
            var actions = Rows(probabilities.Length / count);
            ports.Run(observations.Elements, actions);
            probabilities.Clear();
            for (int i = 0; i < actions.Length; i++) probabilities[i * count + ports.Signature.ActionOf(actions[i])] = 1;
            return;
        }
        ports.Run(observations.Elements, probabilities);
        bool areLogits = ports.Signature.Meaning == OutputMeaning.Logits;
        for (int i = 0; i < observations.ActionMasks.Length; i++)
            if (!observations.ActionMasks[i]) probabilities[i] = areLogits ? float.NegativeInfinity : 0;
        if (areLogits) Softmax.Rows(probabilities, count, 1);
        else if (!observations.ActionMasks.IsEmpty) Normalise(probabilities, count);
    }

    // What masks left, as shares of itself; all possible actions alike where nothing was left.
    private static void Normalise(Span<float> probabilities, int count)
    {
        for (; !probabilities.IsEmpty; probabilities = probabilities[count..])
        {
            float sum = 0;
            foreach (float probability in probabilities[..count]) sum += probability;
            if (sum <= 0) continue;
            foreach (ref float probability in probabilities[..count]) probability /= sum;
        }
    }
}
