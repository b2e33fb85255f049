namespace Puddles.Generators.Emitting;

/// <summary>Writes the code that writes or reads one value of a type, wherever it is used.</summary>
internal static class ValueEmitter
{
    /// <summary>Emits statements that write a value.</summary>
    /// <param name="source">Where to emit.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The expression that gives it; it is evaluated once.</param>
    /// <param name="path">The parameter or member, for messages at run time.</param>
    /// <param name="depth">The expression that gives how deep the value lies.</param>
    public static void Write(SourceWriter source, TypeRef type, string value, string path, string depth)
    {
        if (!type.IsNullable)
        {
            string present = type.IsReference ? $"{Names.Required}.NotNull({value}, {GeneratedFile.Literal(path)})" : value;
            source.Line(WritePresent(type, present, path, depth));
        }
        else
        {
            string present = value.Replace(".", "").Replace("@", "") + "Value";
            source.Open($"if ({value} is {{ }} {present})");
            source.Line(WritePresent(type, present, path, depth));
            source.Close();
            source.Open("else");
            source.Line("writer.WriteNil();");
            source.Close();
        }
    }

    /// <summary>The expression that reads a value.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="path">The parameter or member, for messages at run time.</param>
    public static string Read(TypeRef type, string path) => type switch
    {
        { IsReference: true, Encoding: ValueEncoding.Runtime, IsNullable: true } => ReadPresent(type, path),
        { IsReference: true, Encoding: ValueEncoding.Runtime or ValueEncoding.Formatter, IsNullable: false } =>
            $"{Names.Required}.NotNull({ReadPresent(type, path)}, {GeneratedFile.Literal(path)})",
        { IsNullable: true } => $"reader.TryReadNil() ? default({type.Name}) : {ReadPresent(type, path)}",
        _ => ReadPresent(type, path),
    };

    private static string WritePresent(TypeRef type, string value, string path, string depth) => type.Encoding switch
    {
        ValueEncoding.Primitive => $"writer.Write({value});",
        ValueEncoding.Enum => $"writer.Write(({type.Cast}){value});",
        ValueEncoding.Runtime => $"{type.Codec}.Write(ref writer, {value});",
        ValueEncoding.Formatter => $"{Names.Formatters}.Write<{type.Codec}, {type.BareName}>(ref writer, {value}, {GeneratedFile.Literal(path)});",
        ValueEncoding.FormatterInstance => $"{Names.Formatters}.Write({type.Codec}.Instance, ref writer, {value}, {GeneratedFile.Literal(path)});",
        _ => $"{type.Codec}.Write(ref writer, {value}, {depth});",
    };

    private static string ReadPresent(TypeRef type, string path) => type.Encoding switch
    {
        ValueEncoding.Primitive => $"reader.Read{type.Codec}()",
        ValueEncoding.Enum => $"({type.BareName})reader.Read{type.Codec}()",
        ValueEncoding.Formatter => $"{Names.Formatters}.Read<{type.Codec}, {type.BareName}>(ref reader, {GeneratedFile.Literal(path)})",
        ValueEncoding.FormatterInstance => $"{Names.Formatters}.Read({type.Codec}.Instance, ref reader, {GeneratedFile.Literal(path)})",
        _ => $"{type.Codec}.Read(ref reader)",
    };
}
