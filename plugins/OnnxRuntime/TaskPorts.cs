using Microsoft.ML.OnnxRuntime;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>Runs a model for one task: observations in, rows of numbers out.</summary>
internal sealed class TaskPorts(OnnxModel model, TaskSignature signature)
{
    private readonly string[] _names = [signature.Input.Name, .. signature.Others.Select(port => port.Name)];
    private float[] _inputs = [], _outputs = [];

    /// <summary>What goes where.</summary>
    public TaskSignature Signature { get; } = signature;

    /// <summary>Runs the network.</summary>
    /// <param name="observations">Elements, shape <c>[N, n]</c>.</param>
    /// <param name="rows">Receives its outputs, shape <c>[N, Width]</c>; elements of actions within their bounds.</param>
    /// <exception cref="HubException">EH4922 the output has another length; EH4926 it is not finite; EH4928 the network could not be run.</exception>
    public void Run(ReadOnlySpan<float> observations, Span<float> rows)
    {
        int count = observations.Length / Signature.Writer.ElementSize, width = Signature.Width;
        // A network with a fixed number of rows takes that many at a time; what is left over of the last is not looked at.
        int chunk = Signature.Input.Rows ?? count;
        for (int done = 0; done < count; done += chunk)
        {
            int here = Math.Min(chunk, count - done);
            RunOnce(observations.Slice(done * Signature.Writer.ElementSize, here * Signature.Writer.ElementSize), chunk);
            _outputs.AsSpan(0, here * width).CopyTo(rows[(done * width)..]);
        }
        Check(rows[..(count * width)]);
    }

    private void RunOnce(ReadOnlySpan<float> observations, int chunk)
    {
        var writer = Signature.Writer;
        if (_inputs.Length < chunk * writer.Size) _inputs = new float[chunk * writer.Size];
        for (int i = 0; i * writer.ElementSize < observations.Length; i++)
            writer.Write(observations.Slice(i * writer.ElementSize, writer.ElementSize), _inputs.AsSpan(i * writer.Size, writer.Size));
        var values = new List<OrtValue>(_names.Length);
        try
        {
            values.Add(Tensors.Make(Signature.Input.Type!.Value, _inputs.AsSpan(0, chunk * writer.Size), [chunk, .. writer.Shape]));
            // As many rows as there are observations: where a file calls both numbers N, ONNX Runtime takes them for the same.
            foreach (var port in Signature.Others) values.Add(Tensors.Zeros(port.Type!.Value, [port.Rows ?? chunk, .. port.Row.Select(length => Math.Max(length, 1L))]));
            using var output = model.Run(_names, values, Signature.Output.Name);
            long length = output.GetTensorTypeAndShape().ElementCount;
            if (length != (long)chunk * Signature.Width)
                throw OnnxPolicyErrors.BadOutput(model.File, Signature.Task.Name, Signature.Output.Name, $"{length} numbers for {chunk} observations", Signature.Expected());
            if (_outputs.Length < length) _outputs = new float[length];
            Tensors.Read(output, Signature.Output.Type!.Value, _outputs.AsSpan(0, (int)length));
        }
        finally
        {
            foreach (var value in values) value.Dispose();
        }
    }

    private void Check(Span<float> rows)
    {
        foreach (float value in rows)
            if (!float.IsFinite(value)) throw OnnxPolicyErrors.NotFinite(model.File, Signature.Task.Name, value);
        // As tools do that train such networks: what lies beyond the bounds is their end.
        if (Signature.Task.Environment.ActionSpace is not IBoxSpace box) return;
        for (int i = 0; i < rows.Length; i++) rows[i] = (float)Math.Clamp(rows[i], box.LowAt(i % Signature.Width), box.HighAt(i % Signature.Width));
    }
}
