using MessagePack;
using Puddles.Hosting;

namespace Puddles.Runtime.Tests.Support;

/// <summary>A task written by hand, <c>int x</c> to <c>int</c>, that can go wrong at each stage.</summary>
internal sealed class FakeTask(Func<TaskInvocation, int, ValueTask<int>> body, string schema = FakeTask.UsualSchema, ulong id = 0xFA4E)
    : TaskDefinition(id, "fake", contract: (ulong)schema.GetHashCode(StringComparison.Ordinal), schema)
{
    public const string UsualSchema = "x: int\n-> int";

    /// <summary>Called while the argument is read.</summary>
    public Action? WhileReading { get; init; }

    /// <summary>Called while the result is written, when part of it has been.</summary>
    public Action? WhileWriting { get; init; }

    public static FakeTask Of(Func<int, int> body) => new((_, x) => new(body(x)));

    public static FakeTask Throwing(Exception error) => new((_, _) => throw error);

    public FakeUnit Unit(int x) => new(this, x);

    public override ValueTask InvokeAsync(TaskInvocation invocation)
    {
        var reader = new MessagePackReader(invocation.Arguments);
        invocation.BeginArguments(ref reader, 1);
        invocation.Reading(0);
        WhileReading?.Invoke();
        int x = reader.ReadInt32();
        invocation.EndArguments(ref reader);
        ValueTask<int> running = body(invocation, x);
        return running.IsCompletedSuccessfully ? Write(invocation, running.Result) : FinishAsync(invocation, running);
    }

    private async ValueTask FinishAsync(TaskInvocation invocation, ValueTask<int> running) => await Write(invocation, await running);

    private ValueTask Write(TaskInvocation invocation, int result)
    {
        var writer = new MessagePackWriter(invocation.BeginResult());
        if (WhileWriting is not null)
        {
            writer.Write("half a result");
            writer.Flush();
            WhileWriting();
        }

        writer.Write(result);
        invocation.EndResult(ref writer);
        return default;
    }
}
