namespace Puddles.Generators.Emitting;

/// <summary>Writes the half of a marked type's codec that writes.</summary>
internal static class KeyedWriterEmitter
{
    public static void Emit(SourceWriter source, KeyedModel keyed)
    {
        CodecEmitter.OpenWrite(source, keyed);
        if (keyed.IsOpen)
        {
            source.Line($"{Names.Required}.ExactType(value);");
        }

        if (keyed.BeforeWriting.Length > 0)
        {
            source.Line(keyed.BeforeWriting + ";");
        }

        KeyedMemberModel[] written = [.. keyed.Members.Where(static member => member.IsWritten)];
        if (keyed.IsArray)
        {
            EmitArray(source, keyed, written);
        }
        else
        {
            EmitMap(source, keyed, written);
        }

        source.Close();
    }

    private static void EmitArray(SourceWriter source, KeyedModel keyed, KeyedMemberModel[] written)
    {
        source.Line($"writer.WriteArrayHeader({(written.Length == 0 ? 0 : written[written.Length - 1].Number + 1)});");
        int next = 0;
        foreach (KeyedMemberModel member in written)
        {
            EmitGap(source, member.Number - next);
            EmitValue(source, keyed, member);
            next = member.Number + 1;
        }
    }

    private static void EmitGap(SourceWriter source, int length)
    {
        if (length == 1)
        {
            source.Line("writer.WriteNil();");
        }
        else if (length > 1)
        {
            source.Line($"{Names.Members}.WriteGap(ref writer, {length});");
        }
    }

    private static void EmitMap(SourceWriter source, KeyedModel keyed, KeyedMemberModel[] written)
    {
        source.Line($"writer.WriteMapHeader({written.Length});");
        foreach (KeyedMemberModel member in written)
        {
            source.Line($"writer.WriteString({GeneratedFile.Literal(member.Text)}u8);");
            EmitValue(source, keyed, member);
        }
    }

    private static void EmitValue(SourceWriter source, KeyedModel keyed, KeyedMemberModel member) =>
        ValueEmitter.Write(source, member.Type, $"value.{member.Identifier}", $"{keyed.Display}.{member.Name}", "depth");
}
