using static System.FormattableString;

namespace EnvHub.Plugins.TorchSharp;

/// <summary>Every message of the backend: codes EH4780 to EH4789.</summary>
internal static class TorchSharpErrors
{
    public static HubException TooLarge() => new("EH4780",
        $"Network: it would have more than {int.MaxValue} parameters; fewer can be kept in one vector. Give smaller layers.");

    public static HubException OtherVector(string what) => new("EH4781",
        $"backend torchsharp: {what}; vectors that meet must be of one engine, one device and one length. Make them with CreateVector of one network.");

    public static HubException BadBuffer(string what, int length, string expected) => new("EH4782",
        $"Network: {what} has {length} values; it must have {expected}.");

    public static HubException BadOptimizer(string name, double value, string allowed) => new("EH4783", Invariant(
        $"Optimizer: {name} is {value}; it must be {allowed}."));

    public static HubException NothingToGoBack(string head) => new("EH4784",
        $"Network, head '{head}': Backward must follow a Forward of the same head.");

    public static HubException UnknownLayer(string path, string kind) => new("EH4785",
        $"Network, {path}: the backend torchsharp does not know the layer {kind}. Choose another backend, or another layer.");

    public static HubException HeadOutside(int head, int count) => new("EH4786",
        $"Network: head {head} was asked for; there are heads 0 to {count - 1}.");
}
