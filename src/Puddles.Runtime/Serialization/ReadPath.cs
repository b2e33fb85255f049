using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Puddles.Serialization;

/// <summary>
/// Where within a value its reading failed. Generated code calls it in exception filters, from the inside out, so that
/// reading pays nothing for it until it fails. Safe from any thread. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReadPath
{
    private static readonly ConditionalWeakTable<Exception, ReadSteps> Known = [];

    /// <summary>Notes the member of an object, or the element of a tuple, that was being read.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="type">The type of the object.</param>
    /// <param name="index">The position of the member; -1 while none was.</param>
    /// <param name="names">The names of all members, separated by commas.</param>
    /// <returns>False: this handles nothing.</returns>
    public static bool Member(Exception error, string type, int index, string names) =>
        Add(error, type, index < 0 ? "" : "." + names.Split(',')[index]);

    /// <summary>Notes the element of a collection that was being read.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="type">The type of the collection.</param>
    /// <param name="index">The position of the element; -1 while none was.</param>
    /// <returns>False: this handles nothing.</returns>
    public static bool Element(Exception error, string type, int index) =>
        Add(error, type, index < 0 ? "" : $"[{index}]");

    /// <summary>Notes the entry of a dictionary that was being read.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="type">The type of the dictionary.</param>
    /// <param name="index">The position of the entry; -1 while none was.</param>
    /// <param name="isValue">Whether its key was read already.</param>
    /// <returns>False: this handles nothing.</returns>
    public static bool Entry(Exception error, string type, int index, bool isValue) =>
        Add(error, type, index < 0 ? "" : $"{(isValue ? ".Values" : ".Keys")}[{index}]");

    /// <summary>The path that was noted for an exception, such as <c>Order.Lines[3].Product</c>, which is then forgotten; null where there is none.</summary>
    internal static string? Take(Exception error)
    {
        string? path = Known.TryGetValue(error, out ReadSteps? steps) ? steps.ToString() : null;
        Known.Remove(error);
        return path;
    }

    private static bool Add(Exception error, string type, string step)
    {
        Known.GetOrCreateValue(error).Add(type, step);
        return false;
    }
}
