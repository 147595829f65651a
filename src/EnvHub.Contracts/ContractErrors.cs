using static System.FormattableString;

namespace EnvHub.Contracts;

/// <summary>Every message of the contracts: codes EH1000 to EH1999.</summary>
internal static partial class ContractErrors
{
    public static HubException LengthsDiffer(string space, (string Name, int Length) first, (string Name, int Length) second, int size) => new("EH1001",
        $"{space}: {first.Name} has {first.Length} values, {second.Name} has {second.Length} and the shape holds {size}; the three must be equal. Give one per component.");

    public static HubException BadBound(int index, double low, double high) => new("EH1002", Invariant(
        $"BoxSpace: low[{index}] = {low}, high[{index}] = {high}; low must not exceed high, and neither may be NaN or the far infinity. Use low = -infinity, high = infinity for an open side."));

    public static HubException BadCount(string space, string part, long value) => new("EH1003",
        $"{space}: {part} is {value}; it must be at least 1. Give the number of values that the component can take.");

    public static HubException BadStart(string space, int count, long start) => new("EH1003",
        $"{space}: {count} values from {start} go beyond the largest 64-bit integer; the last must be at most {long.MaxValue}. Give a smaller start.");

    public static HubException BadShape(string space, string shape) => new("EH1004",
        $"{space}: the shape is {shape}; its dimensions must not be negative, nor their product exceed {Array.MaxLength}. Give the length of each axis.");

    public static HubException TooManyValues(string space, long size) => new("EH1004",
        $"{space}: the counts add up to {size}, the length of the flattened form; it must be at most {Array.MaxLength}. Give smaller counts.");

    public static HubException BadMask(string space, int length, long size) => new("EH1005",
        $"{space}: the mask or list of probabilities has {length} entries; it must have {size}. Give one entry per value that may be drawn.");

    public static HubException WrongLength(string subject, int length, int expected) => new("EH1006",
        $"{subject} has {length} elements; it must have {expected}. Size buffers by the environment's spec, copies x elements.");

    public static HubException WrongValueLength(string space, int length, int expected) => new("EH1006",
        $"{space}: the value has {length} elements; it must have {expected}. Give the space the shape that its values have.");

    public static HubException UnfitObservation(string environment, int copy, HubException fault) => new(fault.Code,
        $"{environment}: the observation of copy {copy} does not fit the observation space. {fault.Message[(fault.Code.Length + 1)..]}", fault);

    public static HubException BadProbabilities(string space, ArgumentException fault) => new("EH1007",
        $"{space}: the probabilities are not a distribution. {fault.Message}", fault);

    public static HubException NotAnElement(string space, long value) => new("EH1008",
        $"{space}: {value} has no exact float32, which buffers hold; integers up to 16777216 in size have one. Choose a smaller start, or a Box.");

    public static HubException OutsideSpace(string space, string value) => new("EH1009",
        $"{space}: {value} is outside the space. Give a value that the space contains.");

    public static HubException BadId(string id) => new("EH1010",
        $"environment id '{id}' is not of the form [namespace/]Name[-vN], with letters, digits, '_', ':', '.' and '-'. Write it like CartPole-v1 or my-lab/Maze-v0.");

    public static HubException BadCopies(string environment, int count) => new("EH1100",
        $"{environment}: {count} copies were asked for; it takes at least 1.");

    public static HubException BadBuffer(string environment, string buffer, int length, int expected) => new("EH1101",
        $"{environment}: the buffer for {buffer} has {length} elements; it must have {expected}. No copy was stepped. Size buffers by the spec.");

    public static HubException ActionOutside(string environment, int copy, string action, string space) => new("EH1102",
        $"{environment}: action {action} for copy {copy} is outside {space}. No copy was stepped. Compare the learner's actions with the environment's spec.");

    public static HubException NotReset(string environment) => new("EH1103",
        $"{environment}: stepped before its first reset. Call Reset first.");

    public static HubException NotResetForPicture(string environment) => new("EH1103",
        $"{environment}: a picture was asked for before its first reset. Call Reset first.");

    public static HubException EpisodeOver(string environment) => new("EH1104",
        $"{environment}: stepped after the episode's end. Call Reset first.");

    public static HubException RenderUnsupported(string environment, RenderMode mode, IReadOnlyList<RenderMode> supported) => new("EH1105",
        $"{environment}: render mode {mode} is not supported; it supports {(supported.Count == 0 ? "none" : string.Join(", ", supported))}.");

    public static HubException WrongSpaceType(string environment, string space, string value, string needed) => new("EH1106",
        $"{environment}: {space} holds values of another type than {value}; it must be a Space<{value}>. {needed}");

    public static HubException NotFinite(string environment, int copy, string what) => new("EH1107",
        $"{environment}: {what} of copy {copy} is NaN; it must be a number. Look for a division by zero or an overflow in the dynamics.");

    public static HubException NothingPossible(string environment, int copy) => new("EH1108",
        $"{environment}: the action mask of copy {copy} leaves an action, or a component of it, without any possible value; one must be left where the episode goes on. End the episode there, or mend the mask.");

    public static HubException NoGenerator(string environment) => new("EH1120",
        $"{environment}: it does not show its generators' states. Compare observations, rewards and flags instead.");

    public static HubException CannotStepApart(string environment, string wrapper) => new("EH1121",
        $"{environment}: {wrapper} must step some copies while others wait, and what it stands around cannot. Give it the result of SeparateCopies.Of.");

    public static HubException NotRestarted(string environment, int copy) => new("EH1122",
        $"{environment}: the episode of copy {copy} has ended and the copy was not reset. No copy was stepped. Reset it with a mask first.");
}
