using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>A wrapped environment keeps every promise of an environment.</summary>
public class FrameStackContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new FrameStackObservation(new CartPole(count), new());

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new FrameStackObservation(new CartPole(count, new() { MaxEpisodeSteps = limit ?? -1 }), new());
}

public class TimeLimitContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new TimeLimit(new CartPole(count), new() { MaxEpisodeSteps = 12 });

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit)
    {
        var unlimited = new CartPole(count, new() { MaxEpisodeSteps = -1 });
        return limit is { } steps ? new TimeLimit(unlimited, new() { MaxEpisodeSteps = steps }) : unlimited;
    }
}

public class RepeatActionContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new RepeatAction(new CartPole(count), new() { NumRepeats = 3 });
}

public class StickyActionContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new StickyAction(new CartPole(count), new());

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new StickyAction(new CartPole(count, new() { MaxEpisodeSteps = limit ?? -1 }), new());
}

public class DiscretizeActionContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new DiscretizeAction(new Pendulum(count), new());

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new DiscretizeAction(new Pendulum(count, new() { MaxEpisodeSteps = limit ?? -1 }), new());
}

public class MaxAndSkipContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new MaxAndSkipObservation(new CartPole(count), new() { Skip = 3 });
}

public class ResizeObservationContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new ResizeObservation(Slides.Copies(count, 8, 7, 2), new() { Shape = [5, 4] });

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) => limit is { } steps
        ? new TimeLimit((IPartialVectorEnvironment)Create(count), new() { MaxEpisodeSteps = steps }) : Create(count);
}

public class FlattenActionsContractTests : EnvironmentContract
{
    // The action that the author's environment gets: three integers.
    protected override long AllowedBytesPerStep => 48;

    protected override IVectorEnvironment Create(int count) =>
        new FlattenActions(Dials<long[]>.Copies(count, new MultiDiscreteSpace([3, 2, 4], [0, -1, 5], [3])), new());

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) => limit is { } steps
        ? new TimeLimit((IPartialVectorEnvironment)Create(count), new() { MaxEpisodeSteps = steps }) : Create(count);
}

public class SeparateCopiesContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new SeparateCopies(copies => new CartPole(copies), count);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new SeparateCopies(copies => new CartPole(copies, new() { MaxEpisodeSteps = limit ?? -1 }), count);
}
