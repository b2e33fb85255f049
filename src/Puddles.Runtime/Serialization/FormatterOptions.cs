using MessagePack;

namespace Puddles.Serialization;

/// <summary>What formatters of MessagePack's kind are given: formatters of single values, and none that is made at run time.</summary>
internal static class FormatterOptions
{
    public static readonly MessagePackSerializerOptions Instance = new(FormatterResolver.Instance);
}
