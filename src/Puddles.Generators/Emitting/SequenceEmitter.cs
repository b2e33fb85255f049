namespace Puddles.Generators.Emitting;

/// <summary>Writes the codecs of arrays of one dimension and of collections.</summary>
internal static class SequenceEmitter
{
    public static void Emit(SourceWriter source, SequenceModel sequence)
    {
        CodecEmitter.OpenWrite(source, sequence);
        source.Line($"global::System.ReadOnlySpan<{sequence.Element.Name}> items = {Items(sequence.Form)};");
        ElementsEmitter.Write(source, sequence.Element, sequence.Display, sequence.Block);
        source.Close();
        source.Line();

        CodecEmitter.OpenRead(source, sequence);
        if (sequence.Form.Shape is SequenceShape.List or SequenceShape.Interface)
        {
            ElementsEmitter.ReadList(source, sequence.Element, sequence.Display, sequence.Block);
            CodecEmitter.CloseRead(source, sequence, "items", "Element");
        }
        else
        {
            ElementsEmitter.ReadArray(source, sequence.Element, sequence.Display, sequence.Block);
            CodecEmitter.CloseRead(source, sequence, sequence.Form.Make.Length == 0 ? "items" : $"{Names.Sequences}.{sequence.Form.Make}(items)", "Element");
        }
    }

    private static string Items(SequenceForm form) => form.Shape switch
    {
        SequenceShape.Array => "value",
        SequenceShape.List => "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value)",
        _ => $"{Names.Sequences}.{form.Items}(value)",
    };
}
