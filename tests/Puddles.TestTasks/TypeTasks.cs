using System.Net;
using MessagePack;
using MessagePack.Formatters;
using Puddles;
using Puddles.TestTasks;

[assembly: PuddleFormatter(typeof(IPAddress), typeof(AddressFormatter))]

namespace Puddles.TestTasks;

/// <summary>Types that say themselves how they are passed, so that native workers pass them, too.</summary>
public static class TypeTasks
{
    [PuddleTask]
    public static Ticket Renew(Ticket ticket) => ticket with { Id = ticket.Id + 1, Day = ticket.Day.AddDays(1) };

    [PuddleTask]
    public static double Area(Shape[] shapes) => shapes.Sum(shape => shape.Area);

    [PuddleTask]
    public static Shape Largest(Shape[] shapes) => shapes.MaxBy(shape => shape.Area)!;

    [PuddleTask]
    public static IPAddress Loopback(IPAddress? other) => other ?? IPAddress.Loopback;
}

[MessagePackObject]
public sealed record Ticket(
    [property: Key(0)] int Id,
    [property: Key(2)] DateTime Day,
    [property: Key(3), MessagePackFormatter(typeof(DayFormatter))] DayOfWeek Weekday)
{
    [Key(5), MessagePackFormatter(typeof(SecretFormatter), 13)]
    public int Secret { get; init; } = 7;
}

/// <summary>Of MessagePack's kind, with one instance.</summary>
public sealed class DayFormatter : IMessagePackFormatter<DayOfWeek>
{
    public static readonly DayFormatter Instance = new();

    private DayFormatter()
    {
    }

    public void Serialize(ref MessagePackWriter writer, DayOfWeek value, MessagePackSerializerOptions options) => writer.Write(value.ToString());

    public DayOfWeek Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => Enum.Parse<DayOfWeek>(reader.ReadString()!);
}

/// <summary>Of MessagePack's kind, with an argument.</summary>
public sealed class SecretFormatter(int by) : IMessagePackFormatter<int>
{
    public void Serialize(ref MessagePackWriter writer, int value, MessagePackSerializerOptions options) =>
        writer.Write(value ^ by);

    public int Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadInt32() ^ by;
}

[PuddleUnion(0, typeof(Circle))]
[PuddleUnion(1, typeof(Square))]
public abstract record Shape
{
    public abstract double Area { get; }
}

public sealed record Circle(double Radius) : Shape
{
    public override double Area => Math.PI * Radius * Radius;
}

public sealed record Square(double Side) : Shape
{
    public override double Area => Side * Side;
}

public sealed class AddressFormatter : IPuddleFormatter<IPAddress>
{
    public static void Write(ref MessagePackWriter writer, IPAddress value) => writer.Write($"{value}");

    public static IPAddress Read(ref MessagePackReader reader) => IPAddress.Parse(reader.ReadString()!);
}
