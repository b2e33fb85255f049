namespace Puddles.Generators.Model;

/// <summary>How a sequence is walked and made.</summary>
internal enum SequenceShape
{
    /// <summary>An array.</summary>
    Array,

    /// <summary>A list.</summary>
    List,

    /// <summary>An interface: whatever is behind it is walked, a list is made.</summary>
    Interface,

    /// <summary>Any other collection: methods of the runtime give its elements, and make it of an array.</summary>
    Conversion,
}
