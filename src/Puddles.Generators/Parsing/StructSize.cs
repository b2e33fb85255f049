namespace Puddles.Generators.Parsing;

/// <summary>Estimates how many bytes a value takes, without what alignment adds.</summary>
internal static class StructSize
{
    private const int Reference = 8;

    public static int Of(ITypeSymbol type) => type switch
    {
        { IsReferenceType: true } or { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.TypeParameter } => Reference,
        INamedTypeSymbol { EnumUnderlyingType: { } number } => Of(number),
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte } => 1,
        { SpecialType: SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 } => 2,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single } => 4,
        { SpecialType: SpecialType.System_Decimal } => 16,
        { SpecialType: not SpecialType.None and not SpecialType.System_Nullable_T } => 8,
        _ => Elements(type) * type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic).Sum(static field => Of(field.Type)),
    };

    private static int Elements(ITypeSymbol type) =>
        type.GetAttributes()
            .FirstOrDefault(static attribute => attribute.AttributeClass?.Is("System.Runtime.CompilerServices", "InlineArrayAttribute") == true)
            ?.ConstructorArguments.FirstOrDefault().Value as int? ?? 1;
}
