namespace EnvHub.Numerics;

/// <summary>Work on a range of columns or elements that is written once for all vector widths.</summary>
internal interface ILaneKernel
{
    /// <summary>Does [<paramref name="start"/>, <paramref name="end"/>), a whole number of vectors.</summary>
    void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct;
}
