namespace Puddles.Generators.Emitting;

/// <summary>Writes the definition of a task: it decodes the arguments, calls the method and encodes the result.</summary>
internal static class InvokerEmitter
{
    public static void Emit(SourceWriter source, TaskModel task)
    {
        source.Open($"internal sealed class Invoker : {Names.Definition}");
        source.Line("internal static readonly Invoker Instance = new();");
        source.Line();
        EmitConstructor(source, task.Identity);
        source.Line();
        EmitInvoke(source, task);
        if (task.OptionalCount > 0)
        {
            source.Line();
            DefaultsEmitter.Emit(source, task);
        }

        if (task.Result is not null)
        {
            source.Line();
            EmitWriteResult(source, task.Result);
        }

        if (task.Completion != Completion.Synchronous)
        {
            source.Line();
            EmitAwait(source, task);
        }

        source.Close();
    }

    private static void EmitConstructor(SourceWriter source, TaskIdentity identity)
    {
        source.Line($"""
            private Invoker()
                : base(0x{identity.Id:X16}UL, {GeneratedFile.Literal(identity.Name)}, 0x{identity.Contract:X16}UL, {GeneratedFile.Literal(identity.Schema)})
            """);
        source.Line("{");
        if (identity.TimeoutMilliseconds != 0)
        {
            source.Line($"    TimeoutMilliseconds = {identity.TimeoutMilliseconds};");
        }

        if (identity.Idempotent)
        {
            source.Line("    Idempotent = true;");
        }

        if (identity.Retries != 0)
        {
            source.Line($"    Retries = {identity.Retries};");
        }

        if (identity.EarlierIds.Count > 0)
        {
            source.Line($"    EarlierIds = new ulong[] {{ {string.Join(", ", identity.EarlierIds.Select(static id => $"0x{id:X16}UL"))} }};");
        }

        source.Line("}");
    }

    private static void EmitInvoke(SourceWriter source, TaskModel task)
    {
        source.Open($"public override {Names.ValueTask} InvokeAsync({Names.Invocation} invocation)");
        EmitArguments(source, task);
        string call = $"{task.Container.Name}.{task.Method}({string.Join(", ", task.Parameters.Select(Argument))})";
        switch (task.Completion, task.Result)
        {
            case (Completion.Synchronous, null):
                source.Line($"{call};");
                source.Line("invocation.EndWithoutResult();");
                source.Line("return default;");
                break;
            case (Completion.Synchronous, _):
                source.Line($"WriteResult(invocation, {call});");
                source.Line("return default;");
                break;
            default:
                EmitFastPath(source, task, call);
                break;
        }

        source.Close();
    }

    private static void EmitArguments(SourceWriter source, TaskModel task)
    {
        int count = task.Passed.Count();
        int required = count - task.OptionalCount;
        source.Line($"{Names.Reader} reader = new(invocation.Arguments);");
        source.Line($"invocation.BeginArguments(ref reader, {(required == count ? count : $"{count}, {required}")});");
        int position = 0;
        for (int i = 0; i < task.Parameters.Count; i++)
        {
            if (task.Parameters[i] is { Type: { } type } parameter)
            {
                source.Line($"invocation.Reading({position});");
                string read = ValueEmitter.Read(type, parameter.Name);
                if (position < required)
                {
                    source.Line($"{type.Name} arg{i} = {read};");
                }
                else
                {
                    source.Line($"{type.Name} arg{i} = {parameter.Default};");
                    source.Open($"if (invocation.Has({position}))");
                    source.Line($"arg{i} = {read};");
                    source.Close();
                    source.Line();
                }

                position++;
            }
        }

        source.Line("invocation.EndArguments(ref reader);");
    }

    private static string Argument(ParameterModel parameter, int index) => parameter.Kind switch
    {
        ParameterKind.CancellationToken => "invocation.CancellationToken",
        ParameterKind.Context => "invocation.Context",
        ParameterKind.Head => $"invocation.Head<{parameter.HeadType}>()",
        _ => $"arg{index}",
    };

    // A task that is done already needs no state machine.
    private static void EmitFastPath(SourceWriter source, TaskModel task, string call)
    {
        source.Line($"var task = {call};");
        source.Open("if (!task.IsCompletedSuccessfully)");
        source.Line("return Await(invocation, task);");
        source.Close();
        source.Line();
        if (task.Result is null)
        {
            source.Line("task.GetAwaiter().GetResult();");
            source.Line("invocation.EndWithoutResult();");
        }
        else
        {
            source.Line("WriteResult(invocation, task.GetAwaiter().GetResult());");
        }

        source.Line("return default;");
    }

    private static void EmitAwait(SourceWriter source, TaskModel task)
    {
        string type = (task.Completion == Completion.Task ? Names.Task : Names.ValueTask) + (task.Result is null ? "" : $"<{task.Result.Name}>");
        source.Open($"private static async {Names.ValueTask} Await({Names.Invocation} invocation, {type} task)");
        if (task.Result is null)
        {
            source.Line("await task.ConfigureAwait(false);");
            source.Line("invocation.EndWithoutResult();");
        }
        else
        {
            source.Line("WriteResult(invocation, await task.ConfigureAwait(false));");
        }

        source.Close();
    }

    private static void EmitWriteResult(SourceWriter source, TypeRef result)
    {
        source.Open($"private static void WriteResult({Names.Invocation} invocation, {result.Name} result)");
        source.Line($"{Names.Writer} writer = new(invocation.BeginResult());");
        ValueEmitter.Write(source, result, "result", "The result", "0");
        source.Line("invocation.EndResult(ref writer);");
        source.Close();
    }
}
