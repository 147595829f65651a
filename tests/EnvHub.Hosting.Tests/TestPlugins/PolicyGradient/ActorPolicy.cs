namespace EnvHub.TestPlugins;

/// <summary>The most probable action of an actor: a policy without action values.</summary>
internal sealed class ActorPolicy(INetwork actor, ActionHead head, ObservationScaler scaler) : IPolicy
{
    private float[] _inputs = [], _outputs = [];
    private readonly float[] _action = new float[head.Size];

    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions)
    {
        int rows = observations.Elements.Length / scaler.ElementSize, flags = observations.ActionMasks.Length / rows;
        if (_outputs.Length < rows * head.Outputs) (_inputs, _outputs) = (new float[rows * scaler.Size], new float[rows * head.Outputs]);
        scaler.Scale(observations.Elements, _inputs);
        actor.Forward(0, _inputs.AsSpan(0, rows * scaler.Size), _outputs.AsSpan(0, rows * head.Outputs));
        for (int i = 0; i < rows; i++)
        {
            head.Draw(null, _outputs.AsSpan(i * head.Outputs, head.Outputs), observations.ActionMasks.Slice(i * flags, flags), _action);
            head.Give(_action, i, actions);
        }
    }

    public void Save(ICheckpointWriter writer) => NetworkCheckpoint.Save(actor, writer);

    public void Load(ICheckpointReader reader) => NetworkCheckpoint.Load(actor, reader);
}
