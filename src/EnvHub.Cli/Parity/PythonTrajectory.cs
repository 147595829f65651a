using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnvHub.Evaluation;
using EnvHub.Numerics;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>The trajectory of an environment of Python's Gymnasium, read while <c>parity.py</c> plays it. The pipe holds little, so that
/// both sides advance together.</summary>
internal sealed class PythonTrajectory : ITrajectorySource, IDisposable
{
    private const int BufferSize = 1 << 16, GeneratorSize = 40;

    private readonly PythonProcess _process;
    private readonly BufferedStream _stream;

    private PythonTrajectory(PythonProcess process)
    {
        _process = process;
        _stream = new BufferedStream(process.Output, BufferSize);
        var header = ReadHeader();
        Layout = new(header.GetProperty("observationSize").GetInt32(), header.GetProperty("actionSize").GetInt32(),
            header.GetProperty("isSinglePrecision").GetBoolean());
        Notes = [.. header.GetProperty("observationTypes").EnumerateArray().Select(type => Note(type.GetString()!)).OfType<string>()];
        Versions = $"Gymnasium {header.GetProperty("gymnasium").GetString()}, NumPy {header.GetProperty("numpy").GetString()}";
    }

    public TrajectoryLayout Layout { get; }

    /// <summary>What plays it.</summary>
    public string Versions { get; }

    /// <summary>What a user should know of the comparison; empty for nothing.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <exception cref="HubException">EH5010 the environment cannot be made or reset; EH5011 it takes too long.</exception>
    public static PythonTrajectory Start(PythonInterpreter python, ParityOrder order)
    {
        var argument = new JsonObject
        {
            ["id"] = order.PythonId,
            ["kwargs"] = order.Arguments.DeepClone(),
            ["firstSeed"] = order.Options.FirstSeed,
            ["seeds"] = order.Options.Seeds,
            ["steps"] = order.Options.Steps,
        };
        var process = PythonProcess.Start(python, new("parity.py", argument, order.Longest) { ModuleFolder = order.ModuleFolder });
        try
        {
            return new(process);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public void Begin(ulong seed, TrajectoryRecord record)
    {
        Read(MemoryMarshal.AsBytes(record.Observation));
        (record.Reward, record.Terminated, record.Truncated) = (0, false, false);
        record.Generator = ReadGenerator();
    }

    public void Advance(TrajectoryRecord record)
    {
        Read(MemoryMarshal.AsBytes(record.Action));
        Read(MemoryMarshal.AsBytes(record.Observation));
        Span<byte> results = stackalloc byte[sizeof(double) + 2];
        Read(results);
        record.Reward = BinaryPrimitives.ReadDoubleLittleEndian(results);
        (record.Terminated, record.Truncated) = (results[^2] != 0, results[^1] != 0);
        if (record.HasEnded) Read(MemoryMarshal.AsBytes(record.FirstObservation));
        record.Generator = ReadGenerator();
    }

    /// <summary>Ends the Python side: a read that waits for it fails.</summary>
    public void Stop() => _process.Stop();

    public void Dispose()
    {
        _process.Dispose();
        _stream.Dispose();
    }

    private static string? Note(string type) => type switch
    {
        "float64" => "Python's observations are float64 and the hub's float32: they are compared unrounded, so a native environment differs where it rounds.",
        "int64" or "uint64" => $"Python's observations are {type}: integers beyond 2^53 are compared rounded, and beyond 2^24 the hub holds few of them.",
        _ => null,
    };

    private Pcg64State ReadGenerator()
    {
        Span<byte> bytes = stackalloc byte[GeneratorSize];
        Read(bytes);
        return new(BinaryPrimitives.ReadUInt128LittleEndian(bytes), BinaryPrimitives.ReadUInt128LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[32..]) != 0, BinaryPrimitives.ReadUInt32LittleEndian(bytes[36..]));
    }

    private void Read(Span<byte> bytes)
    {
        if (_stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length) throw _process.Failure();
    }

    private JsonElement ReadHeader()
    {
        var line = new List<byte>();
        for (int next = _stream.ReadByte(); next != '\n'; next = _stream.ReadByte())
        {
            if (next < 0) throw _process.Failure();
            line.Add((byte)next);
        }
        return JsonElement.Parse(Encoding.UTF8.GetString([.. line]));
    }
}
