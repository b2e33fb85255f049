namespace Puddles.TestTasks;

/// <summary>A value that cannot be written where its text is "unwritable".</summary>
public sealed class TouchyArgument
{
    private string _text = "";

    public string Text
    {
        get => _text != "unwritable" ? _text : throw new InvalidOperationException("The getter refuses.");
        set => _text = value;
    }
}
