using static System.FormattableString;

namespace EnvHub.Networks;

/// <summary>Every message of the networks: codes EH1505 to EH1999.</summary>
internal static class NetworkErrors
{
    public static HubException TooLarge() => new("EH1513",
        $"Network: it would have more than {int.MaxValue} parameters; fewer can be kept in one vector. Give smaller hidden layers.");

    public static HubException HeadOutside(int head, int count) => new("EH1505",
        $"Network: head {head} was asked for; there are heads 0 to {count - 1}.");

    public static HubException NotWholeBatch(string head, int length, int size) => new("EH1506",
        $"Network, head '{head}': {length} inputs are not a whole batch; give a positive multiple of {size}.");

    public static HubException WrongLength(string head, string what, int length, int expected) => new("EH1507",
        $"Network, head '{head}': {what} has {length} values; it must have {expected}. Size it as batch x outputs.");

    public static HubException NothingToGoBack(string head, string last) => new("EH1508",
        $"Network, head '{head}': Backward was called after {last}; it must follow a Forward of the same head.");

    public static HubException BadParameterCount(int count) => new("EH1509",
        $"Optimizer: it was asked for with {count} parameters; it takes at least 0. Give the length of INetwork.Parameters.");

    public static HubException OptimizerLength(string what, int length, int expected) => new("EH1510",
        $"Optimizer: {what} have {length} values; it was made for {expected}. Use one optimizer per network.");

    public static HubException BadOption(string name, double value, string allowed) => new("EH1511", Invariant(
        $"Optimizer: {name} is {value}; it must be {allowed}."));

    public static HubException UnknownOptimizer(OptimizerKind kind) => new("EH1512",
        $"Optimizer: kind {kind} is not known; it may be {string.Join(", ", Enum.GetNames<OptimizerKind>())}.");

    public static HubException OtherVector(string what) => new("EH1514",
        $"Network: {what}; vectors that meet must be of one engine and of one length. Make them with CreateVector of one network.");

    public static HubException UnknownLayer(string path, string kind) => new("EH1515",
        $"Network, {path}: the embedded engine does not know the layer {kind}. Choose another backend, or another layer.");
}
