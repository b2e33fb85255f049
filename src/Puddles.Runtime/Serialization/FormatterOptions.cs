using System.Runtime.CompilerServices;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>What formatters of MessagePack's kind are given: formatters of single values, and none that is made at run time.</summary>
internal static class FormatterOptions
{
    // Whatever makes such options brings code along that native compilation warns of; there, formatters get none.
    public static MessagePackSerializerOptions Current => RuntimeFeature.IsDynamicCodeSupported ? Shared.Instance : null!;

    /// <summary>What to add to a message about a formatter that threw.</summary>
    public static string Hint(Exception error) =>
        error is NullReferenceException && !RuntimeFeature.IsDynamicCodeSupported
            ? " In native code a formatter of MessagePack's kind has no options: implement IPuddleFormatter instead."
            : "";

    private static class Shared
    {
        public static readonly MessagePackSerializerOptions Instance = new(FormatterResolver.Instance);
    }
}
