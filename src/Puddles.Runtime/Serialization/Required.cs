using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Puddles.Serialization;

/// <summary>What a value must be so that it means the same on the other side. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Required
{
    /// <summary>Refuses null where the declared type does.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="value">The value, written or just read.</param>
    /// <param name="path">The parameter or member, for the message.</param>
    /// <returns>The value.</returns>
    /// <exception cref="PuddleSerializationException">It is null.</exception>
    [return: NotNull]
    public static T NotNull<T>(T? value, string path)
        where T : class =>
        value ?? throw new PuddleSerializationException($"{path} is null, which its declared type does not allow. Declare it nullable to pass null.");

    /// <summary>Refuses an instance of a derived class, whose own members would be lost.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="PuddleSerializationException">It is of a derived class.</exception>
    public static void ExactType<T>(T value)
        where T : class
    {
        if (value.GetType() != typeof(T))
        {
            throw new PuddleSerializationException($"A '{value.GetType()}' was given where '{typeof(T)}' is declared; what it adds would be lost. Declare the type that is passed.");
        }
    }

    /// <summary>Refuses a dictionary with a comparer of its own, which the other side would not have.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="pairs">The dictionary; what is none is let through.</param>
    /// <exception cref="PuddleSerializationException">It has another comparer than the default.</exception>
    public static void DefaultComparer<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
        where TKey : notnull =>
        Comparers.RequireDefaultOfDictionary(pairs);
}
