namespace EnvHub.Contracts;

/// <content>Networks: codes EH1150 to EH1159.</content>
internal static partial class ContractErrors
{
    public static HubException LayerRefused(string path, string refusal) => new("EH1150", $"network, {path}: {refusal}.");

    public static HubException ShapesMeet(string first, TensorShape firstShape, string other, TensorShape otherShape) => new("EH1150",
        $"network, trunk: {first} gives {firstShape} and {other} gives {otherShape}; the trunk takes one shape. Give encoders that end in as many numbers for every task, such as a linear layer.");

    public static HubException ImageBeforeHeads(TensorShape shape) => new("EH1150",
        $"network, heads: they need numbers [n]; they get the image {shape}. End the trunk, or the encoder, with a flatten layer.");

    public static HubException PaddedLayers() => new("EH1150",
        "network, inputs: paddedOneHot pads numbers for hidden layers; it cannot be with layers one by one. Use encoderPerTask or encoderPerShape.");

    public static HubException BadHead(string problem) => new("EH1151", $"network: {problem}.");
}
