using Puddles.Generators.Emitting;

namespace Puddles.Generators.Tests;

public class SourceWriterTests
{
    private readonly SourceWriter _writer = new();

    [Fact]
    public void Blocks_indent_what_is_in_them()
    {
        _writer.Open("class C");
        _writer.Open("void M()");
        _writer.Line("return;");
        _writer.Close();
        _writer.Close();

        Assert.Equal("class C\n{\n    void M()\n    {\n        return;\n    }\n}\n", _writer.ToString());
    }

    [Fact]
    public void Lines_of_one_text_keep_their_own_indentation()
    {
        _writer.Open("a");
        _writer.Line("b\n    c");

        Assert.Equal("a\n{\n    b\n        c\n", _writer.ToString());
    }

    [Fact]
    public void Line_ends_of_any_platform_become_line_feeds()
    {
        _writer.Line("a\r\nb");

        Assert.Equal("a\nb\n", _writer.ToString());
    }

    [Fact]
    public void Empty_lines_have_no_blanks()
    {
        _writer.Open("a");
        _writer.Line();
        _writer.Line("b\n\nc");

        Assert.Equal("a\n{\n\n    b\n\n    c\n", _writer.ToString());
    }
}
