namespace Puddles.Contracts;

/// <summary>Tells whether a value that one side writes can be read by the other, and nothing of it is lost.</summary>
internal sealed class ValueFlow(SchemaLine from, SchemaLine to)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The first place where it cannot; null where it can.</summary>
    public (string? Path, string? From, string? To)? FindObstacle() => Find(from.Type, to.Type, null);

    private (string? Path, string? From, string? To)? Find(SchemaType written, SchemaType read, string? path)
    {
        SchemaType source = from.Resolve(written);
        SchemaType target = to.Resolve(read);
        if (source.Kind != target.Kind || source.Name != target.Name || (source.IsNullable && !target.IsNullable))
        {
            return (path, written.Text, read.Text);
        }

        return source.Kind switch
        {
            SchemaKind.Composite => FindInParts(source, target, path),
            SchemaKind.Enum => FindInValues(source, target, path),
            SchemaKind.Object when _seen.Add(source.Name) => FindInMembers(source, target, path),
            _ => null,
        };
    }

    private (string? Path, string? From, string? To)? FindInParts(SchemaType source, SchemaType target, string? path) =>
        source.Parts.Count != target.Parts.Count
            ? (path, source.Text, target.Text)
            : source.Parts
                .Zip(target.Parts, (written, read) => Find(written.Type, read.Type, Below(path, written)))
                .FirstOrDefault(static obstacle => obstacle is not null);

    // A number that the reader has no name for is a value that it cannot know what to do with.
    private (string? Path, string? From, string? To)? FindInValues(SchemaType source, SchemaType target, string? path)
    {
        foreach (SchemaPart value in source.Parts)
        {
            SchemaPart? same = target.Parts.FirstOrDefault(other => other.Name == value.Name);
            if (same?.Type.Text != value.Type.Text)
            {
                return (Below(path, value), value.Type.Text, same?.Type.Text);
            }
        }

        return null;
    }

    private (string? Path, string? From, string? To)? FindInMembers(SchemaType source, SchemaType target, string? path)
    {
        foreach (SchemaPart written in source.Parts)
        {
            SchemaPart? read = target.Parts.FirstOrDefault(other => other.Name == written.Name);

            // A reader refuses what it does not know, unless it is null.
            (string? Path, string? From, string? To)? obstacle =
                read is not null ? Find(written.Type, read.Type, Below(path, written))
                : written.Type.IsNullable ? null
                : (Below(path, written), written.Type.Text, null);
            if (obstacle is not null)
            {
                return obstacle;
            }
        }

        return target.Parts.FirstOrDefault(part => !part.MayBeMissing && source.Parts.All(other => other.Name != part.Name)) is { } missing
            ? (Below(path, missing), null, missing.Type.Text)
            : null;
    }

    private string Below(string? path, SchemaPart part) => (path ?? from.Name) + part.Name;
}
