using Puddles;
using Samples;

Puddle.Init();

// Of twenty calls, number 7 takes its process down with it. What becomes of the other nineteen?
await using var pool = new ProcessPool(new() { Workers = 2 });
IEnumerable<PuddleUnit<int>> calls = Enumerable.Range(1, 20).Select(number => Native.UnitSquare(number, crash: number == 7));

int answers = 0;
await foreach (PuddleOutcome<int> done in pool.StreamAsync(calls, StreamOrder.Submission))
{
    if (done.IsSuccess)
    {
        answers++;
        Console.WriteLine($"{done.Index + 1,2} squared is {done.Value}");
    }
    else if (done.Error is WorkerDiedException died)
    {
        string cause = died.Signal is { } signal ? $"signal {signal}" : $"exit code {died.ExitCode}";
        Console.WriteLine($"{done.Index + 1,2} ended its worker: process {died.ProcessId}, {cause}; the call had begun: {died.Started}");
    }
}

Console.WriteLine($"{answers} of 20 answered; this process, {Environment.ProcessId}, never noticed");
return answers == 19 ? 0 : 1;
