using EnvHub.Networks;

namespace EnvHub.Hosting;

/// <summary>Keeps the weights of the best evaluation; of equals the later.</summary>
internal sealed class BestWeights
{
    // As a file would hold them, so that a checkpoint can.
    private byte[]? _weights;
    private double _score = double.NegativeInfinity;

    /// <summary>Environment steps per task when they were kept.</summary>
    public long Step { get; private set; }

    /// <summary>Whether any were kept.</summary>
    public bool Any => _weights is not null;

    /// <summary>Keeps the weights that <paramref name="loop"/> has now if none before scored more.</summary>
    /// <param name="score">Mean normalised score over tasks.</param>
    public void Offer(double score, TrialLoop loop)
    {
        if (!(score >= _score)) return;
        var weights = new SafeTensorsWriter();
        loop.SaveWeights(weights);
        using var file = new MemoryStream();
        weights.WriteTo(file);
        (_score, Step, _weights) = (score, loop.Steps, file.ToArray());
    }

    /// <summary>Puts the kept weights into <paramref name="loop"/>.</summary>
    public void Restore(TrialLoop loop) => loop.LoadWeights(new SafeTensorsReader(_weights!));

    public void Save(ICheckpointWriter writer)
    {
        writer.Write<double>("score", [_score]);
        writer.Write<long>("step", [Step]);
        writer.Write<byte>("weights", _weights);
    }

    public void Load(ICheckpointReader reader)
    {
        byte[] weights = new byte[reader.LengthOf("weights")];
        reader.Read<byte>("weights", weights);
        (_score, Step, _weights) = (reader.Value<double>("score"), reader.Value<long>("step"), weights.Length == 0 ? null : weights);
    }
}
