using static System.FormattableString;

namespace EnvHub.Learning;

/// <summary>Every message of the learning parts: codes EH2000 to EH2999.</summary>
internal static partial class LearningErrors
{
    public static HubException NotDiscrete(string task, string space) => new("EH2000",
        $"task '{task}': the action space is {space}; Q-learning needs Discrete(n). Choose a learner for such actions, or wrap the environment.");

    public static HubException TaskCount(string learner, int count) => new("EH2001",
        $"{learner}: {count} tasks were given; it learns exactly one. Make one learner per task, or use multitask-dqn.");

    public static HubException BadReward(string task, int copy, double reward) => new("EH2002", Invariant(
        $"task '{task}': the reward of copy {copy} is {reward}; it must be finite. Nothing was stored. Look for an overflow or a division by zero in the environment."));

    public static HubException BadObservation(string task, int copy, int element, float value) => new("EH2003", Invariant(
        $"task '{task}': element {element} of the observation of copy {copy} is {value}; it must be finite. Nothing was stored. Look at the environment's dynamics."));

    public static HubException BadBatch(string task, string part, int length, int expected) => new("EH2004",
        $"task '{task}': the {part} hold {length} values; they must hold {expected}. Size batches by the learner's copies and the environment's spec.");

    public static HubException BadAction(string task, int copy, int action, int count) => new("EH2005",
        $"task '{task}': action {action} of copy {copy} is outside 0..{count - 1}. Nothing was stored. Pass the actions that were taken.");

    public static HubException Diverged(string task, long updates, float loss) => new("EH2006", Invariant(
        $"task '{task}': the loss is {loss} after {updates} updates; it must be finite. Lower learningRate, set maxGradientNorm, or turn normalizeReturns on."));

    public static HubException TooLarge(string what) => new("EH2013",
        $"replay buffer: {what} are more than it can number or an array can hold. Lower bufferCapacity, or wrap the environment so that it observes less.");

    public static HubException NothingPossible() => new("EH2014",
        "action mask: no action is possible where the episode goes on. Mend the environment's mask, or set actionMasks to false.");

    public static HubException WrongCapacity(string replay, int saved, int capacity) => new("EH2007",
        $"checkpoint: the buffer '{replay}' was saved with a capacity of {saved}; this one has {capacity}. Continue with the same bufferCapacity.");

    public static HubException WrongShape(string name, int length, IReadOnlyList<int> shape) => new("EH2008",
        $"checkpoint: '{name}' holds {length} values; this network needs {string.Join(" x ", shape)}. Load it into a network of the same shape.");

    public static HubException NestedResidual() => new("EH2014",
        "network: a residual block cannot hold another one. Write its layers one after the other.");

    public static HubException ScalingCount(EnvironmentId environment, int offsets, int scales, int expected) => new("EH2009",
        $"{environment}: the observation scaling has {offsets} offsets and {scales} scales; observations have {expected} elements. Give one of each per element.");

    public static HubException BadScaling(EnvironmentId environment, int element, float offset, float scale) => new("EH2009", Invariant(
        $"{environment}: the observation scaling of element {element} is (x - {offset}) / {scale}; both must be finite and the scale not 0. Mend the spec."));

    public static HubException WrongCopies(string task, int saved, int copies) => new("EH2010",
        $"checkpoint: task '{task}' was saved with {saved} copies; this learner has {copies}. Continue with as many copies as before.");

    public static HubException BadPosition(string replay, int count, int next, int capacity) => new("EH2011",
        $"checkpoint: the buffer '{replay}' holds {count} transitions and goes on at {next}; both must lie within its capacity of {capacity}. Use another checkpoint: this one is damaged.");

    public static HubException BadWindow(string window, int first, int count, int length) => new("EH2012",
        $"checkpoint: the window '{window}' holds {count} steps from {first} on; both must lie within its length of {length}. Use another checkpoint: this one is damaged.");
}
