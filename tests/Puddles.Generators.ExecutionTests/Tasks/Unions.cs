using System.Text.Json.Serialization;
using MessagePack;

namespace Puddles.Generators.ExecutionTests.Tasks;

[MessagePack.Union(0, typeof(Cat))]
[MessagePack.Union(12, typeof(Dog))]
[MessagePackObject]
public abstract class Animal
{
    [Key(0)] public string? Name { get; set; }
}

[MessagePackObject]
public class Cat : Animal
{
    [Key(1)] public int Lives { get; set; }
}

[MessagePackObject]
public class Dog : Animal
{
    [Key(1)] public Animal? Chases { get; set; }
}

public sealed class Stray : Animal;

[MessagePack.Union(3, typeof(Coin))]
[MessagePack.Union(1, typeof(Note))]
public interface IMoney
{
    int InCents();
}

[MessagePackObject]
public readonly record struct Coin([property: Key(0)] int Cents) : IMoney
{
    public int InCents() => Cents;
}

[MessagePackObject(true)]
public sealed record Note(int Euros, DateTime Printed) : IMoney
{
    public int InCents() => Euros * 100;
}

/// <summary>An expression tree of plain records.</summary>
[PuddleUnion(-1, typeof(Constant))]
[PuddleUnion(0, typeof(Sum))]
public abstract record Expression
{
    public abstract int Evaluate();
}

public sealed record Constant(int Value) : Expression
{
    public override int Evaluate() => Value;
}

public record Sum(Expression Left, Expression Right) : Expression
{
    public override int Evaluate() => Left.Evaluate() + Right.Evaluate();
}

public sealed record Product(Expression Left, Expression Right) : Sum(Left, Right);

/// <summary>A class that lists itself, and one that gets its type argument from it.</summary>
[PuddleUnion(0, typeof(Outcome<>))]
[PuddleUnion(1, typeof(Success<>))]
public class Outcome<T>
{
    public string? Message { get; set; }
}

public class Success<T> : Outcome<T>
{
    public T? Value { get; set; }
}

[JsonDerivedType(typeof(Letter), "letter")]
[JsonDerivedType(typeof(Digit), 7)]
public record Sign(int Width);

public sealed record Letter(int Width, char Value) : Sign(Width);

public sealed record Digit(int Width, byte Value) : Sign(Width);

/// <summary>Gives members of closed hierarchies back as they came.</summary>
public static class EchoUnions
{
    [PuddleTask] public static Animal Of(Animal x) => x;
    [PuddleTask] public static IMoney[] Of(IMoney[] x) => x;
    [PuddleTask] public static Expression? Of(Expression? x) => x;
    [PuddleTask] public static Outcome<int> Of(Outcome<int> x) => x;
    [PuddleTask] public static Success<string> Of(Success<string> x) => x;
    [PuddleTask] public static List<Sign?> Of(List<Sign?> x) => x;
}
