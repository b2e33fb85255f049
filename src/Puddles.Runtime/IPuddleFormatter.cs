using MessagePack;

namespace Puddles;

/// <summary>
/// Writes and reads a type that cannot be annotated and whose members do not tell what it is. Name the class that
/// implements this in an <see cref="PuddleFormatterAttribute"/>. Its methods are static, so that nothing has to be made
/// or looked up; they are called from any thread, for several calls at a time.
/// </summary>
/// <typeparam name="T">The type that is written and read.</typeparam>
/// <example>
/// <code>
/// [assembly: PuddleFormatter(typeof(IPAddress), typeof(AddressFormatter))]
///
/// sealed class AddressFormatter : IPuddleFormatter&lt;IPAddress&gt;
/// {
///     public static void Write(ref MessagePackWriter writer, IPAddress value) => writer.Write(value.GetAddressBytes());
///
///     public static IPAddress Read(ref MessagePackReader reader) => new(reader.ReadBytes()?.ToArray() ?? []);
/// }
/// </code>
/// </example>
public interface IPuddleFormatter<T>
{
    /// <summary>Writes a value as exactly one MessagePack value. What it throws fails the call.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value; never null, for which nil is written without asking.</param>
    static abstract void Write(ref MessagePackWriter writer, T value);

    /// <summary>Reads a value from all that <see cref="Write"/> wrote. What it throws fails the call.</summary>
    /// <param name="reader">Positioned at the value, which need not be what <see cref="Write"/> wrote: check lengths before making room for them.</param>
    /// <returns>The value; not null.</returns>
    static abstract T Read(ref MessagePackReader reader);
}
