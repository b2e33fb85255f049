using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Puddles;

/// <summary>Gives an exception its cause where no constructor of its type takes one along with the rest.</summary>
internal static class ExceptionCause
{
    public static Exception Attach(Exception error, RemoteTaskException cause)
    {
        if (error.InnerException is not null)
        {
            return error;
        }

        try
        {
            InnerException(error) = cause;
        }
        catch (MissingFieldException)
        {
            // A later runtime may name the field otherwise: then the remote stack, at least, is kept.
            ExceptionDispatchInfo.SetRemoteStackTrace(error, cause.RemoteStackTrace ?? "");
        }

        return error;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_innerException")]
    private static extern ref Exception? InnerException(Exception error);
}
