namespace Puddles.Generators.Model;

/// <summary>Where the worker takes the value of a parameter from.</summary>
internal enum ParameterKind
{
    /// <summary>The caller passes it.</summary>
    Serialized,

    /// <summary>The token that follows the caller's.</summary>
    CancellationToken,

    /// <summary>The context of the call.</summary>
    Context,

    /// <summary>The head of the worker.</summary>
    Head,
}
