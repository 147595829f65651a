namespace EnvHub.Contracts;

/// <summary>A mask that holds a mask per space.</summary>
internal static class MaskList
{
    /// <exception cref="HubException">EH1005 there are not as many as spaces; EH1015 it is no list.</exception>
    public static object?[] Of(object mask, int count, Space space)
    {
        if (mask is not IReadOnlyList<object?> list) throw ContractErrors.WrongMaskType($"{space}", mask, "IReadOnlyList<object?>, a mask or null per space");
        return list.Count == count ? [.. list] : throw ContractErrors.BadMask($"{space}", list.Count, count);
    }
}
