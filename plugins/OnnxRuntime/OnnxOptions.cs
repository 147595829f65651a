namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>Settings of <c>onnx</c>: which file, and how it is read where it does not say so itself.</summary>
public sealed record OnnxOptions
{
    /// <summary>The ONNX file; relative paths are from the folder of hub.json.</summary>
    public string File { get; init; } = "";

    /// <summary>The name of the input for observations. Default: the only one; of several <c>observations/TASK</c>.</summary>
    public string? Input { get; init; }

    /// <summary>The name of the output to act on. Default: the only one; of several <c>action_values/TASK</c>, else one whose name says what it is.</summary>
    public string? Output { get; init; }

    /// <summary>What the output is. Default: as its name, type and shape tell.</summary>
    public OutputMeaning Gives { get; init; } = OutputMeaning.Guessed;

    /// <summary>How images lie in the input. Default: as its shape tells.</summary>
    public ImageLayout Layout { get; init; } = ImageLayout.Guessed;

    /// <summary>Whether observations are scaled by the environment's constants, or by 1/255 for images of bytes, before the network sees them. Default false:
    /// most files scale them themselves, those of <c>envhub export</c> among them.</summary>
    public bool ScaleObservations { get; init; }

    /// <summary>What is taken from each observation before the network sees it: one number for all elements, or one each. Default: 0.</summary>
    public IReadOnlyList<double> Offset { get; init; } = [];

    /// <summary>By what each observation is divided then: one number for all elements, or one each; not 0. Default: 1.</summary>
    public IReadOnlyList<double> Scale { get; init; } = [];
}
