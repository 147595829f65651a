using static System.FormattableString;

namespace EnvHub.Plugins.Pqn;

/// <summary>Every message of the learner: codes EH4840 to EH4849.</summary>
internal static class PqnErrors
{
    public static HubException Diverged(string task, long updates, float loss) => new("EH4840", Invariant(
        $"task '{task}': the loss is {loss} after {updates} updates; it must be finite. Lower learningRate, set maxGradientNorm, or turn network.layerNorm and normalizeReturns on."));

    public static HubException WrongCopies(string task, int saved, int copies) => new("EH4841",
        $"checkpoint: task '{task}' was saved with {saved} copies; this learner has {copies}. Continue with as many copies as before.");
}
