using System.Globalization;
using System.Text;

namespace Puddles.Generators.Parsing;

/// <summary>Reads JSON of the kind that the manifest is: objects, arrays, strings, with escapes as in a URI, and whole numbers. A compiler's plug-in brings no library of its own.</summary>
internal sealed class JsonReader(string text)
{
    private const int DeepestNesting = 16;

    private int _at;
    private int _depth;

    /// <summary>A string, a number, a list or a dictionary of them.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static object Read(string text)
    {
        var reader = new JsonReader(text);
        object value = reader.ReadValue();
        return reader.Next() == '\0' ? value : throw reader.Unexpected();
    }

    private object ReadValue()
    {
        if (++_depth > DeepestNesting)
        {
            throw Unexpected();
        }

        char next = Next();
        object value = next switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' => ReadString(),
            >= '0' and <= '9' => ReadNumber(),
            _ => throw Unexpected(),
        };
        _depth--;
        return value;
    }

    private Dictionary<string, object> ReadObject()
    {
        var members = new Dictionary<string, object>(StringComparer.Ordinal);
        for (Expect('{'); Next() != '}';)
        {
            if (members.Count > 0)
            {
                Expect(',');
            }

            Next();
            string name = ReadString();
            Expect(':');
            members[name] = ReadValue();
        }

        _at++;
        return members;
    }

    private List<object> ReadArray()
    {
        var elements = new List<object>();
        for (Expect('['); Next() != ']';)
        {
            if (elements.Count > 0)
            {
                Expect(',');
            }

            elements.Add(ReadValue());
        }

        _at++;
        return elements;
    }

    private string ReadString()
    {
        var value = new StringBuilder();
        for (Expect('"'); Current() != '"'; _at++)
        {
            value.Append(Current() switch
            {
                '\0' => throw Unexpected(),
                '\\' => ReadEscape(),
                char character => character,
            });
        }

        _at++;
        return Uri.UnescapeDataString(value.ToString());
    }

    private char ReadEscape()
    {
        _at++;
        switch (Current())
        {
            case 'n':
                return '\n';
            case '"' or '\\' or '/':
                return Current();
            case 'u' when _at + 4 < text.Length
                && ushort.TryParse(text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code):
                _at += 4;
                return (char)code;
            default:
                throw Unexpected();
        }
    }

    private int ReadNumber()
    {
        int start = _at;
        while (char.IsDigit(Current()))
        {
            _at++;
        }

        return int.TryParse(text.Substring(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw Unexpected();
    }

    private char Next()
    {
        while (char.IsWhiteSpace(Current()))
        {
            _at++;
        }

        return Current();
    }

    private char Current() => _at < text.Length ? text[_at] : '\0';

    private void Expect(char expected)
    {
        if (Next() != expected)
        {
            throw Unexpected();
        }

        _at++;
    }

    private FormatException Unexpected() => new($"character {_at + 1} is not what the manifest has there");
}
