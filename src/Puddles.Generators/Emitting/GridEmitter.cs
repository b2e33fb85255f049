namespace Puddles.Generators.Emitting;

/// <summary>Writes the codecs of arrays of several dimensions.</summary>
internal static class GridEmitter
{
    public static void Emit(SourceWriter source, GridModel grid)
    {
        CodecEmitter.OpenWrite(source, grid);
        if (grid.IsFlat)
        {
            source.Line($"writer.WriteArrayHeader({grid.Rank + 1});");
        }
        else
        {
            source.Line("writer.WriteArrayHeader(2);");
            source.Line($"writer.WriteArrayHeader({grid.Rank});");
        }

        source.Line($"{Names.Grids}.WriteLengths(ref writer, value);");
        source.Line($"var items = {Names.Grids}.Items<{grid.Element.Name}>(value);");
        ElementsEmitter.Write(source, grid.Element, grid.Display, grid.Block);
        source.Close();
        source.Line();

        CodecEmitter.OpenRead(source, grid);
        string display = GeneratedFile.Literal(grid.Display);
        if (grid.IsFlat)
        {
            source.Line($"{Names.Members}.ReadLength(ref reader, {grid.Rank + 1}, {display});");
        }
        else
        {
            source.Line($"{Names.Members}.ReadLength(ref reader, 2, {display});");
            source.Line($"{Names.Members}.ReadLength(ref reader, {grid.Rank}, {display});");
        }

        source.Line($"int[] lengths = {Names.Grids}.ReadLengths(ref reader, {grid.Rank}, {display});");
        ElementsEmitter.ReadArray(source, grid.Element, grid.Display, grid.Block);
        CodecEmitter.CloseRead(source, grid, $"{Names.Grids}.Create<{grid.Name}, {grid.Element.Name}>(lengths, items)", "Element");
    }
}
