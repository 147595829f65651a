namespace EnvHub.Plugins.Wrappers;

/// <summary>Registers the wrappers.</summary>
public sealed class WrappersPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        foreach (var wrapper in (IEnumerable<WrapperRegistration>)[.. Observations(), .. Rewards(), .. Actions(), .. Episodes()]) hub.Add(wrapper);
    }

    private static IEnumerable<WrapperRegistration> Observations() =>
    [
        WrapperRegistration.Of<FrameStackOptions>("FrameStack", "Shows the last observations together.", FrameStackObservation.Describe,
            (create, count, options) => new FrameStackObservation(create(count), options), FrameStackObservation.Refusal),
        WrapperRegistration.Of<GrayscaleObservationOptions>("GrayscaleObservation", "Shows coloured images in shades of grey.", GrayscaleObservation.Describe,
            (create, count, options) => new GrayscaleObservation(create(count), options), GrayscaleObservation.Refusal),
        WrapperRegistration.Of<MaxAndSkipOptions>("MaxAndSkip", "Takes every action several times and shows the larger of the last two observations.",
            MaxAndSkipObservation.Describe, (create, count, options) => new MaxAndSkipObservation(SeparateCopies.Of(create, count), options),
            MaxAndSkipObservation.Refusal) with { StepsCopiesApart = true },
        WrapperRegistration.Of<NormalizeObservationOptions>("NormalizeObservation", "Brings observations to mean 0 and variance 1 by running statistics.",
            NormalizeObservation.Describe, (create, count, options) => new NormalizeObservation(create(count), options), NormalizeObservation.Refusal),
        WrapperRegistration.Of<ResizeObservationOptions>("ResizeObservation", "Shows images in another size, by area.", ResizeObservation.Describe,
            (create, count, options) => new ResizeObservation(create(count), options), ResizeObservation.Refusal),
    ];

    private static IEnumerable<WrapperRegistration> Rewards() =>
    [
        WrapperRegistration.Of<ClipRewardOptions>("ClipReward", "Clips rewards to an interval.", ClipReward.Describe,
            (create, count, options) => new ClipReward(create(count), options)) with { ChangesRewardsOnly = true },
        WrapperRegistration.Of<NormalizeRewardOptions>("NormalizeReward", "Divides rewards by the running deviation of their discounted sum.",
            NormalizeReward.Describe, (create, count, options) => new NormalizeReward(create(count), options)) with { ChangesRewardsOnly = true },
        WrapperRegistration.Of<TransformRewardOptions>("TransformReward", "Multiplies rewards, adds to them and clips them.", TransformReward.Describe,
            (create, count, options) => new TransformReward(create(count), options)) with { ChangesRewardsOnly = true },
    ];

    private static IEnumerable<WrapperRegistration> Actions() =>
    [
        WrapperRegistration.Of<NoOptions>("ClipAction", "Takes any number as an action and clips it to the bounds.", (spec, _) => ClipAction.Describe(spec),
            (create, count, _) => new ClipAction(create(count)), (spec, _) => ClipAction.Refusal(spec)),
        WrapperRegistration.Of<DiscretizeActionOptions>("DiscretizeAction", "Cuts continuous actions into bins, for learners of discrete actions.",
            DiscretizeAction.Describe, (create, count, options) => new DiscretizeAction(create(count), options), DiscretizeAction.Refusal),
        WrapperRegistration.Of<FlattenActionsOptions>("FlattenActions", "Shows an action of several integers as one, for learners of discrete actions.",
            FlattenActions.Describe, (create, count, options) => new FlattenActions(create(count), options), FlattenActions.Refusal),
        WrapperRegistration.Of<RescaleActionOptions>("RescaleAction", "Takes actions of other bounds and rescales them.", RescaleAction.Describe,
            (create, count, options) => new RescaleAction(create(count), options), RescaleAction.Refusal),
        WrapperRegistration.Of<RepeatActionOptions>("RepeatAction", "Takes every action several times and adds up the rewards.", RepeatAction.Describe,
            (create, count, options) => new RepeatAction(SeparateCopies.Of(create, count), options)) with { StepsCopiesApart = true },
        WrapperRegistration.Of<StickyActionOptions>("StickyAction", "Takes the last action again with some probability.", (spec, _) => spec,
            (create, count, options) => new StickyAction(create(count), options)),
    ];

    private static IEnumerable<WrapperRegistration> Episodes() =>
    [
        WrapperRegistration.Of<RecordEpisodeStatisticsOptions>("RecordEpisodeStatistics", "Tells return, length and time of each episode in its info.",
            (spec, _) => spec, (create, count, options) => new RecordEpisodeStatistics(create(count), options)),
        WrapperRegistration.Of<TimeLimitOptions>("TimeLimit", "Truncates episodes after a number of steps.", TimeLimit.Describe,
            (create, count, options) => new TimeLimit(SeparateCopies.Of(create, count), options)) with { StepsCopiesApart = true },
    ];
}
