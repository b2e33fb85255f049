using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Blocks that are read while they come in, and results that are sent from where they lie.</summary>
public abstract class LargeBlockTests(WorkerTransport transport) : IAsyncLifetime
{
    private readonly ProcessPool _pool = Programs.Pool(workers: 1, transport);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Theory]
    [InlineData(65_490)]
    [InlineData(65_536)]
    [InlineData(65_600)]
    [InlineData(1_048_576)]
    [InlineData(9_000_001)]
    public async Task Bytes_come_back_as_they_were(int count)
    {
        for (int round = 0; round < 3; round++)
        {
            byte[] bytes = Bytes(count, round);
            byte[] back = await ContractTasks.RunEcho(bytes, _pool).OrHang();
            Assert.True(bytes.AsSpan().SequenceEqual(back));
            Assert.Equal(round * round, await ContractTasks.RunSquare(round, _pool).OrHang());
        }
    }

    [Fact]
    public async Task So_do_many_at_once()
    {
        byte[][] all = [.. Enumerable.Range(0, 60).Select(i => Bytes(50_000 + (i * 7919), i))];

        byte[][] back = await Task.WhenAll(all.Select(bytes => ContractTasks.RunEcho(bytes, _pool))).OrHang();

        Assert.All(all.Zip(back), pair => Assert.True(pair.First.AsSpan().SequenceEqual(pair.Second)));
    }

    [Fact]
    public async Task So_do_elements_of_other_types()
    {
        double[] numbers = [.. Enumerable.Range(0, 100_000).Select(i => (double)i)];
        Assert.Equal(numbers.Select(number => number / 2), await BlockTasks.RunHalves(numbers, _pool).OrHang());

        int[] integers = [.. Enumerable.Range(0, 100_000)];
        Assert.Equal(integers.Reverse(), await BlockTasks.RunBackwards(integers, _pool).OrHang());

        bool[] bits = [.. integers.Select(i => i % 3 == 0)];
        Assert.Equal(bits.Select(bit => !bit), await BlockTasks.RunNot(bits, _pool).OrHang());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(50_000)]
    [InlineData(500_000)]
    public async Task What_comes_before_the_last_argument_may_be_of_any_length(int length)
    {
        byte[] bytes = Bytes(200_000, length);

        byte[]? back = await BlockTasks.RunAfter(new string('x', length), bytes, _pool).OrHang();

        Assert.Equal([.. bytes, (byte)length], back!);
        Assert.Null(await BlockTasks.RunAfter(new string('x', length), null, _pool).OrHang());
    }

    [Fact]
    public async Task A_task_that_goes_on_elsewhere_returns_them_too()
    {
        byte[] bytes = Bytes(300_000, 1);

        Assert.Equal(bytes, await BlockTasks.RunLater(bytes, _pool).OrHang());
    }

    [Fact]
    public async Task A_failure_after_them_costs_that_call_only()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => BlockTasks.RunFail(Bytes(300_000, 1), _pool).OrHang());

        Assert.Equal("300000 bytes", error.Message);
        Assert.Equal(9, await ContractTasks.RunSquare(3, _pool).OrHang());
    }

    [Fact]
    public async Task They_are_counted_in_full()
    {
        await ContractTasks.RunEcho(Bytes(1_000_000, 1), _pool).OrHang();

        Assert.InRange(_pool.Stats.BytesReceived, 1_000_000, 1_000_100);
        Assert.InRange(_pool.Stats.BytesSent, 1_000_000, 1_000_100);
    }

    [Fact]
    public async Task Units_with_wishes_get_them_too()
    {
        byte[] bytes = Bytes(300_000, 1);
        var done = new TaskCompletionSource<byte[]>();

        byte[] back = await _pool.RunAsync(ContractTasks.UnitEcho(bytes).OnDone(outcome => done.SetResult(outcome.Value)).WithOutput(new CapturedOutput())).OrHang();

        Assert.Equal(bytes, back);
        Assert.Equal(bytes, await done.Task.OrHang());
        byte[][] list = await _pool.RunAllAsync([ContractTasks.UnitEcho(bytes), ContractTasks.UnitEcho(bytes)]).OrHang();
        Assert.All(list, one => Assert.Equal(bytes, one));
    }

    private static byte[] Bytes(int count, int seed)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
