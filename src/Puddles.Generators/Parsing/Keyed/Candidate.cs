namespace Puddles.Generators.Parsing.Keyed;

/// <summary>A property or field that may have a key.</summary>
internal sealed class Candidate
{
    private readonly Compilation _compilation;

    public Candidate(ISymbol symbol, Compilation compilation)
    {
        _compilation = compilation;
        Symbol = symbol;
        switch (symbol)
        {
            case IPropertySymbol property:
                Type = property.Type;
                HasGetter = Accessor(property, static level => level.GetMethod) is not null;
                HasSetter = Accessor(property, static level => level.SetMethod) is not null;
                IsReadable = IsReachable(Accessor(property, static level => level.GetMethod));
                IsWritable = IsReachable(Accessor(property, static level => level.SetMethod));
                IsInitOnly = Accessor(property, static level => level.SetMethod)?.IsInitOnly == true;
                IsPublic = IsPublicAccessor(property.GetMethod) || IsPublicAccessor(property.SetMethod);
                IsRequired = property.IsRequired;
                IsStored = property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field =>
                    SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
                break;
            case IFieldSymbol field:
                Type = field.Type;
                HasGetter = true;
                HasSetter = !field.IsReadOnly;
                IsReadable = IsReachable(field);
                IsWritable = IsReadable && !field.IsReadOnly;
                IsPublic = field.DeclaredAccessibility == Accessibility.Public;
                IsRequired = field.IsRequired;
                IsStored = true;
                break;
            default:
                throw new ArgumentException("It is neither a property nor a field.", nameof(symbol));
        }
    }

    public ISymbol Symbol { get; }

    public string Name => Symbol.Name;

    public ITypeSymbol Type { get; }

    public bool HasGetter { get; }

    public bool HasSetter { get; }

    /// <summary>Whether generated code can get it.</summary>
    public bool IsReadable { get; }

    /// <summary>Whether generated code can set it.</summary>
    public bool IsWritable { get; }

    public bool IsInitOnly { get; }

    public bool IsRequired { get; }

    /// <summary>Whether anybody can get or set it, which is what MessagePack demands of a member.</summary>
    public bool IsPublic { get; }

    /// <summary>Whether it is known to hold a value, and not to compute one.</summary>
    public bool IsStored { get; }

    public int Number { get; set; }

    public string Text { get; set; } = "";

    /// <summary>Whether it says itself that it is passed.</summary>
    public bool IsMarked { get; set; }

    // An override need not have both accessors.
    private static IMethodSymbol? Accessor(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> accessor)
    {
        for (IPropertySymbol? level = property; level is not null; level = level.OverriddenProperty)
        {
            if (accessor(level) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsPublicAccessor(IMethodSymbol? accessor) => accessor?.DeclaredAccessibility == Accessibility.Public;

    private bool IsReachable(ISymbol? symbol) => symbol is not null && _compilation.IsSymbolAccessibleWithin(symbol, _compilation.Assembly);
}
