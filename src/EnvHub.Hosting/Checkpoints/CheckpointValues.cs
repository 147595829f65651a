namespace EnvHub.Hosting;

/// <summary>Single values of checkpoints.</summary>
internal static class CheckpointValues
{
    /// <summary>The one value of the array called <paramref name="name"/>.</summary>
    public static T Value<T>(this ICheckpointReader reader, string name) where T : unmanaged
    {
        T value = default;
        reader.Read(name, new Span<T>(ref value));
        return value;
    }
}
