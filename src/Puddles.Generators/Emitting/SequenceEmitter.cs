namespace Puddles.Generators.Emitting;

/// <summary>Writes the codecs of arrays of one dimension and of collections.</summary>
internal static class SequenceEmitter
{
    public static void Emit(SourceWriter source, SequenceModel sequence)
    {
        CodecEmitter.OpenWrite(source, sequence);
        source.Line($"global::System.ReadOnlySpan<{sequence.Element.Name}> items = {Items(sequence.Form)};");
        ElementsEmitter.Write(source, sequence.Element, sequence.Display, sequence.IsBlock);
        source.Close();
        source.Line();

        CodecEmitter.OpenRead(source, sequence);
        if (sequence is { IsBlock: false, Form.Shape: SequenceShape.List or SequenceShape.Interface })
        {
            ElementsEmitter.ReadList(source, sequence.Element, sequence.Display);
            CodecEmitter.CloseRead(source, "items");
        }
        else
        {
            ElementsEmitter.ReadArray(source, sequence.Element, sequence.Display, sequence.IsBlock);
            CodecEmitter.CloseRead(source, sequence.Form.Make.Length == 0 ? "items" : $"{Names.Sequences}.{sequence.Form.Make}(items)");
        }
    }

    private static string Items(SequenceForm form) => form.Shape switch
    {
        SequenceShape.Array => "value",
        SequenceShape.List => "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value)",
        _ => $"{Names.Sequences}.{form.Items}(value)",
    };
}
