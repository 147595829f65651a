namespace EnvHub.Networks;

/// <summary>What a network asks of its callers' buffers.</summary>
internal static class HeadChecks
{
    /// <returns>Samples in the batch.</returns>
    public static int Forward(NetworkSpec spec, int head, int inputs, int outputs)
    {
        Require(spec, head);
        var task = spec.Heads[head];
        int batch = inputs / task.InputSize;
        if (batch == 0 || batch * task.InputSize != inputs) throw NetworkErrors.NotWholeBatch(task.Name, inputs, task.InputSize);
        long expected = (long)batch * task.OutputSize;
        if (outputs != expected) throw NetworkErrors.WrongLength(task.Name, "the buffer for outputs", outputs, (int)expected);
        return batch;
    }

    public static void Backward(NetworkSpec spec, int head, int lastHead, int batch, int length)
    {
        Require(spec, head);
        var task = spec.Heads[head];
        if (head != lastHead)
            throw NetworkErrors.NothingToGoBack(task.Name, lastHead < 0 ? "no Forward" : $"a Forward of head '{spec.Heads[lastHead].Name}'");
        if (length != batch * task.OutputSize) throw NetworkErrors.WrongLength(task.Name, "the output gradient", length, batch * task.OutputSize);
    }

    private static void Require(NetworkSpec spec, int head)
    {
        if ((uint)head >= (uint)spec.Heads.Count) throw NetworkErrors.HeadOutside(head, spec.Heads.Count);
    }
}
