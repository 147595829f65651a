namespace EnvHub.Contracts;

/// <summary>Receives named arrays; the host decides where they go.</summary>
public interface ICheckpointWriter
{
    /// <summary>Writes one array under a name that was not used before.</summary>
    /// <param name="name">Dotted, e.g. <c>trunk.0.weight</c>.</param>
    /// <param name="values">Row-major. float, double, int, long, uint, ulong, byte and bool are taken.</param>
    /// <param name="shape">The length of each axis; empty: one axis.</param>
    void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged;
}
