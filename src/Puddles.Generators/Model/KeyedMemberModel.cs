namespace Puddles.Generators.Model;

/// <summary>A member that has a key.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Identifier">The name as code spells it.</param>
/// <param name="Number">The key, where keys are numbers.</param>
/// <param name="Text">The key, where keys are names.</param>
/// <param name="Type">The type.</param>
/// <param name="IsWritten">Whether it can be read, and so be written to the wire.</param>
/// <param name="IsSet">Whether what comes for it is kept, and not passed over.</param>
/// <param name="IsRequired">Whether an object initializer must set it.</param>
internal sealed record KeyedMemberModel(
    string Name,
    string Identifier,
    int Number,
    string Text,
    TypeRef Type,
    bool IsWritten,
    bool IsSet,
    bool IsRequired);
