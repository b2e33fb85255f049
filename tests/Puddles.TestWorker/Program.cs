using System.Globalization;
using Puddles;
using Puddles.TestWorker;
using Puddles.TestWorker.Hosts;

Puddle.Init();
switch (args)
{
    case ["host", var folder]:
        await Host.RunAsync(folder);
        return 0;
    case ["commanded"]:
        await CommandedHost.RunAsync();
        return 0;
    case ["answering", var folder, var workers]:
        await AnsweringHost.RunAsync(folder, int.Parse(workers, CultureInfo.InvariantCulture));
        return 0;
    case ["careless", var folder]:
        await CarelessHost.RunAsync(folder);
        return 0;
    case ["orderly", var folder]:
        await OrderlyHost.RunAsync(folder);
        return 0;
    case ["starting", var folder]:
        await StartingHost.RunAsync(folder);
        return 0;
    case ["sleepy", var folder]:
        await SleepyHost.RunAsync(folder);
        return 0;
    case ["limited", var folder]:
        await LimitedHost.RunAsync(folder);
        return 0;
    case ["defaults", var path]:
        // What a pool takes for granted where it is told nothing.
        await File.WriteAllTextAsync(path, $"{new ProcessPoolOptions().Workers}");
        return 0;
    case ["print", var lines]:
        await PrintingHost.RunAsync(int.Parse(lines, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("This program is a worker for tests and does nothing by itself.");
        return 64;
}
