namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>What a network's output is.</summary>
public enum OutputMeaning
{
    /// <summary>As its name, type and shape tell: numbers of as many as there are actions, of which nothing else is known, are action values.</summary>
    Guessed,

    /// <summary>A value per action, shape <c>[N, A]</c>: the highest is taken.</summary>
    ActionValues,

    /// <summary>The logarithm of a weight per action, shape <c>[N, A]</c>; their softmax is how probable each is, and the highest is taken.</summary>
    Logits,

    /// <summary>How probable each action is, shape <c>[N, A]</c>; the most probable is taken.</summary>
    Probabilities,

    /// <summary>The actions themselves: the number of each, shape <c>[N]</c> or <c>[N, 1]</c>, or the elements of one that is not discrete, shape <c>[N, n]</c>.</summary>
    Actions,
}
