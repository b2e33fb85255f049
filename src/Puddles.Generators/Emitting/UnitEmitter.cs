namespace Puddles.Generators.Emitting;

/// <summary>Writes the class of a task's units, which hold the arguments of a call.</summary>
internal static class UnitEmitter
{
    public static void Emit(SourceWriter source, TaskModel task)
    {
        ParameterModel[] passed = [.. task.Passed];
        string result = task.Result is null ? "" : $"<{task.Result.Name}>";
        source.Open($"internal sealed class Unit : {Names.Unit}{result}");
        EmitFields(source, passed);
        source.Line();
        EmitWriteArguments(source, task, passed);
        if (task.Result is not null)
        {
            source.Line();
            source.Line($"""
                {task.OverrideAccessibility} override {task.Result.Name} ReadResult(ref {Names.Reader} reader) =>
                    {ValueEmitter.Read(task.Result, "The result")};
                """);
        }

        source.Close();
    }

    private static void EmitFields(SourceWriter source, ParameterModel[] passed)
    {
        for (int i = 0; i < passed.Length; i++)
        {
            source.Line($"private readonly {passed[i].Type!.Name} _arg{i};");
        }

        if (passed.Length > 0)
        {
            source.Line();
        }

        source.Line($"internal Unit({string.Join(", ", passed.Select(static (parameter, index) => $"{parameter.Type!.Name} arg{index}"))})");
        source.Line("    : base(Invoker.Instance)");
        source.Line("{");
        for (int i = 0; i < passed.Length; i++)
        {
            source.Line($"    _arg{i} = arg{i};");
        }

        source.Line("}");
    }

    private static void EmitWriteArguments(SourceWriter source, TaskModel task, ParameterModel[] passed)
    {
        source.Open($"{task.OverrideAccessibility} override void WriteArguments(ref {Names.Writer} writer)");
        source.Line($"writer.WriteArrayHeader({passed.Length});");
        for (int i = 0; i < passed.Length; i++)
        {
            ValueEmitter.Write(source, passed[i].Type!, $"_arg{i}", passed[i].Name, "0");
        }

        source.Close();
    }
}
