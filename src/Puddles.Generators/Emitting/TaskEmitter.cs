namespace Puddles.Generators.Emitting;

/// <summary>Writes the file of one task: its helpers, its definition and its units.</summary>
internal static class TaskEmitter
{
    public static string Emit(TaskModel task)
    {
        SourceWriter source = GeneratedFile.Begin();
        if (task.Container.IsPartial)
        {
            EmitMembers(source, task);
        }
        else
        {
            EmitExtension(source, task);
            source.Line();
            source.Open($"namespace {task.GeneratedNamespace}");
            EmitTypes(source, task);
            source.Close();
        }

        return source.ToString();
    }

    /// <summary>The expression by which the table of the assembly gets the definition.</summary>
    public static string DefinitionFor(TaskModel task)
    {
        ContainerLevel? hidden = task.Container.Levels.FirstOrDefault(static level => level.IsHidden);
        if (!task.Container.IsPartial || hidden is null)
        {
            return $"{Holder(task)}.Invoker.Instance";
        }

        int outermostHidden = task.Container.Levels.TakeWhile(level => level != hidden).Count();
        return $"{task.Container.Levels[outermostHidden - 1].Name}.{task.Key}_Definition()";
    }

    /// <summary>The class that holds the definition and the unit.</summary>
    public static string Holder(TaskModel task) => task.Container.IsPartial
        ? $"{task.Container.Name}.{task.Key}"
        : $"global::{task.GeneratedNamespace}.{task.Key}";

    private static void EmitExtension(SourceWriter source, TaskModel task)
    {
        if (task.Container.Namespace.Length > 0)
        {
            source.Open($"namespace {task.Container.Namespace}");
        }

        source.Line(GeneratedFile.TypeAttributes);
        source.Open($"{task.Accessibility} static class {task.Container.FlatName}_{task.Key}");
        source.Open($"extension({task.Container.Name})");
        HelperEmitter.Emit(source, task);
        source.Close();
        source.Close();
        if (task.Container.Namespace.Length > 0)
        {
            source.Close();
        }
    }

    private static void EmitMembers(SourceWriter source, TaskModel task)
    {
        if (task.Container.Namespace.Length > 0)
        {
            source.Open($"namespace {task.Container.Namespace}");
        }

        bool isReached = false;
        for (int i = 0; i < task.Container.Levels.Count; i++)
        {
            ContainerLevel level = task.Container.Levels[i];
            source.Open($"partial {level.Keywords} {level.Identifier}");

            // A type that only the one around it can name is reached through that one, level by level.
            isReached |= i + 1 < task.Container.Levels.Count && task.Container.Levels[i + 1].IsHidden;
            if (isReached && i + 1 < task.Container.Levels.Count)
            {
                EmitAccessor(source, task, task.Container.Levels[i + 1], isLast: i + 2 == task.Container.Levels.Count);
            }
        }

        HelperEmitter.Emit(source, task);
        source.Line();
        EmitTypes(source, task);
        foreach (ContainerLevel _ in task.Container.Levels)
        {
            source.Close();
        }

        if (task.Container.Namespace.Length > 0)
        {
            source.Close();
        }
    }

    private static void EmitAccessor(SourceWriter source, TaskModel task, ContainerLevel inner, bool isLast)
    {
        string definition = isLast ? $"{Holder(task)}.Invoker.Instance" : $"{inner.Name}.{task.Key}_Definition()";
        source.Line(GeneratedFile.TypeAttributes);
        source.Line($"internal static {Names.Definition} {task.Key}_Definition() => {definition};");
        source.Line();
    }

    private static void EmitTypes(SourceWriter source, TaskModel task)
    {
        source.Line(GeneratedFile.TypeAttributes);
        source.Open($"internal static class {task.Key}");
        InvokerEmitter.Emit(source, task);
        source.Line();
        UnitEmitter.Emit(source, task);
        source.Close();
    }
}
