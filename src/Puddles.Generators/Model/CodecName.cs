namespace Puddles.Generators.Model;

/// <summary>The name of a generated codec.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Class">Its class, unique in the assembly.</param>
internal sealed record CodecName(string Namespace, string Class)
{
    /// <summary>The name as C#, fully qualified.</summary>
    public string FullName => $"global::{Namespace}.{Class}";
}
