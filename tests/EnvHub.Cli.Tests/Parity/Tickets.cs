using EnvHub.Contracts;
using EnvHub.Hosting;

namespace EnvHub.Cli.Tests;

/// <summary>The native twin of <c>Tickets-v0</c> in Fixtures/composite_environments.py.</summary>
internal sealed class Tickets() : Environment<IReadOnlyList<object>, IReadOnlyDictionary<string, object>>(Description)
{
    private const int Longest = 5;

    public static readonly EnvironmentSpec Description = new()
    {
        Id = EnvironmentId.Parse("Tickets-v0"),
        ObservationSpace = new TupleSpace(BoxSpace.Uniform(-100, 100, 2), new DiscreteSpace(3, -1), new MultiBinarySpace(2)),
        ActionSpace = new DictSpace(
            ("count", new TupleSpace(new MultiDiscreteSpace(4, 5), BoxSpace.Uniform(0, 1, 2))), ("kind", new DiscreteSpace(3, -1))),
    };

    private readonly float[] _money = new float[2];
    private long _kind;
    private int _steps;

    /// <summary>A task that makes it.</summary>
    public static TaskPlan Plan()
    {
        var registration = new EnvironmentRegistration(Description.Id, typeof(object), _ => Description,
            (_, count) => new EnvironmentVector<IReadOnlyList<object>, IReadOnlyDictionary<string, object>>(() => new Tickets(), count));
        return new(new TaskSpec { Name = "Tickets-v0", Environment = Description }, registration, new object());
    }

    protected override IReadOnlyList<object> OnReset()
    {
        for (int i = 0; i < 2; i++) _money[i] = (float)Random.Uniform(0, 10);
        (_steps, _kind) = (0, 0);
        return Observe();
    }

    protected override StepResult<IReadOnlyList<object>> OnStep(IReadOnlyDictionary<string, object> action)
    {
        _steps++;
        _kind = (long)action["kind"];
        var parts = (IReadOnlyList<object>)action["count"];
        var (counts, shares) = ((long[])parts[0], (float[])parts[1]);
        for (int i = 0; i < 2; i++) _money[i] += (float)(counts[i] * (double)shares[i] + _kind);
        return new(Observe(), _kind, Terminated: _steps == Longest);
    }

    private object[] Observe() => [_money.ToArray(), _kind, _money.Select(money => (sbyte)(money > 5 ? 1 : 0)).ToArray()];
}
