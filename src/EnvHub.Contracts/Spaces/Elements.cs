namespace EnvHub.Contracts;

/// <summary>Integers as the float elements of shared buffers.</summary>
internal static class Elements
{
    /// <summary>The element of <paramref name="value"/>.</summary>
    /// <exception cref="HubException">EH1008 a float holds no such integer exactly.</exception>
    public static float Of(long value, Space space)
    {
        float element = value;
        // Beyond 2^63 the way back would saturate, and seem right for the largest integer.
        return element < long.MaxValue && (long)element == value ? element : throw ContractErrors.NotAnElement($"{space}", value);
    }

    /// <summary>Whether <paramref name="element"/> is an integer that <see cref="Of"/> could have given.</summary>
    public static bool IsInteger(float element) =>
        element == MathF.Truncate(element) && element is >= long.MinValue and < long.MaxValue;
}
