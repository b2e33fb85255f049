namespace Puddles.Generators.Emitting;

/// <summary>Writes the half of a marked type's codec that reads: unknown keys are passed over, missing ones keep what the constructor gives.</summary>
internal static class KeyedReaderEmitter
{
    private const int BitsForEachMask = 64;

    public static void Emit(SourceWriter source, KeyedModel keyed)
    {
        CodecEmitter.OpenRead(source, keyed);
        for (int i = 0; i < keyed.Members.Count; i++)
        {
            if (keyed.Members[i].IsSet)
            {
                source.Line($"{keyed.Members[i].Type.Name} member{i} = default!;");
            }
        }

        if (keyed.IsArray)
        {
            EmitArray(source, keyed);
        }
        else
        {
            EmitMap(source, keyed);
        }

        EmitCreation(source, keyed);
    }

    private static void EmitArray(SourceWriter source, KeyedModel keyed)
    {
        source.Line("int count = reader.ReadArrayHeader();");
        int next = 0;
        for (int i = 0; i < keyed.Members.Count; i++)
        {
            KeyedMemberModel member = keyed.Members[i];
            if (!member.IsSet)
            {
                continue;
            }

            EmitSkip(source, next, member.Number);
            source.Open($"if (count > {member.Number})");
            source.Line($"at = {i};");
            source.Line($"member{i} = {ValueEmitter.Read(member.Type, Path(keyed, member))};");
            source.Line("at = -1;");
            source.Close();
            source.Line();
            next = member.Number + 1;
        }

        source.Line($"{Names.Members}.SkipElements(ref reader, count - {next});");
    }

    private static void EmitSkip(SourceWriter source, int from, int to)
    {
        if (from < to)
        {
            source.Line($"{Names.Members}.SkipElements(ref reader, global::System.Math.Min(count, {to}) - {from});");
        }
    }

    private static void EmitMap(SourceWriter source, KeyedModel keyed)
    {
        for (int mask = 0; mask * BitsForEachMask < keyed.Members.Count; mask++)
        {
            source.Line($"ulong seen{mask} = 0;");
        }

        source.Line("int count = reader.ReadMapHeader();");
        source.Open("for (int i = 0; i < count; i++)");
        source.Line("at = -1;");
        source.Line($"global::System.ReadOnlySpan<byte> name = {Names.Members}.ReadName(ref reader);");
        for (int i = 0; i < keyed.Members.Count; i++)
        {
            KeyedMemberModel member = keyed.Members[i];
            if (member.IsSet)
            {
                source.Open($"if (global::System.MemoryExtensions.SequenceEqual(name, {GeneratedFile.Literal(member.Text)}u8))");
                source.Line($"at = {i};");
                source.Line($"{Names.Members}.Mark(ref {Mask(i)}, {Bit(i)}, {GeneratedFile.Literal(Path(keyed, member))});");
                source.Line($"member{i} = {ValueEmitter.Read(member.Type, Path(keyed, member))};");
                source.Line("continue;");
                source.Close();
                source.Line();
            }
        }

        source.Line($"{Names.Members}.SkipElements(ref reader, 1);");
        source.Close();
        source.Line();
        source.Line("at = -1;");
    }

    private static void EmitCreation(SourceWriter source, KeyedModel keyed)
    {
        // What only an initializer can set is always set by it, so a member that did not come is first taken from another instance.
        int[] optional = [.. keyed.Initializers.Where(index => keyed.Members[index] is { IsRequired: false, IsWritten: true })];
        if (optional.Length > 0)
        {
            source.Open($"if (!({string.Join(" && ", optional.Select(index => HasCome(keyed, index)))}))");
            source.Line($"var defaults = {Creation(keyed, keyed.Initializers.Where(index => keyed.Members[index].IsRequired))};");
            foreach (int index in optional)
            {
                string member = $"member{index}";
                source.Line($"{member} = {HasCome(keyed, index)} ? {member} : defaults.{keyed.Members[index].Identifier};");
            }

            source.Close();
            source.Line();
        }

        source.Line($"var value = {Creation(keyed, keyed.Initializers)};");
        foreach (int index in keyed.Assigned)
        {
            source.Open($"if ({HasCome(keyed, index)})");
            source.Line($"value.{keyed.Members[index].Identifier} = member{index};");
            source.Close();
        }

        if (keyed.AfterReading.Length > 0)
        {
            source.Line(keyed.AfterReading + ";");
        }

        string names = GeneratedFile.Literal(string.Join(",", keyed.Members.Select(static member => member.Name)));
        CodecEmitter.CloseRead(source, keyed, "value", "Member", ", " + names);
    }

    private static string Creation(KeyedModel keyed, IEnumerable<int> initializers)
    {
        string arguments = string.Join(", ", keyed.Arguments.Select(static argument =>
            (argument.Cast.Length > 0 ? $"({argument.Cast})" : "") + $"member{argument.Member}"));
        string initializer = string.Join(", ", initializers.Select(index => $"{keyed.Members[index].Identifier} = member{index}"));
        return $"new {keyed.Name}({arguments})" + (initializer.Length > 0 ? $" {{ {initializer} }}" : "");
    }

    private static string HasCome(KeyedModel keyed, int index) =>
        keyed.IsArray ? $"count > {keyed.Members[index].Number}" : $"({Mask(index)} & {Bit(index)}) != 0";

    private static string Path(KeyedModel keyed, KeyedMemberModel member) => $"{keyed.Display}.{member.Name}";

    private static string Mask(int index) => $"seen{index / BitsForEachMask}";

    private static string Bit(int index) => $"0x{1UL << (index % BitsForEachMask):X}UL";
}
