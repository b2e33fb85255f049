namespace Puddles.Generators.Emitting;

/// <summary>Writes the half of an object's codec that reads: members in any order, unknown ones passed over, nullable ones optional.</summary>
internal static class ObjectReaderEmitter
{
    private const int BitsForEachMask = 64;

    public static void Emit(SourceWriter source, ObjectModel plain)
    {
        CodecEmitter.OpenRead(source, plain);
        for (int i = 0; i < plain.Members.Count; i++)
        {
            source.Line($"{plain.Members[i].Type.Name} member{i} = {plain.Members[i].Default ?? "default!"};");
        }

        for (int mask = 0; mask * BitsForEachMask < plain.Members.Count; mask++)
        {
            source.Line($"ulong seen{mask} = 0;");
        }

        source.Line("int count = reader.ReadMapHeader();");
        source.Open("for (int i = 0; i < count; i++)");
        source.Line("at = -1;");
        source.Line($"global::System.ReadOnlySpan<byte> name = {Names.Members}.ReadName(ref reader);");
        for (int i = 0; i < plain.Members.Count; i++)
        {
            EmitMember(source, plain, i);
        }

        source.Line($"{Names.Members}.PassOver(ref reader, name, {GeneratedFile.Literal(plain.Display)});");
        source.Close();
        source.Line();
        source.Line("at = -1;");
        EmitRequired(source, plain);
        string names = GeneratedFile.Literal(string.Join(",", plain.Members.Select(static member => member.Name)));
        CodecEmitter.CloseRead(source, plain, Creation(plain), "Member", ", " + names);
    }

    private static void EmitMember(SourceWriter source, ObjectModel plain, int index)
    {
        MemberModel member = plain.Members[index];
        string path = $"{plain.Display}.{member.Name}";
        source.Open($"if (global::System.MemoryExtensions.SequenceEqual(name, {GeneratedFile.Literal(member.Name)}u8))");
        source.Line($"at = {index};");
        source.Line($"{Names.Members}.Mark(ref seen{index / BitsForEachMask}, {Bit(index)}, {GeneratedFile.Literal(path)});");
        source.Line($"member{index} = {ValueEmitter.Read(member.Type, path)};");
        source.Line("continue;");
        source.Close();
        source.Line();
    }

    private static void EmitRequired(SourceWriter source, ObjectModel plain)
    {
        for (int mask = 0; mask * BitsForEachMask < plain.Members.Count; mask++)
        {
            MemberModel[] members = [.. plain.Members.Skip(mask * BitsForEachMask).Take(BitsForEachMask)];
            ulong required = 0;
            for (int i = 0; i < members.Length; i++)
            {
                required |= members[i].Type.IsNullable || members[i].Default is not null ? 0 : 1UL << i;
            }

            if (required != 0)
            {
                string names = GeneratedFile.Literal(string.Join(",", members.Select(static member => member.Name)));
                source.Line($"{Names.Members}.RequireAll(seen{mask}, 0x{required:X}UL, {GeneratedFile.Literal(plain.Display)}, {names});");
            }
        }
    }

    private static string Creation(ObjectModel plain)
    {
        string arguments = string.Join(", ", plain.ConstructorMembers.Select(static index => $"member{index}"));
        string initializer = string.Join(", ", plain.InitializerMembers.Select(index => $"{plain.Members[index].Identifier} = member{index}"));
        return $"new {plain.Name}({arguments})" + (initializer.Length > 0 ? $" {{ {initializer} }}" : "");
    }

    private static string Bit(int index) => $"0x{1UL << (index % BitsForEachMask):X}UL";
}
