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
