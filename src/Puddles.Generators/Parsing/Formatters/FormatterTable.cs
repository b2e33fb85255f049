using System.Runtime.CompilerServices;

namespace Puddles.Generators.Parsing.Formatters;

/// <summary>The formatters that assemblies give to types, by <c>[assembly: PuddleFormatter]</c>.</summary>
internal sealed class FormatterTable
{
    // All tasks of a compilation ask for the same table.
    private static readonly ConditionalWeakTable<Compilation, FormatterTable> Tables = new();

    private readonly Dictionary<ISymbol, INamedTypeSymbol> _formatters = new(SymbolEqualityComparer.Default);

    private FormatterTable(Compilation compilation)
    {
        Add(compilation.Assembly);
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(AssemblyParser.MayHaveTasks))
        {
            Add(assembly);
        }

        // What a referenced assembly keeps to itself is for its own tasks alone.
        void Add(IAssemblySymbol assembly) => this.Add(assembly, formatter =>
            SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly) || Reachability.IsReachable(formatter.OriginalDefinition, compilation));
    }

    public static FormatterTable Of(Compilation compilation) => Tables.GetValue(compilation, static compilation => new FormatterTable(compilation));

    /// <summary>The formatter of a type, closed over its type arguments; null where it has none.</summary>
    public INamedTypeSymbol? Find(ITypeSymbol type)
    {
        if (_formatters.Count == 0)
        {
            return null;
        }

        if (_formatters.TryGetValue(type, out INamedTypeSymbol? found))
        {
            return found;
        }

        return type is INamedTypeSymbol { IsGenericType: true } generic && _formatters.TryGetValue(generic.OriginalDefinition, out INamedTypeSymbol? open)
            ? Close(open, generic)
            : null;
    }

    /// <summary>A formatter with the type arguments of the type that it is for, where it is open.</summary>
    public static INamedTypeSymbol Close(INamedTypeSymbol formatter, INamedTypeSymbol type) =>
        formatter.IsUnboundGenericType && formatter.Arity == type.Arity
            ? formatter.OriginalDefinition.Construct([.. type.TypeArguments])
            : formatter;

    // The assembly that is compiled comes first, and of several for one type the first counts.
    private void Add(IAssemblySymbol assembly, Func<INamedTypeSymbol, bool> isOurs)
    {
        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.Is("Puddles", "PuddleFormatterAttribute") == true
                && attribute.Argument(0) is ITypeSymbol type
                && attribute.Argument(1) is INamedTypeSymbol formatter
                && isOurs(formatter))
            {
                ISymbol key = type is INamedTypeSymbol { IsUnboundGenericType: true } open ? open.OriginalDefinition : type;
                if (!_formatters.ContainsKey(key))
                {
                    _formatters.Add(key, formatter);
                }
            }
        }
    }
}
