namespace EnvHub.Contracts;

/// <summary>Registrations with typed options, in one line each.</summary>
public static class HubPluginBuilderExtensions
{
    /// <summary>Registers an environment that writes N copies itself.</summary>
    /// <param name="spec">The spec that settings give; their step limit is applied to it.</param>
    /// <param name="create">Makes that many copies, whose spec has the same step limit.</param>
    public static void AddEnvironment<TSettings>(
        this IHubPluginBuilder hub, string id, Func<TSettings, EnvironmentSpec> spec, Func<TSettings, int, IVectorEnvironment> create)
        where TSettings : EnvironmentSettings, new()
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(new EnvironmentRegistration(EnvironmentId.Parse(id), typeof(TSettings),
            settings => ((TSettings)settings).Limit(spec((TSettings)settings)), (settings, count) => create((TSettings)settings, count)));
    }

    /// <summary>Registers a one-copy environment; the hub makes N of it.</summary>
    public static void AddEnvironment<TSettings, TObservation, TAction>(
        this IHubPluginBuilder hub, string id, Func<TSettings, Environment<TObservation, TAction>> create)
        where TSettings : EnvironmentSettings, new() where TObservation : notnull where TAction : notnull
    {
        hub.AddEnvironment<TSettings>(id, settings => SpecOf(create(settings)),
            (settings, count) => new EnvironmentVector<TObservation, TAction>(() => create(settings), count, settings));
    }

    /// <summary>Registers a learner.</summary>
    /// <param name="refusal">Why it cannot take a task, in a sentence; null if it can.</param>
    /// <param name="describe">The network that it makes; see <see cref="LearnerRegistration.Describe"/>.</param>
    /// <param name="memory">What it takes; see <see cref="LearnerRegistration.Memory"/>.</param>
    public static void AddLearner<TOptions>(
        this IHubPluginBuilder hub, string name, string summary, LearnerScope scope,
        Func<LearnerContext, TOptions, ILearner> create, Func<TaskSpec, string?> refusal, Func<IReadOnlyList<TaskSpec>, TOptions, NetworkSpec>? describe = null,
        Func<LearnerScale, TOptions, IReadOnlyList<MemoryPart>>? memory = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(new LearnerRegistration(name, summary, scope, typeof(TOptions), (context, options) => create(context, (TOptions)options))
        {
            Refusal = refusal,
            Describe = Untyped(describe),
            Memory = memory is null ? null : (scale, options) => memory(scale, (TOptions)options),
        });
    }

    /// <summary>Registers a learner that builds on earlier stages.</summary>
    /// <param name="learner">Its name, what it is, and whether it can do without sources.</param>
    /// <param name="refuseStage">Why it cannot do a stage with these options, in a sentence; null if it can.</param>
    /// <param name="describe">The network that it makes; see <see cref="LearnerRegistration.Describe"/>.</param>
    /// <param name="memory">What it takes; see <see cref="LearnerRegistration.Memory"/>.</param>
    public static void AddLearner<TOptions>(this IHubPluginBuilder hub, LearnerProfile learner,
        Func<LearnerContext, TOptions, ILearner> create, Func<TaskSpec, string?> refusal, Func<StageSpec, TOptions, string?> refuseStage,
        Func<IReadOnlyList<TaskSpec>, TOptions, NetworkSpec>? describe = null, Func<LearnerScale, TOptions, IReadOnlyList<MemoryPart>>? memory = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(hub);
        ArgumentNullException.ThrowIfNull(learner);
        hub.Add(new LearnerRegistration(learner.Name, learner.Summary, learner.Scope, typeof(TOptions), (context, options) => create(context, (TOptions)options))
        {
            Refusal = refusal,
            Sources = learner.Sources,
            RefuseStage = (stage, options) => refuseStage(stage, (TOptions)options),
            Describe = Untyped(describe),
            Memory = memory is null ? null : (scale, options) => memory(scale, (TOptions)options),
        });
    }

    /// <summary>Registers a wrapper. One that changes rewards alone, or must step some copies while others wait, says so in a
    /// registration of its own: <see cref="WrapperRegistration.Of{TOptions}"/>, for <see cref="IHubPluginBuilder.Add(WrapperRegistration)"/>.</summary>
    /// <param name="describe">The spec that the wrapper gives.</param>
    /// <param name="wrap">Makes wrapped copies; see <see cref="WrapperRegistration"/>.</param>
    /// <param name="refusal">Why it cannot stand around an environment, in a sentence; null if it can.</param>
    public static void AddWrapper<TOptions>(
        this IHubPluginBuilder hub, string name, string summary, Func<EnvironmentSpec, TOptions, EnvironmentSpec> describe,
        Func<Func<int, IVectorEnvironment>, int, TOptions, IVectorEnvironment> wrap, Func<EnvironmentSpec, TOptions, string?>? refusal = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(WrapperRegistration.Of(name, summary, describe, wrap, refusal));
    }

    private static Func<IReadOnlyList<TaskSpec>, object, NetworkSpec>? Untyped<TOptions>(Func<IReadOnlyList<TaskSpec>, TOptions, NetworkSpec>? describe) =>
        describe is null ? null : (tasks, options) => describe(tasks, (TOptions)options);

    private static EnvironmentSpec SpecOf<TObservation, TAction>(Environment<TObservation, TAction> environment)
        where TObservation : notnull where TAction : notnull
    {
        using (environment) return environment.Spec;
    }
}
