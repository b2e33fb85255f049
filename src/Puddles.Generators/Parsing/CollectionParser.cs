using System.Collections.Immutable;

namespace Puddles.Generators.Parsing;

/// <summary>Parses arrays, collections and dictionaries.</summary>
internal sealed class CollectionParser(Compilation compilation, TypeParser types)
{
    public TypeModel? ParseArray(IArrayTypeSymbol array, string name, CodecName codec, string display, string path) =>
        types.Parse(array.ElementType, path + "[]") is not { } element ? null
        : array.IsSZArray ? new SequenceModel(name, codec, display, IsReference: true, new SequenceForm(SequenceShape.Array, "", ""), element, BlockOf(array.ElementType, element))
        : new GridModel(name, codec, display, array.Rank, element, BlockOf(array.ElementType, element), IsFlat: IsMessagePack && array.Rank <= MessagePackForms.HighestRank);

    public SequenceModel? ParseSequence(INamedTypeSymbol sequence, SequenceForm form, string name, CodecName codec, string display, string path)
    {
        ITypeSymbol item = sequence.Arity == 1 ? sequence.TypeArguments[0] : PairOf(sequence);
        return types.Parse(item, path + "[]") is { } element
            ? new SequenceModel(name, codec, display, sequence.IsReferenceType, form, element, IsMessagePack && MessagePackForms.IsBinary(sequence) ? Bytes : BlockOf(item, element))
            : null;
    }

    public DictionaryModel? ParseDictionary(INamedTypeSymbol dictionary, string make, string name, CodecName codec, string display, string path) =>
        types.Parse(dictionary.TypeArguments[0], path + ".Keys[]") is { } key
        && types.Parse(dictionary.TypeArguments[1], path + ".Values[]") is { } value
            ? new DictionaryModel(name, codec, display, key with { Name = key.BareName, IsNullable = false }, value, make)
            : null;

    private static BlockModel Bytes { get; } = new(new([1]), "");

    private bool IsMessagePack => types.Form == WireForm.MessagePack;

    private BlockModel? BlockOf(ITypeSymbol element, TypeRef parsed) =>
        IsMessagePack || parsed.Encoding is ValueEncoding.Formatter or ValueEncoding.FormatterInstance ? null : new BlockParser(compilation, types).Parse(element);

    private INamedTypeSymbol PairOf(INamedTypeSymbol queue) =>
        compilation.CreateTupleTypeSymbol(
            queue.TypeArguments,
            elementNullableAnnotations: ImmutableArray.CreateRange(queue.TypeArguments.Select(static argument => argument.NullableAnnotation)));
}
