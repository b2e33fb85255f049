using Microsoft.CodeAnalysis.CSharp;

namespace Puddles.Generators.Parsing.Keyed;

/// <summary>Chooses the constructor of a marked type, as MessagePack does: the marked one, or the longest that fits.</summary>
internal sealed class KeyedConstructor(INamedTypeSymbol type, IReadOnlyList<Candidate> members, bool isArray, Compilation compilation)
{
    /// <summary>The constructor; null for that of a struct which declares none.</summary>
    public IMethodSymbol? Symbol { get; private set; }

    /// <summary>The member behind each parameter.</summary>
    public IReadOnlyList<Candidate> Members { get; private set; } = [];

    /// <summary>Whether it sets the required members itself.</summary>
    public bool SetsRequired => Symbol?.Has("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") == true;

    /// <summary>Chooses it.</summary>
    /// <returns>Why none can be; null for success.</returns>
    public string? Choose()
    {
        IMethodSymbol[] all = [.. type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared || type.IsReferenceType)];
        IMethodSymbol[] marked = [.. all.Where(static constructor => constructor.Has(Attributes.MessagePack, "SerializationConstructorAttribute"))];
        if (marked.Length > 1)
        {
            return "has several constructors with [SerializationConstructor]: mark one";
        }

        if (marked.Length == 1)
        {
            return !IsReachable(marked[0]) ? "has a constructor with [SerializationConstructor] that generated code cannot call: make it internal or public"
                : Try(marked[0]) ? null
                : "has a constructor with [SerializationConstructor] whose parameters do not fit its members: " + Rule;
        }

        if (all.Length == 0 && type.IsValueType)
        {
            return null;
        }

        // MessagePack sees public ones alone; the others come after them, so that they change nothing for it.
        return all.Where(IsReachable)
            .OrderByDescending(static constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .ThenByDescending(static constructor => constructor.Parameters.Length)
            .Any(Try)
            ? null
            : "has no constructor that fits its members: " + Rule;
    }

    private string Rule => isArray
        ? "its parameters are taken for the members in the order of their keys, and their types must fit"
        : "its parameters are taken for the members with keys or names like theirs, and their types must fit";

    private bool Try(IMethodSymbol constructor)
    {
        var matched = new List<Candidate>();
        for (int i = 0; i < constructor.Parameters.Length; i++)
        {
            IParameterSymbol parameter = constructor.Parameters[i];
            Candidate? member = isArray ? members.ElementAtOrDefault(i) : ByName(parameter.Name);
            if (member is not { IsReadable: true } || parameter.RefKind != RefKind.None || !Fits(member.Type, parameter.Type))
            {
                return false;
            }

            matched.Add(member);
        }

        Symbol = constructor;
        Members = matched;
        return true;
    }

    private Candidate? ByName(string parameter) =>
        members.FirstOrDefault(member => string.Equals(member.Text, parameter, StringComparison.OrdinalIgnoreCase))
        ?? members.FirstOrDefault(member => string.Equals(member.Name, parameter, StringComparison.OrdinalIgnoreCase));

    private bool Fits(ITypeSymbol member, ITypeSymbol parameter)
    {
        Conversion conversion = compilation.ClassifyConversion(member, parameter);
        return conversion.IsIdentity || (conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing));
    }

    private bool IsReachable(IMethodSymbol constructor) => compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly);
}
