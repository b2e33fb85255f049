namespace Puddles.Generators.Model;

/// <summary>In whose form values are written.</summary>
internal enum WireForm
{
    /// <summary>In Puddles' own, the densest that loses nothing.</summary>
    Puddles,

    /// <summary>In that of MessagePack-CSharp, within types that are marked for it.</summary>
    MessagePack,
}
