using static System.FormattableString;

namespace EnvHub.Learning;

/// <content>What buffers keep, and what they find in checkpoints: codes EH2015 to EH2019, EH2025.</content>
internal static partial class LearningErrors
{
    public static HubException DamagedFrames(string buffer) => new("EH2015",
        $"checkpoint: the frames of the buffer '{buffer}' are not held as often as they say, or their free places are no chain. Nothing was changed. Use another checkpoint: this one is damaged.");

    public static HubException OtherFrames(string buffer, ElementType element, int size, int stack, FrameLayout own) => new("EH2016",
        $"checkpoint: the buffer '{buffer}' keeps observations of {stack} x {size} elements as {element}; this one {own.Stack} x {own.FrameSize} as {own.Element}. Continue with the same environment and wrappers.");

    public static HubException OldReplay(string buffer) => new("EH2017",
        $"checkpoint: the buffer '{buffer}' was written by a version that kept scaled observations; this one keeps them as they come. Train anew, or go on with that version.");

    public static HubException OtherScaling(string buffer) => new("EH2018",
        $"checkpoint: the buffer '{buffer}' was saved with another scaleObservations or channelsFirst. Continue with the same settings.");

    public static HubException BadPriority(string buffer, double priority) => new("EH2025", Invariant(
        $"checkpoint: a priority of the buffer '{buffer}' is {priority}; each must be a number above 0. Nothing was changed. Use another checkpoint: this one is damaged."));

    public static HubException NotOfTheSpace(string task, int copy, string space, int element, float value) => new("EH2019", Invariant(
        $"task '{task}': element {element} of the observation of copy {copy} is {value}, which the observation space {space} does not hold. Nothing was stored. Mend the environment or its space."));
}
