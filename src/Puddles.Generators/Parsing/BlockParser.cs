using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Puddles.Generators.Parsing;

/// <summary>
/// Finds elements that can be copied as memory: numbers, and structs of them that have no gaps and whose every field
/// anybody can set to anything, so that no constructor and no setter is passed by.
/// </summary>
internal sealed class BlockParser(Compilation compilation, TypeParser types)
{
    private const int Bool = 0;

    private static readonly int[] GuidWidths = [4, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1];

    /// <summary>How elements of a type lie in a block; null where they are written one by one.</summary>
    public BlockModel? Parse(ITypeSymbol element)
    {
        var widths = new List<int>();
        var names = new List<string>();
        return TryAdd(element, "", widths, names, out _)
            ? new BlockModel(new(widths), element is INamedTypeSymbol { TypeKind: TypeKind.Struct } && widths.Count > 1 && !element.Is("System", "Guid") ? string.Join(", ", names) : "")
            : null;
    }

    private bool TryAdd(ITypeSymbol type, string name, List<int> widths, List<string> names, out int alignment)
    {
        if (types.HasFormatter(type))
        {
            alignment = 1;
            return false;
        }

        int[] own = type is INamedTypeSymbol { EnumUnderlyingType: { } number } ? Widths(number) : Widths(type);
        if (own.Length > 0)
        {
            widths.AddRange(own);
            names.Add(name);
            alignment = Math.Max(own[0], 1);
            return name.Length == 0 || alignment <= sizeof(long);
        }

        alignment = 1;
        return type is INamedTypeSymbol { TypeKind: TypeKind.Struct } plain && TryAddFields(plain, name, widths, names, ref alignment);
    }

    private bool TryAddFields(INamedTypeSymbol type, string name, List<int> widths, List<string> names, ref int alignment)
    {
        IFieldSymbol[] fields = [.. type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic)];
        if (fields.Length == 0 || Pack(type) is not { } pack || !HasKnownForm(type) || !types.IsPlainObject(type))
        {
            return false;
        }

        int start = Size(widths);
        foreach (IFieldSymbol field in fields)
        {
            string path = $"{name}.{field.AssociatedSymbol?.Name ?? field.Name}";
            int offset = Size(widths) - start;
            if (!IsFree(field) || !TryAdd(field.Type, path.TrimStart('.'), widths, names, out int natural))
            {
                return false;
            }

            int needed = Math.Min(natural, pack);
            if (offset % needed != 0)
            {
                return false;
            }

            alignment = Math.Max(alignment, needed);
        }

        return (Size(widths) - start) % alignment == 0;
    }

    // Only of a type of this compilation is the layout known; attributes may ask for another form of it or its members.
    private bool HasKnownForm(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
        && type is { IsTupleType: false, IsRefLikeType: false }
        && !type.GetAttributes().Concat(type.GetMembers().SelectMany(static member => member.GetAttributes())).Any(IsOfForm);

    private static bool IsOfForm(AttributeData attribute)
    {
        string space = attribute.AttributeClass?.ContainingNamespace?.ToDisplayString() ?? "";
        return space is "System.Runtime.Serialization" or "Puddles"
            || space.StartsWith("MessagePack", StringComparison.Ordinal)
            || attribute.AttributeClass!.Name is "InlineArrayAttribute" or "FieldOffsetAttribute";
    }

    /// <summary>The most that a field is aligned by; null where the fields are not laid out in their order.</summary>
    private static int? Pack(INamedTypeSymbol type)
    {
        const int Sequential = 0;
        const int Natural = 8;
        AttributeData? layout = type.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass!.Is("System.Runtime.InteropServices", "StructLayoutAttribute"));
        if (layout is null)
        {
            return Natural;
        }

        bool isSequential = layout.ConstructorArguments.Length == 1 && Convert.ToInt32(layout.ConstructorArguments[0].Value, System.Globalization.CultureInfo.InvariantCulture) == Sequential;
        bool hasSize = layout.NamedArguments.Any(static argument => argument.Key == "Size");
        int pack = layout.NamedArguments.Where(static argument => argument.Key == "Pack").Select(static argument => (int)argument.Value.Value!).FirstOrDefault();
        return !isSequential || hasSize ? null : pack is 0 ? Natural : pack;
    }

    private static bool IsFree(IFieldSymbol field) => field switch
    {
        { IsFixedSizeBuffer: true } => false,
        { AssociatedSymbol: IPropertySymbol { DeclaredAccessibility: Accessibility.Public, GetMethod: { } getter, SetMethod: { DeclaredAccessibility: Accessibility.Public } setter } } =>
            IsAutomatic(getter) && IsAutomatic(setter),
        _ => field is { AssociatedSymbol: null, DeclaredAccessibility: Accessibility.Public, IsReadOnly: false },
    };

    private static bool IsAutomatic(IMethodSymbol accessor) => accessor.DeclaringSyntaxReferences.All(static reference =>
        reference.GetSyntax() is not AccessorDeclarationSyntax { Body: not null } and not AccessorDeclarationSyntax { ExpressionBody: not null } and not ArrowExpressionClauseSyntax);

    private static int Size(List<int> widths) => widths.Sum(static width => Math.Max(width, 1));

    private static int[] Widths(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => [Bool],
        SpecialType.System_Byte or SpecialType.System_SByte => [1],
        SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char => [2],
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => [4],
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double => [8],
        _ when type.Is("System", "Half") => [2],
        _ when type.Is("System", "Int128") || type.Is("System", "UInt128") => [16],
        _ when type.Is("System", "Guid") => GuidWidths,
        _ => [],
    };
}
