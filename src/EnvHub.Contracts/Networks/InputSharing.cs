namespace EnvHub.Contracts;

/// <summary>How tasks of different observation size share the first layer.</summary>
public enum InputSharing
{
    /// <summary>Each task has input columns of its own: an encoder per task. The better option.</summary>
    EncoderPerTask,

    /// <summary>Observations are padded with zeros to the largest and a task one-hot follows: one first layer for all.</summary>
    PaddedOneHot,

    /// <summary>Tasks of equal shape share an encoder; with <see cref="NetworkSpec.Layers"/> alone.</summary>
    EncoderPerShape,
}
