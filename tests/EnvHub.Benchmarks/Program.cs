using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(EnvHub.Benchmarks.NetworkBenchmark).Assembly).Run(args);
