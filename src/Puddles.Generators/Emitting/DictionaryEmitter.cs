namespace Puddles.Generators.Emitting;

/// <summary>Writes the codecs of dictionaries.</summary>
internal static class DictionaryEmitter
{
    public static void Emit(SourceWriter source, DictionaryModel dictionary)
    {
        string types = $"<{dictionary.Key.Name}, {dictionary.Value.Name}>";
        CodecEmitter.OpenWrite(source, dictionary);
        if (dictionary.Make.Length == 0)
        {
            source.Line($"{Names.Required}.DefaultComparer{types}(value);");
            source.Line("writer.WriteMapHeader(value.Count);");
            source.Open($"foreach ({Names.Pair}{types} entry in value)");
        }
        else
        {
            source.Line($"{Names.Pair}{types}[] all = {Names.Sequences}.Entries{types}(value);");
            source.Line("writer.WriteMapHeader(all.Length);");
            source.Open($"foreach ({Names.Pair}{types} entry in all)");
        }

        ValueEmitter.Write(source, dictionary.Key, "entry.Key", "A key of " + dictionary.Display, "depth");
        ValueEmitter.Write(source, dictionary.Value, "entry.Value", "A value of " + dictionary.Display, "depth");
        source.Close();
        source.Close();
        source.Line();

        CodecEmitter.OpenRead(source, dictionary, "bool isValue = false;");
        source.Line("int count = reader.ReadMapHeader();");
        source.Line($"var entries = new {Names.Dictionary}{types}({Names.Capacity}.For{types}(count));");
        source.Line($"var load = new {Names.HashLoad}<{dictionary.Key.Name}>(count);");
        source.Open("for (at = 0; at < count; at++)");
        source.Line("isValue = false;");
        source.Line($"{dictionary.Key.Name} key = {ValueEmitter.Read(dictionary.Key, "A key of " + dictionary.Display)};");
        source.Line("isValue = true;");
        source.Line($"{dictionary.Value.Name} item = {ValueEmitter.Read(dictionary.Value, "A value of " + dictionary.Display)};");
        source.Line("isValue = false;");
        source.Line("load.Count(key, entries);");
        source.Open("if (!entries.TryAdd(key, item))");
        source.Line($"throw {Names.Members}.DuplicateKey({GeneratedFile.Literal(dictionary.Display)});");
        source.Close();
        source.Close();
        source.Line();
        source.Line("at = -1;");
        CodecEmitter.CloseRead(source, dictionary, dictionary.Make.Length == 0 ? "entries" : $"{Names.Sequences}.{dictionary.Make}(entries)", "Entry", ", isValue");
    }
}
