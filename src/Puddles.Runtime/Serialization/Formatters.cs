using System.ComponentModel;
using MessagePack;
using MessagePack.Formatters;

namespace Puddles.Serialization;

/// <summary>Calls the formatters of users, and says where one threw. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Formatters
{
    /// <summary>Writes a value.</summary>
    /// <typeparam name="TFormatter">The formatter.</typeparam>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">The parameter or member, for the message.</param>
    /// <exception cref="PuddleSerializationException">The formatter threw.</exception>
    public static void Write<TFormatter, T>(ref MessagePackWriter writer, T value, string path)
        where TFormatter : IPuddleFormatter<T>
    {
        try
        {
            TFormatter.Write(ref writer, value);
        }
        catch (Exception error) when (error is not PayloadTooLargeException)
        {
            throw Failed(typeof(TFormatter), path, "write", error);
        }
    }

    /// <summary>Reads a value.</summary>
    /// <typeparam name="TFormatter">The formatter.</typeparam>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="path">The parameter or member, for the message.</param>
    /// <returns>The value.</returns>
    /// <exception cref="PuddleSerializationException">The formatter threw.</exception>
    public static T Read<TFormatter, T>(ref MessagePackReader reader, string path)
        where TFormatter : IPuddleFormatter<T>
    {
        try
        {
            return TFormatter.Read(ref reader);
        }
        catch (Exception error)
        {
            throw Failed(typeof(TFormatter), path, "read", error);
        }
    }

    /// <summary>Writes a value by a formatter of MessagePack's kind.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="formatter">The formatter.</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">The parameter or member, for the message.</param>
    /// <exception cref="PuddleSerializationException">The formatter threw.</exception>
    public static void Write<T>(IMessagePackFormatter<T> formatter, ref MessagePackWriter writer, T value, string path)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        try
        {
            formatter.Serialize(ref writer, value, FormatterOptions.Current);
        }
        catch (Exception error) when (error is not PayloadTooLargeException)
        {
            throw Failed(formatter.GetType(), path, "write", error);
        }
    }

    /// <summary>Reads a value by a formatter of MessagePack's kind.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="formatter">The formatter.</param>
    /// <param name="reader">Where to read.</param>
    /// <param name="path">The parameter or member, for the message.</param>
    /// <returns>The value.</returns>
    /// <exception cref="PuddleSerializationException">The formatter threw.</exception>
    public static T Read<T>(IMessagePackFormatter<T> formatter, ref MessagePackReader reader, string path)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        try
        {
            return formatter.Deserialize(ref reader, FormatterOptions.Current);
        }
        catch (Exception error)
        {
            throw Failed(formatter.GetType(), path, "read", error);
        }
    }

    private static PuddleSerializationException Failed(Type formatter, string path, string what, Exception error) =>
        new($"{path}: the formatter '{formatter}' could not {what} it: {error.Message}{FormatterOptions.Hint(error)}", error);
}
