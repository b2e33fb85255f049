using System.ComponentModel;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Puddles;

/// <summary>
/// What an exception carries besides its message, as names and texts. <see cref="KnownExceptions"/> puts them back
/// through constructors.
/// </summary>
internal sealed class ExceptionDetails
{
    public const string Parameter = "parameter";
    public const string ActualValue = "value";
    public const string ObjectName = "object";
    public const string FileName = "file";
    public const string TypeName = "type";
    public const string Code = "code";
    public const string Status = "status";
    public const string Path = "path";
    public const string Line = "line";
    public const string Position = "position";
    public const string ProcessId = "pid";
    public const string ExitCode = "exit";
    public const string Signal = "signal";
    public const string StandardErrorTail = "stderr";
    public const string Started = "started";
    public const string TaskName = "task";
    public const string Timeout = "timeout";
    public const string Limit = "limit";

    private readonly List<KeyValuePair<string, string>> _items = [];

    public IReadOnlyList<KeyValuePair<string, string>> Items => _items;

    public static ExceptionDetails Of(Exception error)
    {
        var details = new ExceptionDetails();
        try
        {
            details.Collect(error);
        }
        catch (Exception)
        {
            // Virtual getters are the user's code: what they refuse to tell is left out.
        }

        return details;
    }

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            _items.Add(new(name, value));
        }
    }

    public string? Text(string name)
    {
        foreach ((string key, string value) in _items)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    public int? Int(string name) => Number(name) is { } number && number == (int)number ? (int)number : null;

    private void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    private void Collect(Exception error)
    {
        switch (error)
        {
            case ArgumentOutOfRangeException e:
                Add(Parameter, e.ParamName);
                Add(ActualValue, e.ActualValue?.ToString());
                break;
            case ArgumentException e:
                Add(Parameter, e.ParamName);
                break;
            case ObjectDisposedException e:
                Add(ObjectName, e.ObjectName);
                break;
            case FileNotFoundException e:
                Add(FileName, e.FileName);
                break;
            case FileLoadException e:
                Add(FileName, e.FileName);
                break;
            case BadImageFormatException e:
                Add(FileName, e.FileName);
                break;
            case TypeInitializationException e:
                Add(TypeName, e.TypeName);
                break;
            case SocketException e:
                // Not the native code: the same error has another on each system.
                Add(Code, (int)e.SocketErrorCode);
                break;
            case Win32Exception e:
                Add(Code, e.NativeErrorCode);
                break;
            case HttpRequestException e:
                Add(Code, (int)e.HttpRequestError);
                Add(Status, (int?)e.StatusCode);
                break;
            case HttpIOException e:
                Add(Code, (int)e.HttpRequestError);
                break;
            case JsonException e:
                Add(Path, e.Path);
                Add(Line, e.LineNumber);
                Add(Position, e.BytePositionInLine);
                break;
            case WorkerDiedException e:
                Add(ProcessId, e.ProcessId);
                Add(ExitCode, e.ExitCode);
                Add(Signal, e.Signal);
                Add(StandardErrorTail, e.StandardErrorTail);
                Add(Started, (int)e.Started);
                break;
            case WorkerStartException e:
                Add(ProcessId, e.ProcessId);
                Add(ExitCode, e.ExitCode);
                Add(Signal, e.Signal);
                Add(StandardErrorTail, e.StandardErrorTail);
                break;
            case TaskTimeoutException e:
                Add(TaskName, e.TaskName);
                Add(Timeout, e.Timeout.Ticks);
                break;
            case QueueTimeoutException e:
                Add(TaskName, e.TaskName);
                Add(Timeout, e.Timeout.Ticks);
                break;
            case QueueFullException e:
                Add(Limit, e.QueueLimit);
                break;
            case RemoteTaskException e:
                Add(TypeName, e.RemoteType);
                break;
        }
    }
}
