namespace Puddles.Generators.Emitting;

/// <summary>Writes how a task's definition encodes the defaults of its optional parameters.</summary>
internal static class DefaultsEmitter
{
    public static void Emit(SourceWriter source, TaskModel task)
    {
        source.Open($"public override void WriteDefault(int position, ref {Names.Writer} writer)");
        source.Open("switch (position)");
        int position = 0;
        foreach (ParameterModel parameter in task.Passed)
        {
            if (parameter.Default is not null)
            {
                source.Line($"case {position}:");
                source.Line("{");
                source.Line($"    {parameter.Type!.Name} value{position} = {parameter.Default};");
                ValueEmitter.Write(source, parameter.Type, $"value{position}", parameter.Name, "0");
                source.Line("    return;");
                source.Line("}");
                source.Line();
            }

            position++;
        }

        source.Line("default:");
        source.Line("    base.WriteDefault(position, ref writer);");
        source.Line("    return;");
        source.Close();
        source.Close();
    }
}
