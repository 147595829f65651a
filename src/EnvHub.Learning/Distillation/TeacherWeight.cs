namespace EnvHub.Learning;

/// <summary>How much a teacher's loss counts in one task, λ: a schedule over steps and, where asked for, what the student still lacks.</summary>
/// <remarks><c>λₜ = s(t) · (1 - (G - G₀)/(G⁺ - G₀))</c>, the second factor clamped to [0, 1]: G the mean return of the student's last
/// <see cref="Window"/> training episodes, G⁺ the teacher's, G₀ the random policy's. Source: Agarwal et al. (2022), QDagger. Differs: returns are
/// measured from the random policy's; the plain ratio G/G⁺ turns round where returns are negative, so that the teacher would be silent
/// while the student is bad and speak once it is better.</remarks>
public sealed class TeacherWeight
{
    /// <summary>Training episodes that the student's return is averaged over.</summary>
    public const int Window = 10;

    private readonly LinearSchedule _schedule;
    private readonly double? _randomReturn;   // null: the schedule alone
    private readonly double _teacherReturn;
    private readonly double[] _sums;                            // [N]: return so far of each copy's episode
    private readonly double[] _returns = new double[Window];    // ring of the last episodes
    private long _episodes;

    /// <param name="context">Whose steps the schedule spans.</param>
    /// <param name="task">Where scores are measured.</param>
    /// <param name="teacherReturn">The teacher's mean return, G⁺.</param>
    /// <exception cref="HubException">EH2201 the random policy's return is needed and not known.</exception>
    public TeacherWeight(LearnerContext context, TaskSpec task, double teacherReturn, TeacherWeightOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Refusal(task) is { } reason) throw LearningErrors.NoTeacherWeight(task.Name, reason);
        _schedule = new(options.Start, options.End, options.Fraction * context.TotalSteps);
        _randomReturn = options.ByScore ? options.RandomReturnOf(task) : null;
        (_teacherReturn, _sums) = (teacherReturn, new double[context.Copies]);
    }

    /// <summary>What the student lacks of the teacher's score: 1 at the random policy's return and below, 0 at the teacher's and above, and 0
    /// where the teacher is no better than random.</summary>
    public static double Lack(double studentReturn, double teacherReturn, double randomReturn) => teacherReturn > randomReturn
        ? Math.Clamp((teacherReturn - studentReturn) / (teacherReturn - randomReturn), 0, 1) : 0;

    /// <summary>λ after <paramref name="steps"/> steps, at least 0.</summary>
    public double At(long steps) => HasEnded(steps) ? 0 : _schedule.At(steps) * CurrentLack();

    /// <summary>Whether λ is 0 for ever after <paramref name="steps"/> steps: the teacher need not be asked any more.</summary>
    public bool HasEnded(long steps) => steps >= _schedule.Duration;

    /// <summary>Takes one reward of the student's in, undiscounted.</summary>
    public void Add(int copy, double reward, bool ended)
    {
        _sums[copy] += reward;
        if (!ended) return;
        _returns[_episodes++ % Window] = _sums[copy];
        _sums[copy] = 0;
    }

    /// <summary>Forgets the returns of episodes under way; see <see cref="IEpisodeCuts"/>.</summary>
    public void CutEpisodes() => _sums.AsSpan().Clear();

    // Until an episode has ended, the student counts as random.
    private double CurrentLack()
    {
        if (_randomReturn is not { } random) return 1;
        int count = (int)Math.Min(_episodes, Window);
        double sum = 0;
        for (int i = 0; i < count; i++) sum += _returns[i];
        return Lack(count == 0 ? random : sum / count, _teacherReturn, random);
    }

    /// <summary>Writes the episodes' returns.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<long>($"{prefix}episodes", [_episodes]);
        writer.Write<double>($"{prefix}returns", _returns);
        writer.Write<double>($"{prefix}sums", _sums);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Span<long> episodes = stackalloc long[1];
        reader.Read($"{prefix}episodes", episodes);
        reader.Read<double>($"{prefix}returns", _returns);
        reader.Read<double>($"{prefix}sums", _sums);
        _episodes = episodes[0];
    }
}
