using CsCheck;
using MessagePack;

namespace Puddles.Generators.ExecutionTests;

/// <summary>A call with a generated value, and what is to be true of it.</summary>
/// <param name="Unit">The call, of a task that gives back what it takes.</param>
/// <param name="IsSame">Whether a result is the value.</param>
internal sealed record Shape(PuddleUnit Unit, Func<byte[], bool> IsSame)
{
    /// <summary>Calls with values of one type.</summary>
    public static Gen<Shape> Of<T>(Gen<T> values, Func<T, PuddleUnit<T>> unitOf) => values.Select(value =>
    {
        PuddleUnit<T> unit = unitOf(value);
        return new Shape(unit, result =>
        {
            var reader = new MessagePackReader(result);
            return Same.Values(value, unit.ReadResult(ref reader)) && reader.End;
        });
    });

    /// <inheritdoc/>
    public override string ToString() => $"{Unit.Task.Name} {Convert.ToHexString(Call.Encode(Unit))}";
}
