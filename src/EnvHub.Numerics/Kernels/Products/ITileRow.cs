namespace EnvHub.Numerics;

/// <summary>One row of a tile of a product's result: a few neighbouring vectors that stay in registers.</summary>
internal unsafe interface ITileRow<TSelf> where TSelf : struct, ITileRow<TSelf>
{
    static abstract TSelf Load(float* source);

    void Store(float* target);

    /// <summary>The row with negative values replaced by zero.</summary>
    TSelf Rectified();

    /// <summary>sum + *factor · row.</summary>
    static abstract TSelf MultiplyAdd(float* factor, TSelf row, TSelf sum);
}
