using System.ComponentModel;

namespace Puddles.Hosting;

/// <summary>Tells the generator of an executable which type holds the tasks of an assembly that it references. Generated.</summary>
/// <param name="table">The table: public, derived from <see cref="TaskTable"/>, with a constructor without parameters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PuddleTableAttribute(Type table) : Attribute
{
    /// <summary>The table.</summary>
    public Type Table { get; } = table;
}
