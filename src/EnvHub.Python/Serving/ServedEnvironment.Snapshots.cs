namespace EnvHub.Python;

/// <content>The state of all copies as bytes, with what the client saw last.</content>
internal sealed partial class ServedEnvironment
{
    // No environment uses the name: theirs are dotted.
    private const string LastObservations = "/observations";

    private ISnapshotEnvironment Snapshots => ((object?)_other ?? _inner) as ISnapshotEnvironment ?? throw ServingErrors.NoState(_request.Id);

    private void Snapshot(SharedRegion region)
    {
        var state = new SnapshotBytes(Origin);
        Snapshots.Snapshot(state);
        state.Write<float>(LastObservations, region.Observations);
        Write(region, state.ToArray(), default);
    }

    private void Restore(SharedRegion region)
    {
        var state = SnapshotBytes.Read(_request.Id, region.Text[..region.RequestTextBytes]);
        if (state.Origin != Origin) throw ServingErrors.OtherOrigin(_request.Id, state.Origin, Origin);
        if (state.LengthOf(LastObservations) != region.Observations.Length) throw ServingErrors.BadState(_request.Id, "its observations have another size");
        Snapshots.Restore(state);
        state.Read(LastObservations, region.Observations);
    }

    // What must be the same on both sides, and what can be said of it in words; settings are the caller's affair.
    private string Origin => $"{Spec.Id}, {_inner.Count} copies, {_request.Autoreset}";
}
