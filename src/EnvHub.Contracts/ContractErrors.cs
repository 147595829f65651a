using static System.FormattableString;

namespace EnvHub.Contracts;

/// <summary>Every message of the contracts: codes EH1000 to EH1999.</summary>
internal static class ContractErrors
{
    public static HubException BoundsDiffer(int low, int high, int size) => new("EH1001",
        $"BoxSpace: low has {low} values, high has {high} and the shape holds {size}; the three must be equal. Give one bound per component.");

    public static HubException BadBound(int index, double low, double high) => new("EH1002", Invariant(
        $"BoxSpace: low[{index}] = {low}, high[{index}] = {high}; low must not exceed high, neither may be NaN. Use ±infinity for an open side."));

    public static HubException BadCount(string space, string part, long value) => new("EH1003",
        $"{space}: {part} is {value}; it must be at least 1. Give the number of values that the component can take.");

    public static HubException BadShape(string space, string shape) => new("EH1004",
        $"{space}: the shape is [{shape}]; it must have no negative dimension. Give the length of each axis.");

    public static HubException BadMask(string space, int length, long size) => new("EH1005",
        $"{space}: the mask has {length} entries; it must have {size}. Give one entry per value, true where it may be drawn.");

    public static HubException WrongLength(string subject, int length, int expected) => new("EH1006",
        $"{subject} has {length} elements; it must have {expected}. Size buffers by the environment's spec, copies x elements.");

    public static HubException BadId(string id) => new("EH1010",
        $"environment id '{id}' is not of the form [namespace/]Name[-vN], with letters, digits, '_', ':', '.' and '-'. Write it like ClassicControl/CartPole-v1.");

    public static HubException BadCopies(string environment, int count) => new("EH1100",
        $"{environment}: {count} copies were asked for; it takes at least 1.");

    public static HubException BadBuffer(string environment, string buffer, int length, int expected) => new("EH1101",
        $"{environment}: the buffer for {buffer} has {length} elements; it must have {expected}. No copy was stepped. Size buffers by the spec.");

    public static HubException ActionOutside(string environment, int copy, string action, string space) => new("EH1102",
        $"{environment}: action {action} for copy {copy} is outside {space}. No copy was stepped. Compare the learner's actions with the environment's spec.");

    public static HubException NotReset(string environment) => new("EH1103",
        $"{environment}: stepped before its first reset. Call Reset first.");

    public static HubException EpisodeOver(string environment) => new("EH1104",
        $"{environment}: stepped after the episode's end. Call Reset first.");

    public static HubException RenderUnsupported(string environment, RenderMode mode, string supported) => new("EH1105",
        $"{environment}: render mode {mode} is not supported; it supports {supported}.");

    public static HubException WrongSpaceType(string environment, string space, string value, string needed) => new("EH1106",
        $"{environment}: {space} holds values of another type than {value}; it must be a Space<{value}>. {needed}");

    public static HubException NotFinite(string environment, int copy, string what) => new("EH1107",
        $"{environment}: {what} of copy {copy} is NaN; it must be a number. Look for a division by zero or an overflow in the dynamics.");
}
