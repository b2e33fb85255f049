namespace Puddles.Generators.Emitting;

/// <summary>Writes the file of one codec.</summary>
internal static class CodecEmitter
{
    public static string Emit(TypeModel type)
    {
        SourceWriter source = GeneratedFile.Begin();
        source.Open($"namespace {type.Codec.Namespace}");
        source.Line(GeneratedFile.TypeAttributes);
        source.Open($"internal static class {type.Codec.Class}");
        switch (type)
        {
            case SequenceModel sequence:
                SequenceEmitter.Emit(source, sequence);
                break;
            case GridModel grid:
                GridEmitter.Emit(source, grid);
                break;
            case DictionaryModel dictionary:
                DictionaryEmitter.Emit(source, dictionary);
                break;
            case TupleModel tuple:
                TupleEmitter.Emit(source, tuple);
                break;
            case ObjectModel plain:
                ObjectWriterEmitter.Emit(source, plain);
                source.Line();
                ObjectReaderEmitter.Emit(source, plain);
                break;
        }

        source.Close();
        source.Close();
        return source.ToString();
    }

    /// <summary>Begins the method that writes a value.</summary>
    public static void OpenWrite(SourceWriter source, TypeModel type)
    {
        source.Open($"internal static void Write(ref {Names.Writer} writer, {type.Name} value, int depth)");
        source.Line($"depth = {Names.Nesting}.Deeper(depth, {GeneratedFile.Literal(type.Display)});");
    }

    /// <summary>Begins the method that reads a value.</summary>
    public static void OpenRead(SourceWriter source, TypeModel type)
    {
        source.Open($"internal static {type.Name} Read(ref {Names.Reader} reader)");
        source.Line($"{Names.Nesting}.Enter(ref reader, {GeneratedFile.Literal(type.Display)});");
    }

    /// <summary>Ends the method that reads a value.</summary>
    public static void CloseRead(SourceWriter source, string value)
    {
        source.Line($"{Names.Nesting}.Leave(ref reader);");
        source.Line($"return {value};");
        source.Close();
    }
}
