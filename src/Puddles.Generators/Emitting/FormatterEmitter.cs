namespace Puddles.Generators.Emitting;

/// <summary>Writes the classes that keep formatters of MessagePack's kind.</summary>
internal static class FormatterEmitter
{
    public static void Emit(SourceWriter source, FormatterModel formatter) =>
        source.Line($"internal static readonly {Names.MessagePackFormatter}<{formatter.Name}> Instance = {formatter.Instance};");
}
