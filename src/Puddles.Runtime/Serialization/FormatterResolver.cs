using MessagePack;
using MessagePack.Formatters;

namespace Puddles.Serialization;

/// <summary>Gives formatters of MessagePack's kind those that they ask for, of single values.</summary>
internal sealed class FormatterResolver : IFormatterResolver
{
    public static readonly FormatterResolver Instance = new();

    private static readonly Dictionary<Type, object> All = new()
    {
        [typeof(bool)] = BooleanFormatter.Instance,
        [typeof(sbyte)] = SByteFormatter.Instance,
        [typeof(byte)] = ByteFormatter.Instance,
        [typeof(short)] = Int16Formatter.Instance,
        [typeof(ushort)] = UInt16Formatter.Instance,
        [typeof(int)] = Int32Formatter.Instance,
        [typeof(uint)] = UInt32Formatter.Instance,
        [typeof(long)] = Int64Formatter.Instance,
        [typeof(ulong)] = UInt64Formatter.Instance,
        [typeof(float)] = SingleFormatter.Instance,
        [typeof(double)] = DoubleFormatter.Instance,
        [typeof(char)] = CharFormatter.Instance,
        [typeof(string)] = NullableStringFormatter.Instance,
        [typeof(decimal)] = DecimalFormatter.Instance,
        [typeof(Guid)] = GuidFormatter.Instance,
        [typeof(DateTime)] = DateTimeFormatter.Instance,
        [typeof(DateTimeOffset)] = DateTimeOffsetFormatter.Instance,
        [typeof(TimeSpan)] = TimeSpanFormatter.Instance,
        [typeof(Uri)] = UriFormatter.Instance,
        [typeof(Version)] = VersionFormatter.Instance,
        [typeof(byte[])] = ByteArrayFormatter.Instance,
        [typeof(int[])] = Int32ArrayFormatter.Instance,
        [typeof(long[])] = Int64ArrayFormatter.Instance,
        [typeof(double[])] = DoubleArrayFormatter.Instance,
        [typeof(string[])] = NullableStringArrayFormatter.Instance,
    };

    private FormatterResolver()
    {
    }

    public IMessagePackFormatter<T>? GetFormatter<T>() => All.GetValueOrDefault(typeof(T)) as IMessagePackFormatter<T>;
}
