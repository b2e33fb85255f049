using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing.Keyed;

/// <summary>Parses types that are marked for MessagePack or as data contracts.</summary>
internal sealed class KeyedParser(INamedTypeSymbol type, Compilation compilation, TypeParser types)
{
    private const string Receiver = "IMessagePackSerializationCallbackReceiver";

    public KeyedModel? Parse(string name, CodecName codec, string display, string path)
    {
        var collector = new KeyedMembers(type, path, compilation, types);
        if (collector.Collect() is not { } members)
        {
            return null;
        }

        var constructor = new KeyedConstructor(type, members, collector.IsArray, compilation);
        if (constructor.Choose() is { } whyNot)
        {
            types.Refuse(PuddleDiagnostics.UnusableConstructor, path, whyNot);
            return null;
        }

        // What is neither marked nor can be set is taken for computed.
        Candidate[] kept = [.. members.Where(member => member.IsMarked || IsSet(member, constructor) || (member.IsStored && !member.IsWritable))];
        if (kept.FirstOrDefault(member => IsLost(member, constructor)) is { } lost)
        {
            types.Refuse(PuddleDiagnostics.UnreachableMember, $"{path}.{lost.Name}", WhyLost(lost));
            return null;
        }

        var models = new List<KeyedMemberModel>();
        foreach (Candidate member in kept)
        {
            if (types.ParseMember(member.Symbol, member.Type, $"{path}.{member.Name}") is not { } memberType)
            {
                return null;
            }

            models.Add(new KeyedMemberModel(
                member.Name,
                Identifiers.Escape(member.Name),
                member.Number,
                member.Text,
                memberType,
                member.IsReadable,
                IsSet(member, constructor),
                member.IsRequired && !constructor.SetsRequired));
        }

        return new KeyedModel(
            name,
            codec,
            display,
            type.IsReferenceType,
            IsOpen: type is { IsReferenceType: true, IsSealed: false },
            collector.IsArray,
            new(models),
            new(constructor.Members.Select((member, index) => new KeyedArgument(Array.IndexOf(kept, member), Cast(member, constructor.Symbol!.Parameters[index])))),
            new(Positions(kept, member => IsInitialized(member, constructor))),
            new(Positions(kept, member => member.IsWritable && !constructor.Members.Contains(member) && !IsInitialized(member, constructor))),
            Callback("OnBeforeSerialize"),
            Callback("OnAfterDeserialize"));
    }

    private static bool IsSet(Candidate member, KeyedConstructor constructor) => member.IsWritable || constructor.Members.Contains(member);

    private static bool IsInitialized(Candidate member, KeyedConstructor constructor) =>
        member.IsWritable
        && ((member.IsRequired && !constructor.SetsRequired) || (member.IsInitOnly && !constructor.Members.Contains(member)));

    private static bool IsLost(Candidate member, KeyedConstructor constructor) =>
        (member.HasGetter && !member.IsReadable) || (!IsSet(member, constructor) && (member.IsStored || member.HasSetter));

    private static string WhyLost(Candidate member) =>
        !member.IsReadable ? "cannot be read by generated code, so it would be lost: make its getter internal or public"
        : member.HasSetter ? "cannot be set by generated code, so it would be lost: make its setter internal or public, or give the constructor a parameter for it"
        : "can be read but not set, so it would be lost: give it an init accessor, the constructor a parameter for it, or the member [IgnoreMember]";

    private static IEnumerable<int> Positions(Candidate[] members, Func<Candidate, bool> which) =>
        members.Where(which).Select(member => Array.IndexOf(members, member));

    private static string Cast(Candidate member, IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(member.Type, parameter.Type) ? "" : parameter.Type.ToDisplayString(TypeNames.Code);

    // A struct that is called by its interface would be boxed, and what it changes be lost; MessagePack does so where it must.
    private string Callback(string method)
    {
        if (!type.AllInterfaces.Any(static @interface => @interface.Is(Attributes.MessagePack, Receiver)))
        {
            return "";
        }

        bool isOwn = type.IsValueType && type.GetMembers(method).OfType<IMethodSymbol>().Any(static own =>
            own is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public });
        return isOwn ? $"value.{method}()" : $"((global::{Attributes.MessagePack}.{Receiver})value).{method}()";
    }
}
