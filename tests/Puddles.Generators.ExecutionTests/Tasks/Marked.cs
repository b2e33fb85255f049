using System.Runtime.Serialization;
using MessagePack;

namespace Puddles.Generators.ExecutionTests.Tasks;

public enum Shade : short
{
    Light,
    Dark = -300,
}

/// <summary>Numbers for keys, with a gap, a nested one, a computed one and one that nobody passes.</summary>
[MessagePackObject]
public class Ticket
{
    [Key(0)] public int Id { get; set; }
    [Key(3)] public string? Title { get; set; } = "untitled";
    [Key(1)] public Seat? Seat { get; set; }
    [Key(5)] public Shade Shade;
    [Key(6)] public int Twice => Id * 2;
    [Key(7)] public int Initial { get; init; } = 7;
    [IgnoreMember] public string Secret { get; set; } = "kept here";
    [Key(40)] public int? Last { get; set; }
}

[MessagePackObject]
public readonly struct Seat(int row, string name)
{
    [Key(1)] public int Row { get; } = row;
    [Key(2)] public string Name { get; } = name;
}

/// <summary>Names for keys, through a marked constructor, with members of a base class.</summary>
[MessagePackObject]
public sealed class Guest : Person
{
    [SerializationConstructor]
    public Guest(string name, int visits) => (Name, Visits) = (name, visits);

    public Guest(string name, int visits, bool isKnown) => (Name, Visits, IsKnown) = (name, visits, isKnown);

    [Key("visits")] public int Visits { get; }
    [Key("name")] public string Name { get; }
    [Key("known")] public bool IsKnown { get; set; } = true;
}

[MessagePackObject]
public class Person
{
    [Key("born")] public DateTime Born { get; set; }
    [Key("id")] public virtual Guid Id { get; set; }
}

/// <summary>Names of members for keys.</summary>
[MessagePackObject(keyAsPropertyName: true)]
public record Parcel(string To, double Weight)
{
    public List<Seat>? Seats { get; set; }
    public required string From { get; init; }
    public string Label => $"{From} to {To}";
    [IgnoreMember] public int Draft { get; set; }
    public int Count = 3;
}

/// <summary>Told before it is written and after it was read.</summary>
[MessagePackObject]
public sealed class Journal : IMessagePackSerializationCallbackReceiver
{
    [Key(0)] public int Written { get; set; }
    [IgnoreMember] public int Read { get; set; }

    void IMessagePackSerializationCallbackReceiver.OnBeforeSerialize() => Written++;

    void IMessagePackSerializationCallbackReceiver.OnAfterDeserialize() => Read++;
}

/// <summary>The same of a struct, which is not boxed for it.</summary>
[MessagePackObject]
public struct JournalEntry : IMessagePackSerializationCallbackReceiver
{
    [Key(0)] public int Written { get; set; }
    [Key(1)] public int Read { get; set; }

    public void OnBeforeSerialize() => Written++;

    public void OnAfterDeserialize() => Read++;
}

[DataContract]
public class Contact
{
    [DataMember(Order = 1)] public string? Name { get; set; }
    [DataMember(Order = 0)] public int Age { get; set; }
    public string? Unmarked { get; set; }
    [DataMember(Order = 2)] public int[]? Marks { get; set; }
}

[DataContract]
public class Address
{
    [DataMember(Name = "street")] public string? Street { get; set; }
    [DataMember] public int Number { get; set; }
    [IgnoreDataMember] public string? Note { get; set; }
}

[DataContract]
public class Nothing
{
    public int Unmarked { get; set; }
}

[MessagePackObject]
public class Chain
{
    [Key(0)] public int Value { get; set; }
    [Key(1)] public Chain? Next { get; set; }
}

[MessagePackObject]
public class Holder<T>
{
    [Key(0)] public T? Value { get; set; }
}

/// <summary>Gives marked types back as they came.</summary>
public static class EchoMarked
{
    [PuddleTask] public static Ticket Of(Ticket x) => x;
    [PuddleTask] public static Seat Of(Seat x) => x;
    [PuddleTask] public static Guest Of(Guest x) => x;
    [PuddleTask] public static Person Of(Person x) => x;
    [PuddleTask] public static Parcel Of(Parcel x) => x;
    [PuddleTask] public static Journal Of(Journal x) => x;
    [PuddleTask] public static JournalEntry Of(JournalEntry x) => x;
    [PuddleTask] public static Contact Of(Contact x) => x;
    [PuddleTask] public static Address Of(Address x) => x;
    [PuddleTask] public static Nothing Of(Nothing x) => x;
    [PuddleTask] public static Chain Of(Chain x) => x;
    [PuddleTask] public static Holder<int> Of(Holder<int> x) => x;
    [PuddleTask] public static Holder<Holder<string>> Of(Holder<Holder<string>> x) => x;
}
