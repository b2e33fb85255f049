using System.Buffers;
using MessagePack;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Bytes that cannot be read, on their way to a worker and back: each fails one call, and nothing else.</summary>
public class ProcessPoolPayloadTests
{
    private static readonly Order Good = new(1, [new(new Product("t"), 2)], new() { ["a"] = 3 });

    [Fact]
    public async Task Arguments_that_cannot_be_read_fail_their_call_and_leave_the_worker_in_use()
    {
        PuddleUnit<Order> unit = OrderTasks.UnitEcho(Good);

        await TryAll(unit.Task.Name, bad => new RawUnit<Order>(unit.Task, [0x91, .. bad.Order], unit), "The argument 'order'");
    }

    [Fact]
    public async Task Results_that_cannot_be_read_fail_their_call_and_leave_the_worker_in_use() =>
        await TryAll(RawTask.Instance.Name, bad => new RawUnit<Order>(RawTask.Instance, Packed(bad.Order), OrderTasks.UnitEcho(Good)), "The result");

    private static async Task TryAll(string task, Func<BadPayload, PuddleUnit<Order>> unitOf, string what)
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);
        int worker = await ProcessTasks.RunProcessId(pool).OrHang();
        foreach (BadPayload bad in BadPayload.All)
        {
            Task<Order> failing = pool.RunAsync(unitOf(bad));
            Task<Order> next = OrderTasks.RunEcho(Good, pool);

            Exception error = await Record.ExceptionAsync(() => failing.OrHang());
            string message = Assert.IsType<PuddleSerializationException>(error).Message;
            string at = bad.Path.Length > 0 ? $" at '{bad.Path}'" : "";
            Assert.StartsWith($"{what} of task '{task}' could not be read{at}: ", message, StringComparison.Ordinal);
            Assert.Contains(bad.Says, message, StringComparison.Ordinal);
            Assert.Equal("t", (await next.OrHang()).Lines[0].Product.Tag);
        }

        Assert.Equal(worker, await ProcessTasks.RunProcessId(pool).OrHang());
    }

    private static byte[] Packed(byte[] result)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output);
        writer.WriteArrayHeader(1);
        writer.Write(result);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }
}
