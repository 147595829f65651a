namespace EnvHub.Networks;

internal static class SpecChecks
{
    public static void Check(NetworkSpec spec)
    {
        if (spec.Heads.Count == 0) throw NetworkErrors.NoHead();
        if (spec.Hidden.Count == 0) throw NetworkErrors.NoHiddenLayer();
        for (int layer = 0; layer < spec.Hidden.Count; layer++)
            if (spec.Hidden[layer] < 1) throw NetworkErrors.BadSize($"hidden layer {layer}", spec.Hidden[layer]);
        HashSet<string> names = [];
        foreach (var head in spec.Heads)
        {
            if (head.InputSize < 1) throw NetworkErrors.BadSize($"the input size of head '{head.Name}'", head.InputSize);
            if (head.OutputSize < 1) throw NetworkErrors.BadSize($"the output size of head '{head.Name}'", head.OutputSize);
            if (!names.Add(head.Name)) throw NetworkErrors.DuplicateHead(head.Name);
        }
    }
}
