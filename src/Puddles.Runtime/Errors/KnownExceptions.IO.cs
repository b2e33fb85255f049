namespace Puddles;

/// <content>Those of System.IO.</content>
internal static partial class KnownExceptions
{
    private static Exception? MakeIO(string type, in ExceptionParts parts) => type switch
    {
        "System.IO.FileLoadException" => new FileLoadException(parts.Message, parts.Details.Text(ExceptionDetails.FileName), parts.Cause),
        "System.IO.FileNotFoundException" => new FileNotFoundException(parts.Message, parts.Details.Text(ExceptionDetails.FileName), parts.Cause),
        "System.IO.DirectoryNotFoundException" => new DirectoryNotFoundException(parts.Message, parts.Cause),
        "System.IO.DriveNotFoundException" => new DriveNotFoundException(parts.Message, parts.Cause),
        "System.IO.EndOfStreamException" => new EndOfStreamException(parts.Message, parts.Cause),
        "System.IO.InvalidDataException" => new InvalidDataException(parts.Message, parts.Cause),
        "System.IO.IOException" => new IOException(parts.Message, parts.Cause),
        "System.IO.PathTooLongException" => new PathTooLongException(parts.Message, parts.Cause),
        _ => null,
    };
}
