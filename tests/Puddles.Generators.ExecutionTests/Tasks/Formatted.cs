using System.Buffers;
using System.Net;
using MessagePack;
using MessagePack.Formatters;
using Puddles;
using Puddles.Generators.ExecutionTests.Tasks;

[assembly: PuddleFormatter(typeof(IPAddress), typeof(AddressFormatter))]
[assembly: PuddleFormatter(typeof(Sealed), typeof(SealedFormatter))]
[assembly: PuddleFormatter(typeof(IOpaque), typeof(OpaqueFormatter))]
[assembly: PuddleFormatter(typeof(Box<>), typeof(BoxFormatter<>))]
[assembly: PuddleFormatter(typeof(Celsius), typeof(CelsiusFormatter))]

namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>Of a type of the framework.</summary>
public sealed class AddressFormatter : IPuddleFormatter<IPAddress>
{
    public static void Write(ref MessagePackWriter writer, IPAddress value) => writer.Write(value.GetAddressBytes());

    public static IPAddress Read(ref MessagePackReader reader) => new(reader.ReadBytes()?.ToArray() ?? []);
}

/// <summary>Cannot be made from its members.</summary>
public sealed class Sealed
{
    private Sealed(string text) => Text = text;

    public string Text { get; }

    public static Sealed Make(string text) => new(text);
}

/// <summary>By methods that only the interface shows, and that throw where they are told to.</summary>
public sealed class SealedFormatter : IPuddleFormatter<Sealed>
{
    static void IPuddleFormatter<Sealed>.Write(ref MessagePackWriter writer, Sealed value) =>
        writer.Write(value.Text == "unwritable" ? throw new InvalidOperationException("no pen") : value.Text);

    static Sealed IPuddleFormatter<Sealed>.Read(ref MessagePackReader reader) =>
        reader.ReadString() is { } text and not "unreadable" ? Sealed.Make(text) : throw new InvalidOperationException("no glasses");
}

public interface IOpaque
{
    int Value { get; }
}

public sealed class Opaque(int value) : IOpaque
{
    public int Value => value;
}

/// <summary>Of MessagePack's kind, for an interface.</summary>
public sealed class OpaqueFormatter : IMessagePackFormatter<IOpaque?>
{
    public void Serialize(ref MessagePackWriter writer, IOpaque? value, MessagePackSerializerOptions options) =>
        options.Resolver.GetFormatterWithVerify<int>().Serialize(ref writer, value?.Value ?? -1, options);

    public IOpaque? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadInt32() is var value and >= 0 ? new Opaque(value) : null;
}

public readonly record struct Box<T>(T Value);

public sealed class BoxFormatter<T> : IPuddleFormatter<Box<T>>
{
    static void IPuddleFormatter<Box<T>>.Write(ref MessagePackWriter writer, Box<T> value) => writer.Write($"{value.Value}");

    static Box<T> IPuddleFormatter<Box<T>>.Read(ref MessagePackReader reader) => new((T)Convert.ChangeType(reader.ReadString()!, typeof(T), System.Globalization.CultureInfo.InvariantCulture));
}

public readonly record struct Celsius(double Degrees);

public sealed class CelsiusFormatter : IPuddleFormatter<Celsius>
{
    public static void Write(ref MessagePackWriter writer, Celsius value) => writer.Write(value.Degrees + 273.15);

    public static Celsius Read(ref MessagePackReader reader) => new(reader.ReadDouble() - 273.15);
}

/// <summary>Formatted by an attribute of its own, with one instance.</summary>
[MessagePackFormatter(typeof(CodeFormatter))]
public sealed class Code(string text)
{
    public string Text => text;
}

public sealed class CodeFormatter : IMessagePackFormatter<Code?>
{
    public static readonly CodeFormatter Instance = new();

    private CodeFormatter()
    {
    }

    public void Serialize(ref MessagePackWriter writer, Code? value, MessagePackSerializerOptions options) => writer.Write(value?.Text ?? "none");

    public Code? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => reader.ReadString() is { } text and not "none" ? new Code(text) : null;
}

/// <summary>Adds what its attribute says.</summary>
public sealed class OffsetFormatter(int by, string name) : IMessagePackFormatter<int>
{
    public void Serialize(ref MessagePackWriter writer, int value, MessagePackSerializerOptions options) => writer.Write(value + by + name.Length);

    public int Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => reader.ReadInt32() - by - name.Length;
}

/// <summary>Writes names; MessagePack's own that does so looks at fields by reflection, of which native code warns.</summary>
public sealed class ShadeFormatter : IMessagePackFormatter<Shade>
{
    public void Serialize(ref MessagePackWriter writer, Shade value, MessagePackSerializerOptions options) => writer.Write(value.ToString());

    public Shade Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => Enum.Parse<Shade>(reader.ReadString()!);
}

[MessagePackObject]
public sealed class Tagged
{
    [Key(0)] public Code? Code { get; set; }
    [Key(1), MessagePackFormatter(typeof(OffsetFormatter), 100, "ab")] public int Number { get; set; }
    [Key(2), MessagePackFormatter(typeof(ShadeFormatter))] public Shade Shade { get; set; }
    [Key(3), MessagePackFormatter(typeof(NativeDateTimeFormatter))] public DateTime Date { get; set; }
    [Key(4)] public Code? None { get; set; }
}

public sealed record Visit(IPAddress From, Sealed Note, IPAddress? Proxy);

/// <summary>Gives what formatters write back as it came.</summary>
public static class EchoFormatted
{
    [PuddleTask] public static IPAddress? Of(IPAddress? x) => x;
    [PuddleTask] public static List<Visit> Of(List<Visit> x) => x;
    [PuddleTask] public static IOpaque? Of(IOpaque? x) => x;
    [PuddleTask] public static (Box<int>, Box<string>) Of((Box<int>, Box<string>) x) => x;
    [PuddleTask] public static Celsius? Of(Celsius? x) => x;
    [PuddleTask] public static Celsius[] Of(Celsius[] x) => x;
    [PuddleTask] public static Tagged Of(Tagged x) => x;
}
