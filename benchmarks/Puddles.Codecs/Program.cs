using BenchmarkDotNet.Running;
using Benchmarks;
using Puddles;

Puddle.Init();
BenchmarkRunner.Run(
    [typeof(OneRecord), typeof(KeyedRecord), typeof(ThousandRecords), typeof(ThousandKeyedRecords), typeof(ThousandStrings), typeof(Doubles)],
    Settings.Short,
    args);
