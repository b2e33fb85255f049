namespace Puddles.Generators.Emitting;

/// <summary>Writes the codecs of arrays and lists.</summary>
internal static class SequenceEmitter
{
    public static void Emit(SourceWriter source, SequenceModel sequence)
    {
        EmitWrite(source, sequence);
        source.Line();
        CodecEmitter.OpenRead(source, sequence);
        source.Line("int count = reader.ReadArrayHeader();");
        if (sequence.Shape == SequenceShape.Array)
        {
            EmitReadArray(source, sequence);
        }
        else
        {
            EmitReadList(source, sequence);
        }

        CodecEmitter.CloseRead(source, "items");
    }

    private static void EmitWrite(SourceWriter source, SequenceModel sequence)
    {
        CodecEmitter.OpenWrite(source, sequence);
        string element = sequence.Element.Name;
        switch (sequence.Shape)
        {
            case SequenceShape.Array:
                source.Line($"global::System.ReadOnlySpan<{element}> items = value;");
                break;
            case SequenceShape.List:
                source.Line($"global::System.ReadOnlySpan<{element}> items = global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value);");
                break;
            default:
                source.Line($"{element}[] items = global::System.Linq.Enumerable.ToArray(value);");
                break;
        }

        source.Line("writer.WriteArrayHeader(items.Length);");
        source.Open("foreach (var item in items)");
        ValueEmitter.Write(source, sequence.Element, "item", "An element of " + sequence.Display, "depth");
        source.Close();
        source.Close();
    }

    private static void EmitReadArray(SourceWriter source, SequenceModel sequence)
    {
        source.Line($"var items = {Names.Capacity}.NewArray<{sequence.Element.Name}>(count);");
        source.Open("for (int i = 0; i < count; i++)");
        source.Open("if (i == items.Length)");
        source.Line($"{Names.Capacity}.Grow(ref items, count);");
        source.Close();
        source.Line();
        source.Line($"items[i] = {ValueEmitter.Read(sequence.Element, "An element of " + sequence.Display)};");
        source.Close();
        source.Line();
    }

    private static void EmitReadList(SourceWriter source, SequenceModel sequence)
    {
        string element = sequence.Element.Name;
        source.Line($"var items = new {Names.List}<{element}>({Names.Capacity}.For<{element}>(count));");
        source.Open("for (int i = 0; i < count; i++)");
        source.Line($"items.Add({ValueEmitter.Read(sequence.Element, "An element of " + sequence.Display)});");
        source.Close();
        source.Line();
    }
}
