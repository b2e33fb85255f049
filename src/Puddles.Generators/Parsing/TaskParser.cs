namespace Puddles.Generators.Parsing;

/// <summary>Turns a method with <c>[PuddleTask]</c> into a model, or finds why it cannot be one. The generator and the analyzer both ask it.</summary>
internal static class TaskParser
{
    /// <summary>The model; null where there are findings, or errors that the compiler reports.</summary>
    public static TaskModel? Parse(IMethodSymbol method, AttributeData attribute, Compilation compilation, Findings findings, CancellationToken cancellationToken)
    {
        MethodRules.Check(method, findings);
        if (method.MethodKind != MethodKind.Ordinary || IsDeclaredTwice(method))
        {
            return null;
        }

        TaskAttribute settings = TaskAttribute.Parse(attribute, method, findings);
        ContainerModel container = ContainerParser.Parse(method, compilation, findings);
        HelperCollisions.Check(method, findings);
        if (findings.All.Count > 0)
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        string generatedNamespace = AssemblyParser.GeneratedNamespace(compilation.AssemblyName);
        var types = new SignatureParser(compilation, findings);
        IReadOnlyList<ParameterModel> parameters = ParameterParser.Parse(method, types);
        (Completion completion, TypeRef? result) = ReturnParser.Parse(method, types, findings);
        if (parameters.Count < method.Parameters.Length || (result is null && HasResult(method)) || findings.All.Count > 0)
        {
            return null;
        }

        string documentationId = method.GetDocumentationCommentId()!;
        return new TaskModel(
            Identifiers.Unique(method.Name, documentationId),
            documentationId,
            Identifiers.Escape(method.Name),
            method.Name,
            AccessibilityOf(method, container.IsPartial),
            container,
            generatedNamespace,
            OverrideAccessibility(method, compilation),
            Identity(method, settings, parameters, result, types),
            completion,
            result,
            new(parameters),
            ParameterParser.Names(method),
            new(types.Models.Values.OrderBy(static type => type.Name, StringComparer.Ordinal)));
    }

    /// <summary>The name on the wire of a task that gives itself none, or the one that it gives.</summary>
    public static string WireName(IMethodSymbol method, string? given)
    {
        IEnumerable<string> types = method.Parameters
            .Select(static parameter => parameter.Type)
            .Where(static type => ParameterParser.KindOf(type) == ParameterKind.Serialized)
            .Select(static type => type.ToDisplayString(TypeNames.Wire));
        return given ?? WireName(method, types);
    }

    /// <summary>The name on the wire of a method with parameters of these types.</summary>
    public static string WireName(IMethodSymbol method, IEnumerable<string> types) =>
        $"{method.ContainingType.ToDisplayString(TypeNames.Wire)}.{method.Name}({string.Join(",", types)})";

    private static TaskIdentity Identity(IMethodSymbol method, TaskAttribute settings, IReadOnlyList<ParameterModel> parameters, TypeRef? result, SignatureParser types)
    {
        string name = WireName(method, settings.Name);
        string schema = SchemaText.Of(parameters.Where(static parameter => parameter.Type is not null), result, types.Models);
        IEnumerable<ulong> earlier = settings.Name is null ? EarlierNames.Of(method).Select(Fnv1a.Hash) : [];
        return new TaskIdentity(Fnv1a.Hash(name), new(earlier), name, Fnv1a.Hash(schema), schema, settings.TimeoutMilliseconds, settings.Idempotent, settings.Retries);
    }

    // While a method is being copied there are two of it for a moment; two files of one name would stop the generator.
    private static bool IsDeclaredTwice(IMethodSymbol method)
    {
        string? id = method.GetDocumentationCommentId();
        IMethodSymbol first = method.ContainingType.GetMembers(method.Name)
            .OfType<IMethodSymbol>()
            .First(other => other.GetDocumentationCommentId() == id);
        return !SymbolEqualityComparer.Default.Equals(first, method);
    }

    private static bool HasResult(IMethodSymbol method) =>
        !method.ReturnsVoid
        && !method.ReturnType.Is("System.Threading.Tasks", "Task")
        && !method.ReturnType.Is("System.Threading.Tasks", "ValueTask");

    // An override repeats "internal" exactly where it can see the runtime's internals: in the runtime and in its friends.
    private static string OverrideAccessibility(IMethodSymbol method, Compilation compilation) =>
        TaskAttribute.Find(method)?.AttributeClass?.ContainingAssembly is { } runtime
        && (SymbolEqualityComparer.Default.Equals(runtime, compilation.Assembly) || runtime.GivesAccessTo(compilation.Assembly))
            ? "protected internal"
            : "protected";

    private static string AccessibilityOf(IMethodSymbol method, bool isPartial) => isPartial
        ? method.DeclaredAccessibility switch
        {
            Accessibility.Public => "public",
            Accessibility.Internal => "internal",
            Accessibility.Protected => "protected",
            Accessibility.ProtectedOrInternal => "protected internal",
            Accessibility.ProtectedAndInternal => "private protected",
            _ => "private",
        }
        : Reachability.IsPublic(method) ? "public" : "internal";
}
