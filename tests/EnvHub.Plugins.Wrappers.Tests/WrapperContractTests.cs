using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>A wrapped environment keeps every promise of an environment.</summary>
public class FrameStackContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new FrameStackObservation(new CartPole(count), new());
}

public class TimeLimitContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new TimeLimit(new CartPole(count), new() { MaxEpisodeSteps = 12 });
}

public class RepeatActionContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new RepeatAction(new CartPole(count), new() { NumRepeats = 3 });
}

public class StickyActionContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new StickyAction(new CartPole(count), new());
}

public class DiscretizeActionContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new DiscretizeAction(new Pendulum(count), new());
}

public class SeparateCopiesContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new SeparateCopies(copies => new CartPole(copies), count);
}
