namespace Puddles.Generators.Model;

/// <summary>Which code writes and reads a type.</summary>
internal enum ValueEncoding
{
    /// <summary>The MessagePack writer and reader do, by methods of their own.</summary>
    Primitive,

    /// <summary>They do, by way of the number under an enum.</summary>
    Enum,

    /// <summary>A static class of the runtime does.</summary>
    Runtime,

    /// <summary>A static class that is generated into the same assembly does.</summary>
    Generated,

    /// <summary>A formatter of a user does, by static methods.</summary>
    Formatter,

    /// <summary>A formatter of MessagePack's kind does, of which an instance is kept.</summary>
    FormatterInstance,
}
