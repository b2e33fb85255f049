using BenchmarkDotNet.Running;
using Benchmarks;
using Puddles;

Puddle.Init();
BenchmarkRunner.Run([typeof(Encoding), typeof(Dispatch), typeof(Ring)], Settings.Short, args);
