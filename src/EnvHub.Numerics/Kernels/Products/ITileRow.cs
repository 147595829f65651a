namespace EnvHub.Numerics;

/// <summary>One row of a tile of a product's result: a few neighbouring vectors that stay in registers.</summary>
internal unsafe interface ITileRow<TSelf> where TSelf : struct, ITileRow<TSelf>
{
    static abstract TSelf Load(float* source);

    void Store(float* target);

    /// <summary>The row with negative values replaced by zero.</summary>
    TSelf Rectified();

    /// <summary>Adds *factor · row.</summary>
    /// <remarks>In place: the compiler then accumulates into the sum's own register, without a copy.</remarks>
    void Add(float* factor, TSelf row);
}
