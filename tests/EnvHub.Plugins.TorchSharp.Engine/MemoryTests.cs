using EnvHub.Numerics;
using static TorchSharp.torch;

namespace EnvHub.Plugins.TorchSharp.Engine;

public sealed class MemoryTests
{
    private const int Warm = 100, Updates = 3000, Batch = 32;

    [Test]
    public void Update_Repeated_LeavesNoTensorBehind()
    {
        NetworkSpec spec = new() { Heads = [new("solo", 4, 2)], Hidden = [32, 32], LayerNorm = true };
        using INetwork online = Engine.Cpu.Create(spec, new RandomGenerator(1)), target = Engine.Cpu.Create(spec, new RandomGenerator(1));
        var optimizer = Engine.Cpu.CreateOptimizer(new(), online.Parameters.Length);
        float[] inputs = Engine.Draw(Batch * 4, 2), outputs = new float[Batch * 2], slopes = Engine.Draw(Batch * 2, 3);
        for (int i = 0; i < Warm; i++) Update();
        long before = Tensor.TotalCount;
        for (int i = 0; i < Updates; i++) Update();
        Assert.That(Tensor.TotalCount, Is.EqualTo(before));

        void Update()
        {
            target.Forward(0, inputs, outputs);
            online.Gradients.Clear();
            online.Forward(0, inputs, outputs);
            online.Backward(0, slopes);
            optimizer.Step(online.Parameters, online.Gradients, 1e-3f, online.Gradients.Norm > 10 ? 0.5f : 1);
            target.Parameters.Interpolate(online.Parameters, 0.01);
        }
    }
}
