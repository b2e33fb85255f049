namespace Puddles;

/// <summary>
/// Lists a class that may be behind an abstract class, an interface or another class that is not sealed, so that tasks
/// can take and return that. Give one for each such class. A value is passed as an array of the key and the value, as
/// MessagePack's <c>[Union]</c> is; one of a class that is not listed fails its call.
/// </summary>
/// <example>
/// <code>
/// [PuddleUnion(0, typeof(Circle))]
/// [PuddleUnion(1, typeof(Square))]
/// abstract record Shape;
///
/// sealed record Circle(double Radius) : Shape;
///
/// sealed record Square(double Side) : Shape;
///
/// static class Jobs
/// {
///     [PuddleTask]
///     public static double Area(Shape shape) => shape switch
///     {
///         Circle circle => Math.PI * circle.Radius * circle.Radius,
///         Square square => square.Side * square.Side,
///         _ => 0,
///     };
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class PuddleUnionAttribute : Attribute
{
    /// <summary>Lists a class.</summary>
    /// <param name="key">What tells it from the others on the wire; any number that no other one of them has.</param>
    /// <param name="type">
    /// The class: it derives from this one or implements it, or is this one itself. One with open type parameters, such
    /// as <c>typeof(Ok&lt;&gt;)</c>, gets those of this one.
    /// </param>
    public PuddleUnionAttribute(int key, Type type)
    {
        Key = key;
        Type = type;
    }

    /// <summary>What tells it from the others on the wire.</summary>
    public int Key { get; }

    /// <summary>The class.</summary>
    public Type Type { get; }
}
