using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>A network as ONNX Runtime runs it: on the processor, on one thread.</summary>
internal sealed partial class OnnxModel : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();

    private OnnxModel(InferenceSession session, byte[] bytes, string file)
    {
        (_session, Bytes, File) = (session, bytes, file);
        Inputs = [.. session.InputMetadata.Select(Port)];
        Outputs = [.. session.OutputMetadata.Select(Port)];
    }

    /// <summary>The model as it was read.</summary>
    public byte[] Bytes { get; }

    /// <summary>What messages call it.</summary>
    public string File { get; }

    /// <summary>In the model's order.</summary>
    public IReadOnlyList<ModelPort> Inputs { get; }

    /// <summary>In the model's order.</summary>
    public IReadOnlyList<ModelPort> Outputs { get; }

    /// <param name="file">What messages call it.</param>
    /// <exception cref="HubException">EH4910 and EH4911 ONNX Runtime is not here; EH4912 to EH4916 what is wrong with the model.</exception>
    public static OnnxModel Open(byte[] bytes, string file)
    {
        RuntimeLibrary.Load();
        try
        {
            return Load(bytes, file);
        }
        catch (OnnxRuntimeException fault)
        {
            throw Explain(fault.Message, file);
        }
        // A library of another version has other functions.
        catch (Exception fault) when (fault is TypeInitializationException or EntryPointNotFoundException)
        {
            throw OnnxPolicyErrors.NotLoaded(OnnxLibrary.Find()?.File ?? "", (fault.InnerException ?? fault).Message);
        }
    }

    /// <summary>Runs the network once.</summary>
    /// <param name="output">The only one that is asked for.</param>
    public OrtValue Run(IReadOnlyList<string> inputs, IReadOnlyList<OrtValue> values, string output)
    {
        try
        {
            return _session.Run(_run, inputs, values, [output])[0];
        }
        catch (OnnxRuntimeException fault)
        {
            throw OnnxPolicyErrors.Failed(File, Reason(fault.Message));
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    // Apart: the library is there by then.
    private static OnnxModel Load(byte[] bytes, string file)
    {
        using var options = new SessionOptions
        {
            // Trials run side by side, a core each; and a sum's order, so its bits, would follow the number of threads.
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        return new(new InferenceSession(bytes, options), bytes, file);
    }

    private static ModelPort Port(KeyValuePair<string, NodeMetadata> port) =>
        new(port.Key, port.Value.IsTensor ? port.Value.ElementDataType : null, port.Value.IsTensor ? port.Value.Dimensions : [], $"{port.Value.OnnxValueType}");

    private static HubException Explain(string message, string file)
    {
        string reason = Reason(message);
        if (message.Contains("protobuf parsing failed", StringComparison.Ordinal) || message.Contains("No graph was found", StringComparison.Ordinal)) return OnnxPolicyErrors.NoModel(file);
        if (UnregisteredOperator().Match(message) is { Success: true } unknown) return OnnxPolicyErrors.UnknownOperator(file, unknown.Groups["name"].Value);
        if (Newer().Match(message) is { Success: true } newer) return OnnxPolicyErrors.TooNew(file, newer.Value);
        return message.Contains("model_path must not be empty", StringComparison.Ordinal) || message.Contains("xternal data", StringComparison.Ordinal)
            ? OnnxPolicyErrors.WeightsElsewhere(file) : OnnxPolicyErrors.Unsound(file, reason);
    }

    // Without the code, and the places in ONNX Runtime's own source.
    private static string Reason(string message)
    {
        message = SourcePlace().Replace(message.ReplaceLineEndings(" "), "").Trim().TrimEnd('.');
        return message.Length <= 300 ? message : message[..300] + "...";
    }

    [GeneratedRegex(@"^\[ErrorCode:\w+\] (?:[^/]*: )?(?:/\S+:\d+ .*?\)(?: const)? )?")]
    private static partial Regex SourcePlace();

    [GeneratedRegex(@"Opset \d+|IR version: \d+")]
    private static partial Regex Newer();

    [GeneratedRegex(@"No Op registered for (?<name>\S+)|error: (?<name>\S+?)\(-?\d+\) is not a registered")]
    private static partial Regex UnregisteredOperator();
}
