namespace Puddles.Generators.Parsing.Keyed;

/// <summary>Tells which types are marked, and by what.</summary>
internal static class KeyedTypes
{
    /// <summary>Whether a type is marked for MessagePack or as a data contract.</summary>
    public static bool IsMarked(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && (MessagePackObject(type) is not null || type.Has(Attributes.DataContracts, "DataContractAttribute"));

    /// <summary>The attribute of MessagePack, which a class inherits.</summary>
    public static AttributeData? MessagePackObject(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (level.Find(Attributes.MessagePack, "MessagePackObjectAttribute") is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether all public members are passed by their names.</summary>
    public static bool IsByName(INamedTypeSymbol type) =>
        MessagePackObject(type)?.Argument(0) is true;

    /// <summary>Whether a member says that it is not passed.</summary>
    public static bool IsIgnored(ISymbol member) =>
        member.Has(Attributes.MessagePack, "IgnoreMemberAttribute")
        || member.Has(Attributes.DataContracts, "IgnoreDataMemberAttribute")
        || member.Has("System", "NonSerializedAttribute");
}
