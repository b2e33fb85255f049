using Puddles;
using Samples;

Puddle.Init();

await FunctionPacks.ShowAsync();
await GettingStarted.ShowAsync();
await Arguments.ShowAsync();
await Stacking.ShowAsync();
await Units.ShowAsync();
await Counts.ShowAsync();
await WorkerCount.ShowAsync();
await Heads.ShowAsync();
await MetaArguments.ShowAsync();
await ReadyMade.ShowAsync();
await Affinity.ShowAsync();
await MemoryCap.ShowAsync();
