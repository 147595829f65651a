namespace EnvHub.Numerics;

/// <summary>What a kernel needs of one vector width. Every operation is IEEE 754's, so that all widths give the same bits.</summary>
/// <typeparam name="TVector">The register: a hardware vector, or one float.</typeparam>
internal unsafe interface ILanes<TVector> where TVector : struct
{
    /// <summary>Floats per vector.</summary>
    static abstract int Count { get; }

    /// <summary>Rows of a full tile of a matrix product: as many as the width's registers hold with three vectors per row.</summary>
    static abstract int TileRows { get; }

    static abstract TVector Load(float* source);

    static abstract void Store(TVector value, float* target);

    static abstract TVector Broadcast(float value);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    static abstract TVector Divide(TVector left, TVector right);

    static abstract TVector SquareRoot(TVector value);

    /// <summary><paramref name="value"/> where it is not below <paramref name="low"/> (NaN included), else <paramref name="low"/>.</summary>
    static abstract TVector AtLeast(TVector value, TVector low);

    /// <summary><paramref name="value"/> where it is not above <paramref name="high"/> (NaN included), else <paramref name="high"/>.</summary>
    static abstract TVector AtMost(TVector value, TVector high);

    /// <summary><paramref name="value"/> where <paramref name="gate"/> is above zero, else zero.</summary>
    static abstract TVector WherePositive(TVector gate, TVector value);
}
