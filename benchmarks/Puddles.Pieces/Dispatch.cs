using BenchmarkDotNet.Attributes;
using Puddles;
using Puddles.Hosting;
using Puddles.Serialization;

namespace Benchmarks;

/// <summary>What a worker does with a call between its frames, and a call from end to end without a process.</summary>
public class Dispatch
{
    private static readonly PuddleContext Context = new();
    private static readonly InProcessPool Pool = new();

    private readonly PayloadBuffer _output = new();
    private readonly PuddleUnit<int> _unit = Jobs.UnitInc(1);
    private ReadOnlyMemory<byte> _arguments;

    [GlobalSetup]
    public void SetUp() => _arguments = CallCodec.EncodeArguments(_unit, int.MaxValue);

    [Benchmark]
    public int RunEncodedCall()
    {
        _output.Clear();
        ValueTask<DispatchOutcome> run = TaskDispatcher.DispatchAsync(_unit.Task.Id, _unit.Task.Contract, _arguments, _output, Context);
        return run.IsCompleted && run.Result == DispatchOutcome.Result
            ? _output.Length
            : throw new InvalidOperationException("The task has no result.");
    }

    [Benchmark]
    public Task<int> CallWithoutProcess() => Jobs.RunInc(1, Pool);
}
