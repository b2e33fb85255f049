namespace Puddles.Generators.Emitting;

/// <summary>Writes the code that writes or reads the elements of an array or a collection, in <c>items</c>.</summary>
internal static class ElementsEmitter
{
    public static void Write(SourceWriter source, TypeRef element, string display, BlockModel? block)
    {
        if (block is not null)
        {
            source.Line($"{Names.Blocks}.Write(ref writer, items, {Fields(block)});");
            return;
        }

        source.Line("writer.WriteArrayHeader(items.Length);");
        source.Open("foreach (var item in items)");
        ValueEmitter.Write(source, element, "item", Path(display), "depth");
        source.Close();
    }

    public static void ReadArray(SourceWriter source, TypeRef element, string display, BlockModel? block)
    {
        if (block is not null)
        {
            source.Line($"var items = {Names.Blocks}.Read<{element.Name}>(ref reader, {Fields(block)});");
            return;
        }

        source.Line("int count = reader.ReadArrayHeader();");
        source.Line($"var items = {Names.Capacity}.NewArray<{element.Name}>(count);");
        source.Open("for (at = 0; at < count; at++)");
        source.Open("if (at == items.Length)");
        source.Line($"{Names.Capacity}.Grow(ref items, count);");
        source.Close();
        source.Line();
        source.Line($"items[at] = {ValueEmitter.Read(element, Path(display))};");
        source.Close();
        source.Line();
        source.Line("at = -1;");
    }

    public static void ReadList(SourceWriter source, TypeRef element, string display, BlockModel? block)
    {
        if (block is not null)
        {
            source.Line($"var items = {Names.Blocks}.ReadList<{element.Name}>(ref reader, {Fields(block)});");
            return;
        }

        source.Line("int count = reader.ReadArrayHeader();");
        source.Line($"var items = new {Names.List}<{element.Name}>({Names.Capacity}.For<{element.Name}>(count));");
        source.Open("for (at = 0; at < count; at++)");
        source.Line($"items.Add({ValueEmitter.Read(element, Path(display))});");
        source.Close();
        source.Line();
        source.Line("at = -1;");
    }

    private static string Fields(BlockModel block) => $"new byte[] {{ {string.Join(", ", block.Widths)} }}";

    private static string Path(string display) => "An element of " + display;
}
