using System.ComponentModel;
using System.Net;
using System.Net.Sockets;

namespace Puddles;

/// <content>Those of the network, and of system calls, by their codes.</content>
internal static partial class KnownExceptions
{
    private static Exception? MakeNet(string type, in ExceptionParts parts) => type switch
    {
        "System.ComponentModel.Win32Exception" => new Win32Exception(parts.Details.Int(ExceptionDetails.Code) ?? 0, parts.Message),
        "System.Net.Sockets.SocketException" => new SocketException(parts.Details.Int(ExceptionDetails.Code) ?? 0, parts.Message),
        "System.Net.Http.HttpRequestException" => new HttpRequestException((HttpRequestError)(parts.Details.Int(ExceptionDetails.Code) ?? 0), parts.Message, parts.Cause, (HttpStatusCode?)parts.Details.Int(ExceptionDetails.Status)),
        "System.Net.Http.HttpIOException" => new HttpIOException((HttpRequestError)(parts.Details.Int(ExceptionDetails.Code) ?? 0), parts.Message, parts.Cause),
        "System.Net.WebException" => new WebException(parts.Message, parts.Cause),
        _ => null,
    };
}
