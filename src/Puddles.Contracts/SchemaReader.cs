namespace Puddles.Contracts;

/// <summary>Takes one line of a schema apart. A line that it does not understand is a type of that name, equal only to itself.</summary>
internal sealed class SchemaReader(string text)
{
    private const string EnumMark = "enum ";

    // The text may come from a process that is not to be trusted with this one's stack.
    private const int DeepestNesting = 256;

    private readonly Dictionary<string, SchemaType> _objects = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;

    /// <summary>Reads <c>name: type</c>, which ends in <c>= default</c> where the parameter has one.</summary>
    public static SchemaLine ReadParameter(string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? Unknown(line, line, line) : Read(line.Substring(0, colon), line, line.Substring(colon + 2));
    }

    /// <summary>Reads the type of a result.</summary>
    public static SchemaLine ReadResult(string type) => Read("result", type, type);

    private static SchemaLine Read(string name, string line, string type)
    {
        var reader = new SchemaReader(type);
        try
        {
            SchemaType read = reader.ReadType();
            bool isOptional = reader.TrySkip(SchemaFormat.Optional);
            return reader._at == type.Length
                ? new SchemaLine(name, line, read, isOptional, reader._objects)
                : Unknown(name, line, type);
        }
        catch (FormatException)
        {
            return Unknown(name, line, type);
        }
    }

    private static SchemaLine Unknown(string name, string line, string type) =>
        new(name, line, Named(type), IsOptional: false, new Dictionary<string, SchemaType>());

    private static SchemaType Named(string name) => new(SchemaKind.Named, name, name, IsNullable: false, []);

    private SchemaType ReadType()
    {
        int start = _at;
        SchemaType type = ++_depth <= DeepestNesting ? ReadBare() : throw new FormatException();
        _depth--;
        bool isNullable = TrySkip("?");
        return type with { IsNullable = isNullable, Text = text.Substring(start, _at - start) };
    }

    private SchemaType ReadBare()
    {
        if (TrySkip("["))
        {
            return Composite("sequence", "]", "[]");
        }

        if (TrySkip("("))
        {
            return Composite("tuple", ")");
        }

        if (TrySkip("block<"))
        {
            return Composite("block", ">", "[]");
        }

        if (TrySkip("map<"))
        {
            return Composite("map", ">", ".Keys[]", ".Values[]");
        }

        if (TrySkip(EnumMark))
        {
            return ReadEnum();
        }

        return TrySkipGrid() is { } grid ? Composite(grid, ">", "[]") : ReadNamed();
    }

    private SchemaType ReadNamed()
    {
        string name = ReadName();
        if (TrySkip(" {"))
        {
            var type = new SchemaType(SchemaKind.Object, name, name, IsNullable: false, ReadMembers(": "));
            _objects[name] = type;
            return type;
        }

        return Named(name);
    }

    private SchemaType ReadEnum()
    {
        string name = ReadName();
        Expect(": ");
        string number = ReadName();
        Expect(" {");
        return new SchemaType(SchemaKind.Enum, $"{name}: {number}", name, IsNullable: false, ReadMembers(" = "));
    }

    private List<SchemaPart> ReadMembers(string separator)
    {
        var members = new List<SchemaPart>();
        while (!TrySkip("}"))
        {
            if (members.Count > 0)
            {
                Expect(", ");
            }

            int end = text.IndexOf(separator, _at, StringComparison.Ordinal);
            string name = end < 0 ? throw new FormatException() : text.Substring(_at, end - _at);
            _at = end + separator.Length;
            SchemaType type = ReadType();
            members.Add(new SchemaPart("." + name, type, TrySkip(SchemaFormat.Optional)));
        }

        return members;
    }

    private SchemaType Composite(string name, string end, params string[] paths)
    {
        var parts = new List<SchemaPart>();
        while (!TrySkip(end))
        {
            if (parts.Count > 0)
            {
                Expect(", ");
            }

            string path = parts.Count < paths.Length ? paths[parts.Count] : $".Item{parts.Count + 1}";
            parts.Add(new SchemaPart(path, ReadType(), IsOptional: false));
        }

        return new SchemaType(SchemaKind.Composite, name, name, IsNullable: false, parts);
    }

    // Up to what can follow a type; what stands in brackets of its own belongs to it.
    private string ReadName()
    {
        int start = _at;
        int depth = 0;
        for (; _at < text.Length && (depth > 0 || !",]})>?: ".Contains(text[_at])); _at++)
        {
            depth += text[_at] is '<' or '(' or '[' ? 1 : text[_at] is '>' or ')' or ']' ? -1 : 0;
        }

        return _at > start ? text.Substring(start, _at - start) : throw new FormatException();
    }

    // "grid2<", with however many dimensions.
    private string? TrySkipGrid()
    {
        int start = _at;
        if (TrySkip("grid"))
        {
            while (_at < text.Length && char.IsDigit(text[_at]))
            {
                _at++;
            }

            if (TrySkip("<"))
            {
                return text.Substring(start, _at - start - 1);
            }
        }

        _at = start;
        return null;
    }

    private bool TrySkip(string expected)
    {
        bool isThere = string.CompareOrdinal(text, _at, expected, 0, expected.Length) == 0;
        _at += isThere ? expected.Length : 0;
        return isThere;
    }

    private void Expect(string expected)
    {
        if (!TrySkip(expected))
        {
            throw new FormatException();
        }
    }
}
