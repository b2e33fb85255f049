namespace Puddles.Runtime.Tests;

public sealed class CapturedOutputTests
{
    [Fact]
    public void Both_streams_are_kept_in_order_and_apart()
    {
        var output = new CapturedOutput();
        output.Append("a", isError: false);
        output.Append("b", isError: true);
        output.Append("c", isError: false);

        Assert.Equal("abc", output.Text);
        Assert.Equal("ac", output.StandardOutput);
        Assert.Equal("b", output.StandardError);
        Assert.Equal(0, output.OmittedChars);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(5000)]
    public void What_comes_last_is_kept_and_what_is_not_is_counted(int piece)
    {
        var output = new CapturedOutput(maxChars: 10_000);
        string text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i:x5}"));
        foreach (char[] chars in text.Chunk(piece))
        {
            output.Append(chars, isError: false);
        }

        Assert.Equal(text[^10_000..], output.Text);
        Assert.Equal(text.Length - 10_000, output.OmittedChars);
    }

    [Fact]
    public void One_piece_that_is_too_much_is_cut()
    {
        var output = new CapturedOutput(maxChars: 3);
        output.Append("abcdefgh", isError: true);

        Assert.Equal("fgh", output.Text);
        Assert.Equal(5, output.OmittedChars);
    }

    [Fact]
    public void It_keeps_at_least_a_character() => Assert.Throws<ArgumentOutOfRangeException>(() => new CapturedOutput(0));
}
