namespace EnvHub.Hosting;

/// <summary>Every rule for environments of the hub, in the order in which they are examined.</summary>
public static class CheckRules
{
    /// <summary>The rules. A new one is a class and a line here.</summary>
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new SpecRule(), new SpacesAgreeRule(), new SpaceStructureRule(), new SpaceLimitsRule(),
        new RunsRule(), new FiniteRule(), new ObservationInSpaceRule(), new RewardRangeRule(),
        new ResetSeedRule(), new SeedUsedRule(), new DeterminismRule(), new GeneratorDeterminismRule(), new ContinuedResetRule(),
        new BuffersWrittenRule(), new BufferAliasingRule(), new FinalObservationRule(), new TruncationRule(), new StepAfterEndRule(),
        new CopiesIndependentRule(), new PartialStepRule(), new CallsRefusedRule(), new ActionBoundsRule(), new ActionMaskRule(),
        new InfoRule(), new RenderRule(), new SnapshotRule(), new AllocationRule(), new CloseTwiceRule(),
    ];
}
