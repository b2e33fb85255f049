namespace Puddles.Generators.Emitting;

/// <summary>Writes the codecs of tuples.</summary>
internal static class TupleEmitter
{
    public static void Emit(SourceWriter source, TupleModel tuple)
    {
        CodecEmitter.OpenWrite(source, tuple);
        source.Line($"writer.WriteArrayHeader({tuple.Elements.Count});");
        for (int i = 0; i < tuple.Elements.Count; i++)
        {
            ValueEmitter.Write(source, tuple.Elements[i], $"value.{tuple.Members[i]}", Path(tuple, i), "depth");
        }

        source.Close();
        source.Line();

        CodecEmitter.OpenRead(source, tuple);
        source.Line($"{Names.Members}.ReadLength(ref reader, {tuple.Elements.Count}, {GeneratedFile.Literal(tuple.Display)});");
        for (int i = 0; i < tuple.Elements.Count; i++)
        {
            source.Line($"at = {i};");
            source.Line($"{tuple.Elements[i].Name} item{i + 1} = {ValueEmitter.Read(tuple.Elements[i], Path(tuple, i))};");
        }

        source.Line("at = -1;");
        string items = string.Join(", ", tuple.Elements.Select(static (_, index) => $"item{index + 1}"));
        string names = GeneratedFile.Literal(string.Join(",", tuple.Members));
        CodecEmitter.CloseRead(source, tuple, tuple.IsLiteral ? $"({items})" : $"new {tuple.Name}({items})", "Member", ", " + names);
    }

    private static string Path(TupleModel tuple, int index) => $"{tuple.Display}.{tuple.Members[index]}";
}
