using Puddles.Wire.Transports.Sharing;

namespace Puddles.Runtime.Tests.Wire;

public sealed unsafe class StoreGaugeTests
{
    private const int Piece = 32 * 1024;
    private static readonly TimeSpan Slow = TimeSpan.FromMicroseconds(14);
    private static readonly TimeSpan Fast = TimeSpan.FromMicroseconds(1);

    private readonly StoreGauge _gauge = new();

    [Fact]
    public void One_slow_piece_among_fast_ones_changes_nothing()
    {
        for (int i = 0; i < 100; i++)
        {
            _gauge.Note(Piece, i % StoreGauge.Accidents == 0 ? Slow : Fast);
            Assert.False(_gauge.IsPastCaches);
        }
    }

    [Fact]
    public void Many_in_a_row_send_the_next_past_the_caches_until_the_other_way_is_tried_again()
    {
        for (int i = 0; i < StoreGauge.Accidents; i++)
        {
            Assert.False(_gauge.IsPastCaches);
            _gauge.Note(Piece, Slow);
        }

        byte[] from = new byte[Piece];
        byte[] to = new byte[Piece];
        fixed (byte* target = to)
        {
            for (int i = 0; i < StoreGauge.Trust; i++)
            {
                Assert.True(_gauge.IsPastCaches);
                from[i % Piece] = (byte)i;
                _gauge.Copy(from, target);
            }
        }

        Assert.False(_gauge.IsPastCaches);
        Assert.Equal(from, to);
    }

    [Fact]
    public void What_goes_past_the_caches_arrives_wherever_it_begins_and_ends()
    {
        byte[] from = new byte[400];
        new Random(1).NextBytes(from);
        byte* memory = stackalloc byte[500];
        for (int begin = 0; begin < 70; begin++)
        {
            for (int count = 0; count < 300; count += 1 + (begin % 7))
            {
                new Span<byte>(memory, 500).Fill(0xEE);

                PastCaches.Copy(from.AsSpan(begin, count), memory + begin);

                Assert.True(new Span<byte>(memory + begin, count).SequenceEqual(from.AsSpan(begin, count)));
                Assert.Equal(-1, new Span<byte>(memory, begin).IndexOfAnyExcept((byte)0xEE));
                Assert.Equal(-1, new Span<byte>(memory + begin + count, 500 - begin - count).IndexOfAnyExcept((byte)0xEE));
            }
        }
    }

    [Fact]
    public void Long_copies_in_pieces_are_copies()
    {
        foreach (int count in (int[])[0, 1, 2047, 2048, 2049, 100_000])
        {
            byte[] from = new byte[count];
            new Random(count).NextBytes(from);
            byte[] to = new byte[count];

            Serialization.Pieces.Copy(from, to);

            Assert.Equal(from, to);
        }
    }
}
