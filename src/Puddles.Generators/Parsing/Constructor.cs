namespace Puddles.Generators.Parsing;

/// <summary>A constructor that the codec can call.</summary>
/// <param name="Members">The member behind each parameter, in the order of the parameters.</param>
/// <param name="SetsRequired">Whether it sets the required members itself.</param>
internal sealed record Constructor(IReadOnlyList<Member> Members, bool SetsRequired)
{
    /// <summary>Whether it takes a member.</summary>
    public bool Takes(Member member) => Members.Contains(member);

    /// <summary>Whether it leaves a member to the object initializer.</summary>
    public bool Leaves(Member member) =>
        member.IsSettable && (!Takes(member) || (member.IsRequired && !SetsRequired));
}
