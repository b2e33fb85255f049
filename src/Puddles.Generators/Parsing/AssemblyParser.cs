namespace Puddles.Generators.Parsing;

/// <summary>Parses the assembly that is compiled and what it references.</summary>
internal static class AssemblyParser
{
    private const string Runtime = "Puddles.Runtime";

    public static AssemblyModel Parse(Compilation compilation)
    {
        string name = compilation.AssemblyName ?? "";
        bool isExecutable = IsExecutable(compilation);
        return new AssemblyModel(
            name,
            GeneratedNamespace(name),
            Identifiers.Unique("TaskTable_" + name, name),
            isExecutable,
            isExecutable ? new(ReferencedTables(compilation).OrderBy(static table => table, StringComparer.Ordinal)) : default);
    }

    public static bool IsExecutable(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    /// <summary>The namespace for what nobody types; internal types of two assemblies must not meet in it.</summary>
    public static string GeneratedNamespace(string? assemblyName)
    {
        string name = assemblyName ?? "";
        bool isIdentifier = name.Length > 0 && Identifiers.Escape(Identifiers.Flatten(name)) == name;
        return "Puddles.Generated." + (isIdentifier ? name : Identifiers.Unique(name, name));
    }

    private static IEnumerable<string> ReferencedTables(Compilation compilation)
    {
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (MayHaveTasks(assembly) && TableOf(assembly) is { } table && compilation.IsSymbolAccessibleWithin(table, compilation.Assembly))
            {
                yield return table.ToDisplayString(TypeNames.Code);
            }
        }
    }

    /// <summary>Whether an assembly knows of Puddles: attributes of the hundred and more of the framework are not worth loading.</summary>
    public static bool MayHaveTasks(IAssemblySymbol assembly) =>
        assembly.Name == Runtime || assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == Runtime));

    private static INamedTypeSymbol? TableOf(IAssemblySymbol assembly) =>
        assembly.GetAttributes()
            .FirstOrDefault(static attribute => attribute.AttributeClass?.Is("Puddles.Hosting", "PuddleTableAttribute") == true)
            ?.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol;
}
