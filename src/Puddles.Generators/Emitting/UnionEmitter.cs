namespace Puddles.Generators.Emitting;

/// <summary>Writes the codecs of closed hierarchies. They count for no depth: what is behind one does.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter source, UnionModel union)
    {
        string display = GeneratedFile.Literal(union.Display);
        source.Open($"internal static void Write(ref {Names.Writer} writer, {union.Name} value, int depth)");
        source.Line("global::System.Type type = value.GetType();");
        foreach (UnionCase @case in union.Cases)
        {
            EmitWriteCase(source, @case);
        }

        source.Line($"throw {Names.Unions}.Unlisted(type, {display});");
        source.Close();
        source.Line();

        source.Open($"internal static {union.Name} Read(ref {Names.Reader} reader)");
        source.Line($"{Names.Members}.ReadLength(ref reader, 2, {display});");
        EmitReadBase(source, union);
        EmitReadTexts(source, union, display);
        EmitReadNumbers(source, union, display);
        source.Close();
    }

    private static void EmitWriteCase(SourceWriter source, UnionCase @case)
    {
        source.Open($"if (type == typeof({@case.Type.BareName}))");
        source.Line("writer.WriteArrayHeader(2);");
        source.Line(@case.Key switch
        {
            { Number: { } number } => FormattableString.Invariant($"writer.Write({number});"),
            { Text: { } text } => $"writer.WriteString({GeneratedFile.Literal(text)}u8);",
            _ => "writer.WriteNil();",
        });
        ValueEmitter.Write(source, @case.Type, $"(({@case.Type.BareName})value)", @case.Type.BareName, "depth");
        source.Line("return;");
        source.Close();
        source.Line();
    }

    private static void EmitReadBase(SourceWriter source, UnionModel union)
    {
        foreach (UnionCase @case in union.Cases.Where(static @case => @case.Key is { Number: null, Text: null }))
        {
            source.Open("if (reader.TryReadNil())");
            source.Line($"return {Read(union, @case)};");
            source.Close();
            source.Line();
        }
    }

    private static void EmitReadTexts(SourceWriter source, UnionModel union, string display)
    {
        UnionCase[] cases = [.. union.Cases.Where(static @case => @case.Key.Text is not null)];
        bool hasNumbers = union.Cases.Any(static @case => @case.Key.Number is not null);
        if (cases.Length == 0)
        {
            return;
        }

        if (hasNumbers)
        {
            source.Open("if (reader.NextMessagePackType == global::MessagePack.MessagePackType.String)");
        }

        source.Line($"global::System.ReadOnlySpan<byte> name = {Names.Members}.ReadName(ref reader);");
        foreach (UnionCase @case in cases)
        {
            source.Open($"if (global::System.MemoryExtensions.SequenceEqual(name, {GeneratedFile.Literal(@case.Key.Text!)}u8))");
            source.Line($"return {Read(union, @case)};");
            source.Close();
            source.Line();
        }

        source.Line($"throw {Names.Unions}.UnknownKey(name, {display});");
        if (hasNumbers)
        {
            source.Close();
            source.Line();
        }
    }

    private static void EmitReadNumbers(SourceWriter source, UnionModel union, string display)
    {
        UnionCase[] cases = [.. union.Cases.Where(static @case => @case.Key.Number is not null)];
        if (cases.Length == 0)
        {
            if (union.Cases.All(static @case => @case.Key.Text is null))
            {
                source.Line($"throw {Names.Unions}.UnknownKey(default, {display});");
            }

            return;
        }

        source.Line("int key = reader.ReadInt32();");
        source.Open("switch (key)");
        foreach (UnionCase @case in cases)
        {
            source.Line(FormattableString.Invariant($"case {@case.Key.Number}:"));
            source.Line($"    return {Read(union, @case)};");
        }

        source.Line("default:");
        source.Line($"    throw {Names.Unions}.UnknownKey(key, {display});");
        source.Close();
    }

    private static string Read(UnionModel union, UnionCase @case) => ValueEmitter.Read(@case.Type, $"{union.Display} as {@case.Type.BareName}");
}
