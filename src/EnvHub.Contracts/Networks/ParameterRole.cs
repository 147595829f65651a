namespace EnvHub.Contracts;

/// <summary>What a segment of parameters is for; its first values follow from it.</summary>
public enum ParameterRole
{
    /// <summary>Of a linear map or a convolution; uniform in ±1/√fan-in to begin with.</summary>
    Weight,

    /// <summary>Added after a weight; uniform in ±1/√fan-in of that weight to begin with.</summary>
    Bias,

    /// <summary>Of a normalisation; 1 to begin with.</summary>
    Gain,

    /// <summary>Of a normalisation; 0 to begin with.</summary>
    Shift,
}
