using EnvHub.Learning;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>The greedy policy of a network from elsewhere.</summary>
internal class OnnxPolicy(OnnxPlayer player) : IPolicy
{
    private const string Weights = "onnx";

    private float[] _rows = [];

    /// <summary>What runs the network.</summary>
    public OnnxPlayer Player { get; } = player;

    /// <summary>With the capabilities that all tasks have.</summary>
    public static OnnxPolicy Of(OnnxPlayer player)
    {
        if (player.Gives(OutputMeaning.ActionValues)) return new OnnxValuePolicy(player);
        return player.Tasks.All(task => task.Environment.ActionSpace is DiscreteSpace)
            && player.Gives(OutputMeaning.Logits, OutputMeaning.Probabilities, OutputMeaning.Actions) ? new OnnxProbabilityPolicy(player) : new OnnxPolicy(player);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH4926 and EH4927 the network gave what is no action; EH4928 it could not be run; EH4929 there is none.</exception>
    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions)
    {
        var ports = Player[task];
        if (!ports.Signature.IsDiscrete)
        {
            ports.Run(observations.Elements, actions.Elements);
            return;
        }
        int count = ports.Signature.Width, rows = actions.Discrete.Length;
        var values = Rows(rows * count);
        ports.Run(observations.Elements, values);
        for (int i = 0; i < rows; i++)
            actions.Discrete[i] = ports.Signature.Meaning == OutputMeaning.Actions ? ports.Signature.ActionOf(values[i])
                : Greedy.ArgMax(values.Slice(i * count, count), observations.ActionMasks.IsEmpty ? [] : observations.ActionMasks.Slice(i * count, count));
    }

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<byte>(Weights, Player.Model?.Bytes ?? []);
    }

    /// <inheritdoc/>
    /// <remarks>The record of a trial holds the model itself: it plays where the file is no more.</remarks>
    public void Load(ICheckpointReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        byte[] bytes = new byte[reader.LengthOf(Weights)];
        reader.Read<byte>(Weights, bytes);
        if (bytes.Length > 0 && !bytes.AsSpan().SequenceEqual(Player.Model?.Bytes)) Player.Open(bytes);
    }

    /// <summary>Memory for the outputs of a call.</summary>
    protected Span<float> Rows(int length)
    {
        if (_rows.Length < length) _rows = new float[length];
        return _rows.AsSpan(0, length);
    }
}
