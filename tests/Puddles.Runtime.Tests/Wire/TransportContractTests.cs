using System.Security.Cryptography;
using Puddles.Wire;

namespace Puddles.Runtime.Tests.Wire;

/// <summary>What every transport keeps to. Each has a class derived from this one.</summary>
public abstract class TransportContractTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Transport _left;
    private readonly Transport _right;

    private protected TransportContractTests((Transport Left, Transport Right) pair) => (_left, _right) = pair;

    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(100_000)]
    public async Task Bytes_arrive_whole_and_in_order_whatever_the_pieces(int piece)
    {
        byte[] sent = RandomNumberGenerator.GetBytes(Math.Min(piece * 1000, 5_000_000));

        Task<byte[]> receiving = ReceiveAsync(_right, sent.Length);
        await Run(() =>
        {
            for (int at = 0; at < sent.Length; at += piece)
            {
                _left.Send(sent.AsSpan(at, Math.Min(piece, sent.Length - at)));
            }
        });

        Assert.Equal(sent, await receiving.WaitAsync(Limit));
    }

    [Fact]
    public async Task Both_directions_can_be_full_at_once()
    {
        byte[] there = RandomNumberGenerator.GetBytes(20_000_000);
        byte[] back = RandomNumberGenerator.GetBytes(20_000_000);

        Task<byte[]> atRight = ReceiveAsync(_right, there.Length);
        Task<byte[]> atLeft = ReceiveAsync(_left, back.Length);
        await Task.WhenAll(Run(() => _left.Send(there)), Run(() => _right.Send(back)));

        Assert.Equal(there, await atRight.WaitAsync(Limit));
        Assert.Equal(back, await atLeft.WaitAsync(Limit));
    }

    [Fact]
    public async Task What_was_sent_arrives_although_the_sender_is_gone()
    {
        byte[] sent = RandomNumberGenerator.GetBytes(10_000);
        _left.Send(sent);
        _left.Dispose();

        Assert.Equal(sent, await ReceiveAsync(_right, sent.Length).WaitAsync(Limit));
        Assert.Equal(0, _right.Receive(new byte[1]));
    }

    [Fact]
    public async Task A_waiting_receiver_sees_the_peer_go()
    {
        Task<int> receiving = Run(() => _right.Receive(new byte[1]));
        _left.Dispose();

        Assert.Equal(0, await receiving.WaitAsync(Limit));
    }

    [Fact]
    public async Task A_waiting_receiver_sees_its_own_side_disposed()
    {
        Task<int> receiving = Run(() => _right.Receive(new byte[1]));
        _right.Dispose();

        Assert.Equal(0, await receiving.WaitAsync(Limit));
    }

    [Fact]
    public async Task A_sender_that_waits_for_a_peer_that_does_not_read_is_freed_when_the_peer_goes()
    {
        Task sending = Run(() => SendForever(_left));
        _ = _right.Receive(new byte[1]);
        _right.Dispose();

        await Assert.ThrowsAsync<IOException>(() => sending.WaitAsync(Limit));
    }

    [Fact]
    public async Task A_sender_that_waits_is_freed_when_its_own_side_is_disposed()
    {
        Task sending = Run(() => SendForever(_left));
        _ = _right.Receive(new byte[1]);
        _left.Dispose();

        await Assert.ThrowsAsync<IOException>(() => sending.WaitAsync(Limit));
    }

    [Fact]
    public void Sending_to_nobody_throws()
    {
        _right.Dispose();

        Assert.Throws<IOException>(() => SendForever(_left));
    }

    [Fact]
    public async Task As_much_as_it_says_can_be_under_way_without_a_reader()
    {
        int pieces = Math.Min(_left.FreePieces, 4096);
        byte[] piece = new byte[_left.FreeFlight / pieces];

        await Run(() =>
        {
            for (int i = 0; i < pieces; i++)
            {
                _left.Send(piece);
            }
        }).WaitAsync(Limit);

        Assert.Equal(piece.Length * pieces, (await ReceiveAsync(_right, piece.Length * pieces).WaitAsync(Limit)).Length);
    }

    [Fact]
    public async Task What_the_peer_took_is_known_when_it_is_gone()
    {
        _left.Send(new byte[1000]);
        _left.Send(new byte[1000]);
        await ReceiveAsync(_right, 2000).WaitAsync(Limit);
        _right.Dispose();

        Assert.Equal(0, _left.Receive(new byte[1]));
        Assert.Equal(2000, _left.MostTaken);
        Assert.Throws<IOException>(() => SendForever(_left));
        Assert.Equal(2000, _left.MostTaken);
    }

    [Fact]
    public async Task What_the_peer_left_unread_is_known_not_to_be_taken()
    {
        _left.Send(new byte[1000]);
        await ReceiveAsync(_right, 500).WaitAsync(Limit);
        _right.Dispose();

        Assert.Equal(0, _left.Receive(new byte[1]));
        Assert.InRange(_left.MostTaken, 500, 999);
    }

    [Fact]
    public async Task When_nobody_is_left_to_send_what_has_come_can_still_be_read()
    {
        byte[] sent = RandomNumberGenerator.GetBytes(10_000);
        _left.Send(sent);

        _right.EndReceiving();

        Assert.Equal(sent, await ReceiveAsync(_right, sent.Length).WaitAsync(Limit));
        Assert.Equal(0, await Run(() => _right.Receive(new byte[1])).WaitAsync(Limit));
    }

    [Fact]
    public async Task A_waiting_receiver_is_freed_when_nobody_is_left_to_send()
    {
        Task<int> receiving = Run(() => _right.Receive(new byte[1]));

        _right.EndReceiving();

        Assert.Equal(0, await receiving.WaitAsync(Limit));
    }

    [Fact]
    public async Task What_is_sent_quietly_reaches_a_sleeping_peer_when_it_is_woken()
    {
        byte[] sent = RandomNumberGenerator.GetBytes(1000);
        Task<byte[]> receiving = ReceiveAsync(_right, sent.Length);
        await Task.Delay(50);

        for (int i = 0; i < sent.Length; i++)
        {
            _left.SendQuietly(sent.AsSpan(i, 1));
        }

        _left.Wake();

        Assert.Equal(sent, await receiving.WaitAsync(Limit));
    }

    [Fact]
    public async Task What_is_sent_quietly_is_read_without_a_call_by_a_peer_that_is_awake()
    {
        byte[] sent = RandomNumberGenerator.GetBytes(1000);
        _left.SendQuietly(sent);

        Assert.Equal(sent, await ReceiveAsync(_right, sent.Length).WaitAsync(Limit));
    }

    [Fact]
    public async Task More_than_there_is_room_for_can_be_sent_quietly_to_a_peer_that_sleeps()
    {
        byte[] sent = RandomNumberGenerator.GetBytes(10_000_000);
        Task<byte[]> receiving = ReceiveAsync(_right, sent.Length);
        await Task.Delay(50);

        await Run(() =>
        {
            _left.SendQuietly(sent);
            _left.Wake();
        }).WaitAsync(Limit);

        Assert.Equal(sent, await receiving.WaitAsync(Limit));
    }

    [Fact]
    public async Task It_is_known_whether_there_is_something_that_nobody_has_read()
    {
        Assert.False(_right.HasUnread);
        _left.Send(new byte[100]);
        Assert.True(SpinWait.SpinUntil(() => _right.HasUnread, Limit));
        await ReceiveAsync(_right, 100).WaitAsync(Limit);
        Assert.False(_right.HasUnread);

        _left.Send(new byte[100]);
        _right.Dispose();
        Assert.False(_right.HasUnread);
    }

    [Fact]
    public async Task Whether_there_is_something_to_read_can_be_asked_while_it_is_disposed()
    {
        _left.Send(new byte[100]);
        Task asking = Run(() =>
        {
            while (_right.HasUnread)
            {
            }
        });
        _right.Dispose();

        await asking.WaitAsync(Limit);
    }

    [Fact]
    public void Disposing_twice_is_the_same_as_once()
    {
        _left.Dispose();
        _left.Dispose();

        Assert.Equal(0, _left.Receive(new byte[1]));
        Assert.Throws<IOException>(() => _left.Send(new byte[1]));
    }

    private static void SendForever(Transport transport)
    {
        byte[] bytes = new byte[100_000];
        while (true)
        {
            transport.Send(bytes);
        }
    }

    private static Task<byte[]> ReceiveAsync(Transport transport, int count) => Run(() =>
    {
        byte[] bytes = new byte[count];
        int at = 0;
        while (at < count)
        {
            int more = transport.Receive(bytes.AsSpan(at));
            at += more > 0 ? more : throw new EndOfStreamException($"{at} of {count} bytes came.");
        }

        return bytes;
    });

    private static Task Run(Action action) => Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task<T> Run<T>(Func<T> action) => Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
