using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing.Keyed;

/// <summary>Finds the members that a marked type passes, with their keys, as MessagePack does.</summary>
internal sealed class KeyedMembers(INamedTypeSymbol type, string path, Compilation compilation, TypeParser types)
{
    // An array is as long as the highest key; above this, nearly all of it would be gaps.
    private const int HighestNumber = ushort.MaxValue;

    private readonly List<Candidate> _members = [];

    /// <summary>Whether the keys are numbers.</summary>
    public bool IsArray { get; private set; } = true;

    /// <summary>The members in the order in which they are written; null where they do not fit together.</summary>
    public IReadOnlyList<Candidate>? Collect()
    {
        if (!(KeyedTypes.IsByName(type) ? CollectAll() : CollectMarked()))
        {
            return null;
        }

        if (_members.GroupBy(static member => member.Name).FirstOrDefault(static group => group.Count() > 1) is { } hidden)
        {
            return Refuse(PuddleDiagnostics.UnreachableMember, hidden.Key, "is hidden by another of that name in a derived class: give one of them another name");
        }

        return IsArray
            ? [.. _members.OrderBy(static member => member.Number)]
            : [.. _members.OrderBy(static member => member.Symbol.FindInherited(Attributes.DataContracts, "DataMemberAttribute") is { } data ? Order(data) : int.MaxValue)];
    }

    private bool CollectAll()
    {
        IsArray = false;
        foreach (Candidate member in Candidates(MemberOrder.LevelByLevel(type)).Where(static member => member.IsPublic))
        {
            member.Text = member.Name;
            _members.Add(member);
        }

        return true;
    }

    private bool CollectMarked()
    {
        bool demandsKeys = KeyedTypes.MessagePackObject(type) is not null;
        foreach (Candidate member in Candidates(MemberOrder.PropertiesThenFields(type)))
        {
            (int? Number, string? Text)? key = demandsKeys ? KeyOf(member.Symbol) : DataKeyOf(member.Symbol);
            if (key is not { } found)
            {
                if (demandsKeys && member.IsPublic)
                {
                    Refuse(PuddleDiagnostics.BadKey, member.Name, "has neither [Key] nor [IgnoreMember]: say which of the two it is");
                    return false;
                }

                continue;
            }

            if (!Add(member, found.Number, found.Text))
            {
                return false;
            }
        }

        return true;
    }

    private bool Add(Candidate member, int? number, string? text)
    {
        member.IsMarked = true;
        if (!member.IsReadable && !member.IsWritable)
        {
            Refuse(PuddleDiagnostics.UnreachableMember, member.Name, "has a key, but generated code cannot reach it: make it internal or public");
            return false;
        }

        if (_members.Count > 0 && IsArray != number is not null)
        {
            Refuse(PuddleDiagnostics.BadKey, member.Name, "has a key of another kind than the members before it: use either numbers or names");
            return false;
        }

        if (number is < 0 or > HighestNumber)
        {
            Refuse(PuddleDiagnostics.BadKey, member.Name, FormattableString.Invariant($"has the key {number}: use numbers from 0 to {HighestNumber}"));
            return false;
        }

        IsArray = number is not null;
        member.Number = number ?? 0;
        member.Text = text ?? "";
        if (_members.FirstOrDefault(other => other.Number == member.Number && other.Text == member.Text) is not { } same)
        {
            _members.Add(member);
            return true;
        }

        // An override has the key of what it overrides, and is reached by it.
        if (same.Symbol.IsVirtual || same.Symbol.IsOverride || same.Symbol.IsAbstract)
        {
            return true;
        }

        Refuse(PuddleDiagnostics.BadKey, member.Name, $"has the same key as '{same.Name}': give one of them another");
        return false;
    }

    private IEnumerable<Candidate> Candidates(IEnumerable<ISymbol> symbols) =>
        symbols.Where(static symbol => !KeyedTypes.IsIgnored(symbol)).Select(symbol => new Candidate(symbol, compilation));

    private static (int? Number, string? Text)? KeyOf(ISymbol member) =>
        member.FindInherited(Attributes.MessagePack, "KeyAttribute")?.Argument(0) switch
        {
            int number => (number, null),
            string text => (null, text),
            _ => null,
        };

    private static (int? Number, string? Text)? DataKeyOf(ISymbol member) =>
        member.FindInherited(Attributes.DataContracts, "DataMemberAttribute") is not { } data ? null
        : Order(data) is var order and not -1 ? (order, null)
        : (null, data.Named("Name") as string ?? member.Name);

    private static int Order(AttributeData data) => data.Named("Order") as int? ?? -1;

    private IReadOnlyList<Candidate>? Refuse(DiagnosticDescriptor descriptor, string member, string why)
    {
        types.Refuse(descriptor, $"{path}.{member}", why);
        return null;
    }
}
