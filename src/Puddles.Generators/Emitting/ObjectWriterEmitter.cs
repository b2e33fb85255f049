namespace Puddles.Generators.Emitting;

/// <summary>Writes the half of an object's codec that writes.</summary>
internal static class ObjectWriterEmitter
{
    public static void Emit(SourceWriter source, ObjectModel plain)
    {
        CodecEmitter.OpenWrite(source, plain);
        if (plain.IsOpen)
        {
            source.Line($"{Names.Required}.ExactType(value);");
        }

        source.Line($"writer.WriteMapHeader({plain.Members.Count});");
        foreach (MemberModel member in plain.Members)
        {
            source.Line($"writer.WriteString({GeneratedFile.Literal(member.Name)}u8);");
            ValueEmitter.Write(source, member.Type, $"value.{member.Identifier}", $"{plain.Display}.{member.Name}", "depth");
        }

        source.Close();
    }
}
