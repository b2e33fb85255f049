namespace Puddles.Generators.Parsing;

/// <summary>Parses plain records, classes and structs.</summary>
internal sealed class ObjectParser(INamedTypeSymbol type, Compilation compilation, TypeParser types)
{
    public ObjectModel? Parse(string name, CodecName codec, string display, string path)
    {
        IReadOnlyList<Member> members = MemberCollector.Collect(type, compilation);
        if (ConstructorChooser.Choose(type, members, compilation) is not { } constructor)
        {
            types.Refuse(path, "a type that cannot be made from its members: give it a public constructor whose parameters are named as its members, or settable members and no required one that is not public");
            return null;
        }

        if (members.FirstOrDefault(member => member.IsStored && !member.IsSettable && !constructor.Takes(member)) is { } lost)
        {
            types.Refuse($"{path}.{lost.Name}", "a member that can be read but not set, so it would be lost: give it an init accessor, or the constructor a parameter of its name");
            return null;
        }

        Member[] kept = [.. members.Where(member => member.IsSettable || constructor.Takes(member))];
        var models = new List<MemberModel>();
        foreach (Member member in kept)
        {
            if (types.ParseMember(member.Symbol, member.Type, $"{path}.{member.Name}") is not { } memberType)
            {
                return null;
            }

            models.Add(new MemberModel(member.Name, Identifiers.Escape(member.Name), memberType, constructor.DefaultOf(member)));
        }

        return new ObjectModel(
            name,
            codec,
            display,
            type.IsReferenceType,
            IsOpen: type is { IsReferenceType: true, IsSealed: false },
            new(models),
            new(constructor.Members.Select(member => Array.IndexOf(kept, member))),
            new(kept.Where(constructor.Leaves).Select(member => Array.IndexOf(kept, member))));
    }
}
