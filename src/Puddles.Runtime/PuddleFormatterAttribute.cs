using MessagePack.Formatters;

namespace Puddles;

/// <summary>
/// Names the class that writes and reads a type, wherever that stands in the parameters and results of the assembly's
/// tasks and of those of assemblies that reference it. It goes before every other way to pass the type. Where two
/// assemblies name one for the same type, a task's own assembly counts.
/// </summary>
/// <example>
/// <code>
/// [assembly: PuddleFormatter(typeof(IPAddress), typeof(AddressFormatter))]
/// [assembly: PuddleFormatter(typeof(Range&lt;&gt;), typeof(RangeFormatter&lt;&gt;))]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PuddleFormatterAttribute : Attribute
{
    /// <summary>Names the class for a type.</summary>
    /// <param name="type">The type. One with open type parameters stands for all its closed forms.</param>
    /// <param name="formatter">
    /// The class: it implements <see cref="IPuddleFormatter{T}"/> for the type, or MessagePack's
    /// <see cref="IMessagePackFormatter{T}"/> and has a static field <c>Instance</c> or a constructor without parameters.
    /// For an open type, it has the same type parameters.
    /// </param>
    public PuddleFormatterAttribute(Type type, Type formatter)
    {
        Type = type;
        Formatter = formatter;
    }

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>The class that writes and reads it.</summary>
    public Type Formatter { get; }
}
