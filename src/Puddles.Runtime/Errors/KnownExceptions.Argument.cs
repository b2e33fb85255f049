using System.ComponentModel;

namespace Puddles;

/// <content>Those that add a name to their message.</content>
internal static partial class KnownExceptions
{
    private static Exception? MakeArgument(string type, in ExceptionParts parts) => type switch
    {
        "System.ArgumentException" => new ArgumentException(parts.Message, parts.Details.Text(ExceptionDetails.Parameter), parts.Cause),
        "System.ArgumentNullException" => new ArgumentNullException(parts.Details.Text(ExceptionDetails.Parameter), parts.Message),
        "System.ArgumentOutOfRangeException" => new ArgumentOutOfRangeException(parts.Details.Text(ExceptionDetails.Parameter), parts.Details.Text(ExceptionDetails.ActualValue), parts.Message),
        "System.DuplicateWaitObjectException" => new DuplicateWaitObjectException(parts.Details.Text(ExceptionDetails.Parameter), parts.Message),
        "System.ComponentModel.InvalidEnumArgumentException" => new InvalidEnumArgumentException(parts.Message, parts.Cause),
        "System.ObjectDisposedException" => new ObjectDisposedException(parts.Details.Text(ExceptionDetails.ObjectName), parts.Message),
        _ => null,
    };
}
