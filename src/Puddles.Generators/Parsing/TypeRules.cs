namespace Puddles.Generators.Parsing;

/// <summary>Says of a type why no process could make anything of it in another.</summary>
internal static class TypeRules
{
    /// <summary>Why it cannot be passed, to follow "is"; null where it can, as far as its kind goes.</summary>
    public static string? WhyNot(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Dynamic } => "dynamic: declare the type that is passed",
        { SpecialType: SpecialType.System_Object } => "object, which could be anything: declare the type that is passed",
        { TypeKind: TypeKind.Delegate } => "a delegate, and code cannot be passed: make what it does a task of its own",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "a pointer, and memory is not shared: pass the values",
        { IsRefLikeType: true } => "a ref struct, which cannot leave its stack: pass an array",
        { TypeKind: TypeKind.TypeParameter } => "a type parameter: declare a type",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "a native integer, whose width depends on the machine: use long or ulong",
        INamedTypeSymbol named when KnownTypes.IsContainer(named) => null,
        { TypeKind: TypeKind.Interface } => "an interface, and which class is behind it is not known at build time: declare the class",
        { IsAbstract: true, TypeKind: TypeKind.Class } => "an abstract class, and which class is behind it is not known at build time: declare the derived class",
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when !named.IsTupleType => WhyNotPlain(named),
        _ => null,
    };

    private static string? WhyNotPlain(INamedTypeSymbol type)
    {
        if (!KnownTypes.IsPlain(type))
        {
            return $"'{type.ToDisplayString(TypeNames.Message)}', a type of a library that is not supported yet: copy what matters into a record of your own";
        }

        return type.AllInterfaces.Any(static @interface => @interface.SpecialType == SpecialType.System_Collections_IEnumerable)
            ? "a collection of its own kind, whose elements would be lost: use an array, a List or a Dictionary"
            : null;
    }
}
