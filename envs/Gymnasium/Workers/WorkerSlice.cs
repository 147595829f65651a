namespace EnvHub.Envs.Gymnasium;

/// <summary>The copies that one worker holds: carries rows between the caller's buffers and the worker's memory.</summary>
/// <param name="first">The first copy.</param>
/// <param name="count">Copies.</param>
internal sealed class WorkerSlice(int first, int count)
{
    private bool _isStepping;

    public int First => first;

    public int Count => count;

    /// <summary>Null only until the first start.</summary>
    public IWorker Worker { get; set; } = null!;

    /// <summary>Workers that failed since the last step that went well.</summary>
    public int FailuresInARow { get; set; }

    /// <summary>As even shares as can be.</summary>
    public static WorkerSlice[] Share(int copies, int workers)
    {
        int count = Math.Min(copies, workers), next = 0;
        var slices = new WorkerSlice[count];
        for (int i = 0; i < count; i++)
        {
            int share = copies / count + (i < copies % count ? 1 : 0);
            slices[i] = new(next, share);
            next += share;
        }
        return slices;
    }

    public void AskReset(ReadOnlySpan<ulong> seeds, ReadOnlySpan<bool> active)
    {
        var region = Worker.Region;
        if (!active.IsEmpty) active.Slice(first, count).CopyTo(region.Active);
        if (!seeds.IsEmpty) seeds.Slice(first, count).CopyTo(region.Seeds);
        Ask(SharedCommand.Reset, Modifiers(!active.IsEmpty, !seeds.IsEmpty));
    }

    /// <summary>Resets all copies of a fresh worker.</summary>
    public void AskFresh(CopyLedger ledger)
    {
        var region = Worker.Region;
        bool isSeeded = true;
        for (int i = 0; i < count; i++)
        {
            ulong? seed = ledger.FreshSeed(first + i);
            (region.Seeds[i], isSeeded) = (seed ?? 0, isSeeded && seed is not null);
        }
        Ask(SharedCommand.Reset, Modifiers(false, isSeeded));
    }

    /// <summary>Steps the active copies but those that were lost: they have begun their next episode already.</summary>
    public void AskStep(in ActionBatch actions, ReadOnlySpan<bool> active, CopyLedger ledger)
    {
        var region = Worker.Region;
        bool isPartial = !active.IsEmpty || ledger.AnyLost;
        if (isPartial && !Choose(region.Active, active, ledger)) return;
        if (actions.Elements.IsEmpty) actions.Discrete.Slice(first, count).CopyTo(region.DiscreteActions);
        else actions.Elements.Slice(first * region.Layout.ActionElements, count * region.Layout.ActionElements).CopyTo(region.ActionElements);
        _isStepping = true;
        Ask(SharedCommand.Step, Modifiers(isPartial, false));
    }

    /// <summary>Waits for the answer, if there was a question.</summary>
    /// <returns>What went wrong; null for nothing.</returns>
    /// <param name="id">Of the environment, for messages.</param>
    public HubException? Finish(string id)
    {
        var fault = Worker.Wait() ?? AnsweredNumbers.Check(id, Worker.Region, first, _isStepping);
        _isStepping = false;
        return fault;
    }

    public void CollectReset(in ResetBuffers output, ReadOnlySpan<bool> active, CopyLedger ledger)
    {
        var region = Worker.Region;
        int n = region.Layout.ObservationElements;
        var last = ledger.Last(first, count);
        for (int i = 0; i < count; i++)
        {
            if (!active.IsEmpty && !active[first + i]) continue;
            var row = region.Observations.Slice(i * n, n);
            row.CopyTo(output.Observations.Slice((first + i) * n, n));
            if (!last.IsEmpty) row.CopyTo(last.Slice(i * n, n));
            CollectMask(i, output.ActionMasks, ledger);
            ledger.SetLost(first + i, false);
        }
    }

    public void CollectStep(in StepBuffers output, ReadOnlySpan<bool> active, CopyLedger ledger)
    {
        bool all = active.IsEmpty && !ledger.AnyLost;
        if (all) CollectAll(output, ledger);
        for (int i = 0; i < count; i++)
        {
            if (!active.IsEmpty && !active[first + i]) continue;
            CollectMasks(i, output, ledger);
            if (!all) CollectOne(i, output, ledger);
        }
    }

    private void CollectAll(in StepBuffers output, CopyLedger ledger)
    {
        var region = Worker.Region;
        int n = region.Layout.ObservationElements;
        var observations = region.Observations;
        observations.CopyTo(output.Observations.Slice(first * n, count * n));
        observations.CopyTo(output.FinalObservations.Slice(first * n, count * n));
        region.Rewards.CopyTo(output.Rewards[first..]);
        var terminated = output.Terminated.Slice(first, count);
        var truncated = output.Truncated.Slice(first, count);
        region.Terminated.CopyTo(terminated);
        region.Truncated.CopyTo(truncated);
        for (int i = 0; i < count; i++)
            if (terminated[i] | truncated[i]) region.FinalObservations.Slice(i * n, n).CopyTo(output.FinalObservations.Slice((first + i) * n, n));
        if (ledger.Last(first, count) is { IsEmpty: false } last) observations.CopyTo(last);
    }

    private void CollectOne(int i, in StepBuffers output, CopyLedger ledger)
    {
        var region = Worker.Region;
        int copy = first + i, n = region.Layout.ObservationElements;
        bool isLost = ledger.IsLost(copy);
        var row = region.Observations.Slice(i * n, n);
        bool hasEnded = isLost || region.Terminated[i] || region.Truncated[i];
        var last = ledger.Last(copy, 1);
        var final = isLost ? last : hasEnded ? region.FinalObservations.Slice(i * n, n) : row;
        final.CopyTo(output.FinalObservations.Slice(copy * n, n));
        row.CopyTo(output.Observations.Slice(copy * n, n));
        output.Rewards[copy] = isLost ? 0 : region.Rewards[i];
        output.Terminated[copy] = !isLost && region.Terminated[i];
        output.Truncated[copy] = isLost || region.Truncated[i];
        if (!last.IsEmpty) row.CopyTo(last);
        ledger.SetLost(copy, false);
    }

    // Before the copy counts as told: a lost one's final mask is its last one.
    private void CollectMasks(int i, in StepBuffers output, CopyLedger ledger)
    {
        var region = Worker.Region;
        int flags = region.Layout.MaskFlags, copy = first + i;
        if (flags == 0) return;
        if (!output.FinalActionMasks.IsEmpty)
        {
            bool isLost = ledger.IsLost(copy);
            var final = isLost ? ledger.LastMasks(copy, 1)
                : (region.Terminated[i] || region.Truncated[i] ? region.FinalActionMasks : region.ActionMasks).Slice(i * flags, flags);
            final.CopyTo(output.FinalActionMasks.Slice(copy * flags, flags));
        }
        CollectMask(i, output.ActionMasks, ledger);
    }

    private void CollectMask(int i, Span<bool> masks, CopyLedger ledger)
    {
        int flags = Worker.Region.Layout.MaskFlags, copy = first + i;
        if (flags == 0) return;
        var mask = Worker.Region.ActionMasks.Slice(i * flags, flags);
        if (!masks.IsEmpty) mask.CopyTo(masks.Slice(copy * flags, flags));
        if (ledger.LastMasks(copy, 1) is { IsEmpty: false } last) mask.CopyTo(last);
    }

    private bool Choose(Span<bool> chosen, ReadOnlySpan<bool> active, CopyLedger ledger)
    {
        for (int i = 0; i < count; i++) chosen[i] = (active.IsEmpty || active[first + i]) && !ledger.IsLost(first + i);
        return chosen.Contains(true);
    }

    private void Ask(SharedCommand command, SharedModifiers modifiers) => Worker.Ask(command, modifiers);

    private static SharedModifiers Modifiers(bool isPartial, bool isSeeded) =>
        (isPartial ? SharedModifiers.Active : SharedModifiers.None) | (isSeeded ? SharedModifiers.Seeds : SharedModifiers.None);
}
