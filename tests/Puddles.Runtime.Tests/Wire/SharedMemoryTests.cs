using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.Runtime.Tests.Wire;

public sealed class SharedMemoryTests : IDisposable
{
    private const int Bytes = SharedMemoryTransport.MemoryBytes;

    private readonly SharedMemory _made = SharedMemory.TryCreate(Bytes, Path.GetTempPath())!;

    public void Dispose() => _made.Dispose();

    public static TheoryData<ulong> ImpossiblePositions => [SharedMemoryTransport.Capacity + 1, ulong.MaxValue, 1UL << 63];

    [Fact]
    public unsafe void Both_sides_see_the_same_zeros_and_what_the_other_writes()
    {
        using SharedMemory opened = SharedMemory.TryOpen(_made.Address, Bytes)!;

        Assert.Equal(-1, new ReadOnlySpan<byte>(opened.Start, Bytes).IndexOfAnyExcept((byte)0));
        _made.Start[Bytes - 1] = 7;
        Assert.Equal(7, opened.Start[Bytes - 1]);
    }

    [Fact]
    public void Once_it_is_forgotten_nobody_can_open_it()
    {
        string address = _made.Address;
        _made.Forget();

        Assert.Null(SharedMemory.TryOpen(address, Bytes));
    }

    [Fact]
    public void What_is_smaller_than_agreed_is_not_mapped() => Assert.Null(SharedMemory.TryOpen(_made.Address, Bytes * 2));

    [Fact]
    public void What_is_not_there_is_not_mapped() => Assert.Null(SharedMemory.TryOpen("/nowhere/at/all", Bytes));

    [Fact]
    public void More_than_the_machine_can_give_is_refused_and_not_promised() => Assert.Null(SharedMemory.TryCreate(-1, "/nowhere/at/all"));

    [Fact]
    public void The_other_side_cannot_take_the_memory_away()
    {
        if (OperatingSystem.IsLinux())
        {
            using FileStream other = new(_made.Address, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

            Assert.ThrowsAny<Exception>(() => other.SetLength(0));
            Assert.Equal(Bytes, other.Length);
        }
    }

    [Theory]
    [MemberData(nameof(ImpossiblePositions))]
    public unsafe void A_peer_that_claims_to_have_written_more_than_there_is_room_for_is_not_believed(ulong position)
    {
        (Socket left, Socket right) = SocketPair.Connect();
        using SharedMemory peer = SharedMemory.TryOpen(_made.Address, Bytes)!;
        using var transport = new SharedMemoryTransport(left, SharedMemory.TryOpen(_made.Address, Bytes)!, isHost: false);
        *(ulong*)(peer.Start + RingLayout.Written) = position;

        Assert.Throws<WireException>(() => transport.Receive(new byte[100]));
        right.Dispose();
    }

    [Theory]
    [MemberData(nameof(ImpossiblePositions))]
    public unsafe void A_peer_that_claims_to_have_read_what_was_never_written_is_gone_for_both_ways(ulong position)
    {
        (Socket left, Socket right) = SocketPair.Connect();
        using SharedMemory peer = SharedMemory.TryOpen(_made.Address, Bytes)!;
        using var transport = new SharedMemoryTransport(left, SharedMemory.TryOpen(_made.Address, Bytes)!, isHost: true);
        *(ulong*)(peer.Start + RingLayout.Read) = position;

        Assert.Throws<IOException>(() => transport.Send(new byte[SharedMemoryTransport.Capacity + 1]));
        Assert.Equal(0, transport.Receive(new byte[1]));
        right.Dispose();
    }

    [Fact]
    public unsafe void A_peer_that_always_wants_to_be_woken_and_never_listens_does_not_stop_the_sender()
    {
        (Socket left, Socket right) = SocketPair.Connect();
        using SharedMemory peer = SharedMemory.TryOpen(_made.Address, Bytes)!;
        using var transport = new SharedMemoryTransport(left, SharedMemory.TryOpen(_made.Address, Bytes)!, isHost: true);
        for (int i = 0; i < 100_000; i++)
        {
            *(int*)(peer.Start + RingLayout.State) = (int)ReaderState.AtSocket;
            transport.Send([1]);
        }

        right.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public unsafe void Whatever_a_peer_says_of_its_sleep_and_its_cores_bytes_go_both_ways(int claim)
    {
        (Socket left, Socket right) = SocketPair.Connect();
        using var transport = new SharedMemoryTransport(left, SharedMemory.TryOpen(_made.Address, Bytes)!, isHost: true);
        using var peer = new SharedMemoryTransport(right, SharedMemory.TryOpen(_made.Address, Bytes)!, isHost: false);
        byte[] bytes = new byte[SharedMemoryTransport.Capacity / 2];
        for (int i = 0; i < 10; i++)
        {
            foreach (int at in (int[])[RingLayout.State, RingLayout.IsWaiting, RingLayout.WriterCore, RingLayout.ReaderCore])
            {
                *(int*)(_made.Start + at) = claim;
                *(int*)(_made.Start + RingLayout.Size(SharedMemoryTransport.Capacity) + at) = claim;
            }

            transport.Send(bytes);
            peer.Send(bytes);
            Drain(peer, bytes.Length);
            Drain(transport, bytes.Length);
        }

        static void Drain(SharedMemoryTransport from, int count)
        {
            byte[] buffer = new byte[count];
            while (count > 0)
            {
                count -= from.Receive(buffer.AsSpan(0, count));
            }
        }
    }
}
