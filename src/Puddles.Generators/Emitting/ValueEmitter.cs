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
            source.Line(WritePresent(type, present, depth));
        }
        else
        {
            string present = value.Replace(".", "").Replace("@", "") + "Value";
            source.Open($"if ({value} is {{ }} {present})");
            source.Line(WritePresent(type, present, depth));
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
        { IsReference: true, Encoding: not ValueEncoding.Generated, IsNullable: true } => ReadPresent(type),
        { IsReference: true, Encoding: not ValueEncoding.Generated } => $"{Names.Required}.NotNull({ReadPresent(type)}, {GeneratedFile.Literal(path)})",
        { IsNullable: true } => $"reader.TryReadNil() ? default({type.Name}) : {ReadPresent(type)}",
        _ => ReadPresent(type),
    };

    private static string WritePresent(TypeRef type, string value, string depth) => type.Encoding switch
    {
        ValueEncoding.Primitive => $"writer.Write({value});",
        ValueEncoding.Enum => $"writer.Write(({type.Cast}){value});",
        ValueEncoding.Runtime => $"{type.Codec}.Write(ref writer, {value});",
        _ => $"{type.Codec}.Write(ref writer, {value}, {depth});",
    };

    private static string ReadPresent(TypeRef type) => type.Encoding switch
    {
        ValueEncoding.Primitive => $"reader.Read{type.Codec}()",
        ValueEncoding.Enum => $"({type.BareName})reader.Read{type.Codec}()",
        _ => $"{type.Codec}.Read(ref reader)",
    };
}
