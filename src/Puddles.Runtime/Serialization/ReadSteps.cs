namespace Puddles.Serialization;

/// <summary>The steps to the place where reading failed, noted from the inside out.</summary>
internal sealed class ReadSteps
{
    private readonly Stack<string> _steps = new();
    private string _root = "";

    /// <summary>Goes one value outwards.</summary>
    /// <param name="type">The type of that value.</param>
    /// <param name="step">The way from it to the value that was noted before; empty where it failed itself.</param>
    public void Add(string type, string step)
    {
        _root = type;
        _steps.Push(step);
    }

    /// <inheritdoc/>
    public override string ToString() => _root + string.Concat(_steps);
}
