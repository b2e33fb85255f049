using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Puddles.Generators.Parsing;

/// <summary>Makes identifiers out of names that need not be.</summary>
internal static class Identifiers
{
    /// <summary>The name of a parameter or a member as code spells it, with an @ where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of a type as its declaration spells it, where words such as <c>record</c> are taken, too.</summary>
    public static string EscapeType(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : Escape(name);

    /// <summary>The letters and digits of a name; what stands between them becomes an underscore.</summary>
    public static string Flatten(string name)
    {
        var flat = new StringBuilder(name.Length);
        foreach (char character in name)
        {
            flat.Append(char.IsLetterOrDigit(character) ? character : '_');
        }

        return flat.Length > 0 && char.IsDigit(flat[0]) ? "_" + flat : flat.ToString();
    }

    /// <summary>A readable name for a type, such as <c>DictionaryStringInt</c>.</summary>
    public static string Words(string type)
    {
        IEnumerable<string> words = Flatten(type.Replace("[]", "Array"))
            .Split(['_'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1));
        return string.Concat(words);
    }

    /// <summary>A readable part of a name and a hash that makes it unique.</summary>
    public static string Unique(string readable, string whole) => $"{Flatten(readable)}_{Fnv1a.Hash(whole):X16}";
}
