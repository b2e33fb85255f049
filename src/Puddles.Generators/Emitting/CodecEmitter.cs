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
            case FormatterModel formatter:
                FormatterEmitter.Emit(source, formatter);
                break;
            case UnionModel union:
                UnionEmitter.Emit(source, union);
                break;
            case KeyedModel keyed:
                KeyedWriterEmitter.Emit(source, keyed);
                source.Line();
                KeyedReaderEmitter.Emit(source, keyed);
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

    /// <summary>Begins the method that reads a value; <c>at</c> says which part of it is being read, -1 while none is.</summary>
    /// <param name="source">Where to emit.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="state">What else to declare that says which part is being read.</param>
    public static void OpenRead(SourceWriter source, TypeModel type, string state = "")
    {
        source.Open($"internal static {type.Name} Read(ref {Names.Reader} reader)");
        source.Line($"{Names.Nesting}.Enter(ref reader, {GeneratedFile.Literal(type.Display)});");
        source.Line("int at = -1;");
        if (state.Length > 0)
        {
            source.Line(state);
        }

        source.Open("try");
    }

    /// <summary>Ends the method that reads a value.</summary>
    /// <param name="source">Where to emit.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The expression that gives it.</param>
    /// <param name="step">The method that notes a step of the path to what could not be read.</param>
    /// <param name="arguments">What else that method takes; each with a comma before it.</param>
    public static void CloseRead(SourceWriter source, TypeModel type, string value, string step, string arguments = "")
    {
        source.Line($"{Names.Nesting}.Leave(ref reader);");
        source.Line($"return {value};");
        source.Close();

        // A filter sees the exception before anything is unwound, and costs nothing until there is one.
        source.Open($"catch (global::System.Exception error) when ({Names.ReadPath}.{step}(error, {GeneratedFile.Literal(type.Display)}, at{arguments}))");
        source.Line("throw;");
        source.Close();
        source.Close();
    }
}
