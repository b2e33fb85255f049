#pragma warning disable CA2201 // These are thrown by the runtime; here they are only put together again.

using System.Diagnostics;

namespace Puddles;

/// <content>Those of System and of collections.</content>
internal static partial class KnownExceptions
{
    private static Exception? MakeSystem(string type, in ExceptionParts parts) => type switch
    {
        "System.AccessViolationException" => new AccessViolationException(parts.Message, parts.Cause),
        "System.AggregateException" => new AggregateException(parts.Message, parts.Inners),
        "System.ApplicationException" => new ApplicationException(parts.Message, parts.Cause),
        "System.ArithmeticException" => new ArithmeticException(parts.Message, parts.Cause),
        "System.ArrayTypeMismatchException" => new ArrayTypeMismatchException(parts.Message, parts.Cause),
        "System.BadImageFormatException" => new BadImageFormatException(parts.Message, parts.Details.Text(ExceptionDetails.FileName), parts.Cause),
        "System.Collections.Generic.KeyNotFoundException" => new KeyNotFoundException(parts.Message, parts.Cause),
        "System.DataMisalignedException" => new DataMisalignedException(parts.Message, parts.Cause),
        "System.Diagnostics.UnreachableException" => new UnreachableException(parts.Message, parts.Cause),
        "System.DivideByZeroException" => new DivideByZeroException(parts.Message, parts.Cause),
        "System.DllNotFoundException" => new DllNotFoundException(parts.Message, parts.Cause),
        "System.EntryPointNotFoundException" => new EntryPointNotFoundException(parts.Message, parts.Cause),
        "System.Exception" => new Exception(parts.Message, parts.Cause),
        "System.FieldAccessException" => new FieldAccessException(parts.Message, parts.Cause),
        "System.FormatException" => new FormatException(parts.Message, parts.Cause),
        "System.IndexOutOfRangeException" => new IndexOutOfRangeException(parts.Message, parts.Cause),
        "System.InsufficientExecutionStackException" => new InsufficientExecutionStackException(parts.Message, parts.Cause),
        "System.InsufficientMemoryException" => new InsufficientMemoryException(parts.Message, parts.Cause),
        "System.InvalidCastException" => new InvalidCastException(parts.Message, parts.Cause),
        "System.InvalidOperationException" => new InvalidOperationException(parts.Message, parts.Cause),
        "System.InvalidProgramException" => new InvalidProgramException(parts.Message, parts.Cause),
        "System.InvalidTimeZoneException" => new InvalidTimeZoneException(parts.Message, parts.Cause),
        "System.MemberAccessException" => new MemberAccessException(parts.Message, parts.Cause),
        "System.MethodAccessException" => new MethodAccessException(parts.Message, parts.Cause),
        "System.MissingFieldException" => new MissingFieldException(parts.Message, parts.Cause),
        "System.MissingMemberException" => new MissingMemberException(parts.Message, parts.Cause),
        "System.MissingMethodException" => new MissingMethodException(parts.Message, parts.Cause),
        "System.MulticastNotSupportedException" => new MulticastNotSupportedException(parts.Message, parts.Cause),
        "System.NotFiniteNumberException" => new NotFiniteNumberException(parts.Message, parts.Cause),
        "System.NotImplementedException" => new NotImplementedException(parts.Message, parts.Cause),
        "System.NotSupportedException" => new NotSupportedException(parts.Message, parts.Cause),
        "System.NullReferenceException" => new NullReferenceException(parts.Message, parts.Cause),
        "System.OperationCanceledException" => new OperationCanceledException(parts.Message, parts.Cause),
        "System.OutOfMemoryException" => new OutOfMemoryException(parts.Message, parts.Cause),
        "System.OverflowException" => new OverflowException(parts.Message, parts.Cause),
        "System.PlatformNotSupportedException" => new PlatformNotSupportedException(parts.Message, parts.Cause),
        "System.RankException" => new RankException(parts.Message, parts.Cause),
        "System.SystemException" => new SystemException(parts.Message, parts.Cause),
        "System.TimeZoneNotFoundException" => new TimeZoneNotFoundException(parts.Message, parts.Cause),
        "System.TimeoutException" => new TimeoutException(parts.Message, parts.Cause),
        "System.TypeAccessException" => new TypeAccessException(parts.Message, parts.Cause),
        "System.TypeInitializationException" => new TypeInitializationException(parts.Details.Text(ExceptionDetails.TypeName), parts.Cause),
        "System.TypeLoadException" => new TypeLoadException(parts.Message, parts.Cause),
        "System.UnauthorizedAccessException" => new UnauthorizedAccessException(parts.Message, parts.Cause),
        "System.UriFormatException" => new UriFormatException(parts.Message, parts.Cause),
        _ => null,
    };
}
