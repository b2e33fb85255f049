using Benchmarks;
using Benchmarks.Measuring;
using Puddles;

Puddle.Init();

switch (args)
{
    case []:
        await Comparison.RunAsync();
        return 0;
    case [PoolMeasurement.Argument]:
        Figures.Write(await PoolMeasurement.RunAsync());
        return 0;
    case [FirstResult.Argument]:
        await FirstResult.GiveAsync();
        return 0;
    default:
        Console.Error.WriteLine("Run this without arguments: it starts itself with those it needs.");
        return 64;
}
