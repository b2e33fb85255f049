namespace Puddles.Generators.Emitting;

/// <summary>Writes the codecs of tuples.</summary>
internal static class TupleEmitter
{
    public static void Emit(SourceWriter source, TupleModel tuple)
    {
        CodecEmitter.OpenWrite(source, tuple);
        if (!tuple.IsBare)
        {
            source.Line($"writer.WriteArrayHeader({tuple.Elements.Count});");
        }

        for (int i = 0; i < tuple.Elements.Count; i++)
        {
            ValueEmitter.Write(source, tuple.Elements[i], $"value.{tuple.Members[i]}", Path(tuple, i), "depth");
        }

        source.Close();
        source.Line();

        CodecEmitter.OpenRead(source, tuple);
        if (!tuple.IsBare)
        {
            source.Line($"{Names.Members}.ReadLength(ref reader, {tuple.Elements.Count}, {GeneratedFile.Literal(tuple.Display)});");
        }

        for (int i = 0; i < tuple.Elements.Count; i++)
        {
            source.Line($"at = {i};");
            source.Line($"{tuple.Elements[i].Name} item{i + 1} = {ValueEmitter.Read(tuple.Elements[i], Path(tuple, i))};");
        }

        source.Line("at = -1;");
        string items = string.Join(", ", Items(tuple));
        string names = GeneratedFile.Literal(string.Join(",", tuple.Members));
        CodecEmitter.CloseRead(source, tuple, tuple.IsLiteral ? $"({items})" : $"new {tuple.Name}({items})", "Member", ", " + names);
    }

    private static IEnumerable<string> Items(TupleModel tuple)
    {
        IEnumerable<string> all = tuple.Elements.Select(static (_, index) => $"item{index + 1}");
        return tuple.RestLength == 0
            ? all
            : all.Take(tuple.Elements.Count - 1).Concat(Enumerable.Range(1, tuple.RestLength).Select(index => $"item{tuple.Elements.Count}.Item{index}"));
    }

    private static string Path(TupleModel tuple, int index) => $"{tuple.Display}.{tuple.Members[index]}";
}
