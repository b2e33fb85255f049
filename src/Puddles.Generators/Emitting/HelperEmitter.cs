namespace Puddles.Generators.Emitting;

/// <summary>Writes the helpers that the user calls.</summary>
internal static class HelperEmitter
{
    public static void Emit(SourceWriter source, TaskModel task)
    {
        ParameterModel[] passed = [.. task.Passed];
        bool hasList = passed.Length > 0 && passed[passed.Length - 1].IsParams;
        string result = task.Result is null ? "" : $"<{task.Result.Name}>";
        string unit = $"new {TaskEmitter.Holder(task)}.Unit({string.Join(", ", passed.Select(static parameter => parameter.Identifier))})";
        string own = $"{Names.Pool}? {task.Names.Pool} = null, {Names.CancellationToken} {task.Names.CancellationToken} = default";
        string run = $"({task.Names.Pool} ?? {Names.Pool}.Default).RunAsync({unit}, {task.Names.CancellationToken})";

        Member(source, task, "Runs", "on a pool, by default the default one",
            $"{Names.Task}{result} Run{task.Title}({List([.. passed.Select(parameter => hasList ? DeclareRequired(parameter) : Declare(parameter)), own])})",
            run);
        if (hasList)
        {
            // A list of arguments can only come last, where the pool and the token are; nor can it follow optional ones as a plain array.
            source.Line();
            Member(source, task, "Runs", "on the default pool",
                $"{Names.Task}{result} Run{task.Title}({List(passed.Select(Declare))})",
                $"{Names.Pool}.Default.RunAsync({unit})");
        }

        source.Line();
        Member(source, task, "Makes one ready-to-go call of", "",
            $"{Names.Unit}{result} Unit{task.Title}({List(passed.Select(Declare))})",
            unit);
        source.Line();
        Member(source, task, "Makes a number of ready-to-go calls of", "",
            $"{Names.Enumerable}<{Names.Unit}{result}> Count{task.Title}({List([$"int {task.Names.Count}", .. passed.Select(Declare)])})",
            $"global::System.Linq.Enumerable.Repeat<{Names.Unit}{result}>({unit}, {task.Names.Count})");
    }

    private static void Member(SourceWriter source, TaskModel task, string what, string where, string signature, string body)
    {
        string end = where.Length > 0 ? " " + where : "";
        source.Line($"/// <summary>{what} <see cref=\"{task.DocumentationId}\"/>{end}.</summary>");
        source.Line(GeneratedFile.Attribute);
        source.Line("[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]");
        source.Line($"{task.Accessibility} static {signature} =>\n    {body};");
    }

    private static string List(IEnumerable<string> parameters) => string.Join(", ", parameters);

    private static string Declare(ParameterModel parameter) =>
        (parameter.IsParams ? "params " : "") + DeclareRequired(parameter) + (parameter.Default is null ? "" : $" = {parameter.Default}");

    private static string DeclareRequired(ParameterModel parameter) => $"{parameter.Type!.Name} {parameter.Identifier}";
}
