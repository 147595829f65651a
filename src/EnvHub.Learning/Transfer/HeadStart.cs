namespace EnvHub.Learning;

/// <summary>With what the head of a fine-tuned network begins.</summary>
public enum HeadStart
{
    /// <summary>The source's weights.</summary>
    Keep,

    /// <summary>Weights drawn anew.</summary>
    New,
}
