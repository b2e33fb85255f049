using System.Collections;
using Puddles;

namespace Samples;

/// <summary>A table that is costly to make: each worker makes it once, before its first call.</summary>
internal sealed class PrimeHead : ProcessHead
{
    private readonly BitArray _isComposite = new(1_000_000);

    public int Loads { get; private set; }

    public bool IsPrime(int number) => !_isComposite[number];

    protected override ValueTask SetUpAsync(CancellationToken cancellationToken)
    {
        _isComposite[0] = _isComposite[1] = true;
        for (int factor = 2; factor * factor < _isComposite.Count; factor++)
        {
            for (int multiple = factor * factor; !_isComposite[factor] && multiple < _isComposite.Count; multiple += factor)
            {
                _isComposite[multiple] = true;
            }
        }

        Loads++;
        return default;
    }
}
