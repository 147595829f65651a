using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using EnvHub.Networks;

namespace EnvHub.Hosting;

/// <summary>What hub.json says of one stage of learning: who learns what, and for how long.</summary>
public abstract record LearningOptions
{
    /// <summary>The learner's name.</summary>
    public string? Learner { get; init; }

    /// <summary>The learner's options; undefined for its defaults.</summary>
    public JsonElement Options { get; init; }

    /// <summary>The network backend: a name, or an object with options. Default: embedded.</summary>
    public BackendOptions Backend { get; init; } = new() { Name = EmbeddedBackend.Name };

    /// <summary>What the learner may build on: names of earlier stages of the arm, whose policies and weights it may use, or policies from ONNX files, as
    /// teachers. Default: nothing.</summary>
    public IReadOnlyList<SourceOptions> From { get; init; } = [];

    /// <summary>Environment steps per task; at least 1. Default: the experiment's.</summary>
    [Range(1, long.MaxValue)]
    public long? Steps { get; init; }

    /// <summary>Training episodes per task after which it ends, if that is before its steps; at least 1. Default: its steps alone end it.</summary>
    [Range(1, long.MaxValue)]
    public long? Episodes { get; init; }

    /// <summary>Copies of each environment, in [1, 65536]. Default: the experiment's.</summary>
    [Range(1, 65_536)]
    public int? Copies { get; init; }

    /// <summary>Whether the weights of the best evaluation are kept too. Default false.</summary>
    public bool KeepBest { get; init; }

    /// <summary>The suite that its tasks are of. Default: the experiment's.</summary>
    public string? Suite { get; init; }

    /// <summary>Which of the suite's tasks. Default: those to train on; for the last of several stages those held out, where there are any.</summary>
    public TaskMembers? Members { get; init; }

    /// <summary>Names of tasks of the suite, or tasks of its own: ids, or objects with settings. Default: as the members say.</summary>
    [MinLength(1)]
    public IReadOnlyList<TaskOptions>? Tasks { get; init; }

    /// <summary>When and how policies are evaluated. Default: as the experiment says.</summary>
    public EvaluationOptions? Evaluation { get; init; }
}
