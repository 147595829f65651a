using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using EnvHub.Numerics;

namespace EnvHub.Benchmarks;

/// <summary>The three products of a layer beside as many multiply-adds as they do in registers alone: Ratio 1 is the core's peak.</summary>
[MemoryDiagnoser]
public class KernelBenchmark
{
    private const int Rows = 128, Chains = 12;

    private AlignedBuffer _x = null!, _w = null!, _bias = null!, _y = null!, _dw = null!, _dx = null!, _scratch = null!;
    private float _sink;

    /// <summary>Inputs and outputs of the layer.</summary>
    [ParamsSource(nameof(Shapes))]
    public (int Inputs, int Outputs) Shape { get; set; }

    /// <summary>The hidden layers of common small networks; the third has CleanRL's 120-84, padded.</summary>
    public static IEnumerable<(int Inputs, int Outputs)> Shapes => [(256, 256), (128, 128), (120, 96)];

    /// <summary>Padded matrices of numbers that do not grow.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var (inputs, outputs) = Shape;
        RandomGenerator random = new(1);
        _x = Draw(Rows * inputs, random);
        _w = Draw(inputs * outputs, random);
        _bias = Draw(outputs, random);
        _y = Draw(Rows * outputs, random);
        (_dw, _dx) = (new(inputs * outputs), new(Rows * AlignedBuffer.Pad(inputs)));
        _scratch = new(MatrixProducts.ScratchLength(inputs, outputs));
    }

    /// <summary>Nothing but multiply-adds, in twelve independent chains.</summary>
    [Benchmark(Baseline = true)]
    public void Peak()
    {
        var (inputs, outputs) = Shape;
        _sink = MultiplyAdds(Rows * inputs / (Chains * AlignedBuffer.Lanes) * outputs);
    }

    /// <summary>Y = max(0, X · W + bias).</summary>
    [Benchmark]
    public void Forward() => MatrixProducts.Multiply(
        new(_x.Span, Rows, Shape.Inputs), new(_w.Span, Shape.Inputs, Shape.Outputs), _bias.Span, new(_y.Span, Rows, Shape.Outputs), rectify: true);

    /// <summary>dW += Xᵀ · dY.</summary>
    [Benchmark]
    public void WeightGradient() => MatrixProducts.AddTransposedProduct(
        new(_x.Span, Rows, Shape.Inputs), new(_y.Span, Rows, Shape.Outputs), new(_dw.Span, Shape.Inputs, Shape.Outputs));

    /// <summary>dX = dY · Wᵀ, transposition included.</summary>
    [Benchmark]
    public void InputGradient() => MatrixProducts.MultiplyTransposed(
        new(_y.Span, Rows, Shape.Outputs), new(_w.Span, Shape.Inputs, Shape.Outputs),
        new(_dx.Span, Rows, Shape.Inputs, AlignedBuffer.Pad(Shape.Inputs)), _scratch.Span);

    /// <summary>What the peak computed; read so that it is not optimised away.</summary>
    public float Sink => _sink;

    private static AlignedBuffer Draw(int count, RandomGenerator random)
    {
        AlignedBuffer buffer = new(count);
        foreach (ref float value in buffer.Span) value = (float)random.Uniform(-0.1, 0.1);
        return buffer;
    }

    // Twelve chains cover four cycles of latency on two units; locals, because only they stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float MultiplyAdds(int rounds)
    {
        var x = Vector512.Create(0.5f);
        Vector512<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (; rounds > 0; rounds--)
        {
            a = Vector512.FusedMultiplyAdd(x, x, a);
            b = Vector512.FusedMultiplyAdd(x, x, b);
            c = Vector512.FusedMultiplyAdd(x, x, c);
            d = Vector512.FusedMultiplyAdd(x, x, d);
            e = Vector512.FusedMultiplyAdd(x, x, e);
            f = Vector512.FusedMultiplyAdd(x, x, f);
            g = Vector512.FusedMultiplyAdd(x, x, g);
            h = Vector512.FusedMultiplyAdd(x, x, h);
            i = Vector512.FusedMultiplyAdd(x, x, i);
            j = Vector512.FusedMultiplyAdd(x, x, j);
            k = Vector512.FusedMultiplyAdd(x, x, k);
            l = Vector512.FusedMultiplyAdd(x, x, l);
        }
        return (a + b + c + d + e + f + g + h + i + j + k + l)[0];
    }
}
