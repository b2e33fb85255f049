namespace Puddles.Generators.Parsing;

/// <summary>A constructor that the codec can call.</summary>
/// <param name="Members">The member behind each parameter, in the order of the parameters.</param>
/// <param name="Defaults">The default value of each parameter as C#; null where it has none.</param>
/// <param name="SetsRequired">Whether it sets the required members itself.</param>
internal sealed record Constructor(IReadOnlyList<Member> Members, IReadOnlyList<string?> Defaults, bool SetsRequired)
{
    /// <summary>Whether it takes a member.</summary>
    public bool Takes(Member member) => Members.Contains(member);

    /// <summary>What it takes for a member that is missing, as C#; null where there is nothing.</summary>
    public string? DefaultOf(Member member) =>
        Members.Zip(Defaults, (taken, value) => taken == member ? value : null).FirstOrDefault(static value => value is not null);

    /// <summary>Whether it leaves a member to the object initializer.</summary>
    public bool Leaves(Member member) =>
        member.IsSettable && (!Takes(member) || (member.IsRequired && !SetsRequired));
}
