using Puddles;
using Puddles.TestWorker;

Puddle.Init();
if (args is ["host", var folder])
{
    await Host.RunAsync(folder);
}

Console.Error.WriteLine("This program is a worker for tests and does nothing by itself.");
return 64;
