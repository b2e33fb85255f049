using Puddles.Workers.Output;

namespace Puddles.Runtime.Tests.Workers.Output;

public sealed class LineBufferTests
{
    private readonly LineBuffer _lines = new();

    [Fact]
    public void A_line_comes_when_it_is_whole()
    {
        Assert.Null(_lines.Add("a"));
        Assert.Equal("ab\n\nc\n", _lines.Add("b\n\nc\nd"));
        Assert.Equal("d\n", _lines.Add("\n"));
        Assert.Null(_lines.End());
    }

    [Fact]
    public void The_last_line_gets_an_end()
    {
        Assert.Null(_lines.Add("a"));
        Assert.Equal("a\n", _lines.End());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(1_000_000)]
    public void A_line_that_is_too_long_becomes_several(int piece)
    {
        string text = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i:x5}"));
        string all = string.Concat(text.Chunk(piece).Select(chars => _lines.Add(chars))) + _lines.End();

        string[] lines = all.Split('\n');
        Assert.Equal([65_536, 65_536, 65_536, 200_000 - (3 * 65_536), 0], lines.Select(line => line.Length));
        Assert.Equal(text, string.Concat(lines));
    }

    [Fact]
    public void A_line_of_just_the_length_stays_one()
    {
        string line = new('x', LineBuffer.Longest);

        Assert.Equal(line + "\n", _lines.Add(line + "\n"));
    }

    [Fact]
    public void A_pair_is_not_split()
    {
        string all = _lines.Add(new string('x', LineBuffer.Longest - 1) + "\U0001F4A7") + _lines.End();

        Assert.Equal("\U0001F4A7", all.Split('\n')[1]);
    }
}
