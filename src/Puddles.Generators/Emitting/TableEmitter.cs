namespace Puddles.Generators.Emitting;

/// <summary>Writes the table of an assembly's tasks and heads.</summary>
internal static class TableEmitter
{
    public static string Emit(AssemblyModel assembly, EquatableArray<TableEntry> entries, EquatableArray<HeadModel> heads)
    {
        SourceWriter source = GeneratedFile.Begin();
        source.Line($"[assembly: {Names.TableAttribute}(typeof(global::Puddles.Generated.{assembly.TableName}))]");
        source.Line();
        source.Open("namespace Puddles.Generated");
        source.Line(GeneratedFile.TypeAttributes);
        source.Open($"public sealed class {assembly.TableName} : {Names.Table}");
        source.Line($"public override string AssemblyName => {GeneratedFile.Literal(assembly.Name)};");
        source.Line();
        source.Line("public override global::System.ReadOnlySpan<ulong> Ids => new ulong[]");
        source.Line("{");
        foreach (TableEntry entry in entries)
        {
            source.Line($"    0x{entry.Id:X16}UL,");
        }

        source.Line("};");
        source.Line();
        LookUpEmitter.Emit(source, entries);
        foreach (TableEntry entry in entries)
        {
            // Each behind a method of its own, so that compiling the look-up loads none of them.
            source.Line();
            source.Line($"private static {Names.Definition} {entry.Key}() => {entry.Definition};");
        }

        if (heads.Count > 0)
        {
            EmitHeads(source, heads);
        }

        source.Close();
        source.Close();
        return source.ToString();
    }

    private static void EmitHeads(SourceWriter source, EquatableArray<HeadModel> heads)
    {
        source.Line();
        source.Open($"public override {Names.Head}? CreateHead(ulong id, out bool isPlain)");
        source.Open("switch (id)");
        foreach (HeadModel head in heads)
        {
            source.Line($"case 0x{head.Id:X16}UL: isPlain = {(head.IsPlain ? "true" : "false")}; return {head.Key}();");
        }

        source.Line("default: isPlain = false; return null;");
        source.Close();
        source.Close();
        foreach (HeadModel head in heads)
        {
            source.Line();
            source.Line($"private static {Names.Head} {head.Key}() => new {head.Type}();");
        }
    }
}
