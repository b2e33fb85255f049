namespace Puddles.Generators.Emitting;

/// <summary>Writes how a task's definition encodes the defaults of the parameters that a call may lack.</summary>
internal static class DefaultsEmitter
{
    public static void Emit(SourceWriter source, TaskModel task)
    {
        source.Open($"public override void WriteDefault(int position, ref {Names.Writer} writer)");
        source.Open("switch (position)");
        ParameterModel[] passed = [.. task.Passed];
        for (int position = passed.Length - task.OptionalCount; position < passed.Length; position++)
        {
            TypeRef type = passed[position].Type!;
            source.Open($"case {position}:");
            source.Line($"{type.Name} value{position} = {passed[position].Default};");
            ValueEmitter.Write(source, type, $"value{position}", passed[position].Name, "0");
            source.Line("return;");
            source.Close();
            source.Line();
        }

        source.Line("default:");
        source.Line("    base.WriteDefault(position, ref writer);");
        source.Line("    return;");
        source.Close();
        source.Close();
    }
}
