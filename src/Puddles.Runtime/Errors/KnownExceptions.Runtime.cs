#pragma warning disable CA2201 // These are thrown by the runtime; here they are only put together again.

using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Serialization;

namespace Puddles;

/// <content>Those of the runtime's own services.</content>
internal static partial class KnownExceptions
{
    private static Exception? MakeRuntime(string type, in ExceptionParts parts) => type switch
    {
        "System.Reflection.AmbiguousMatchException" => new AmbiguousMatchException(parts.Message, parts.Cause),
        "System.Reflection.TargetException" => new TargetException(parts.Message, parts.Cause),
        "System.Reflection.TargetInvocationException" => new TargetInvocationException(parts.Message, parts.Cause),
        "System.Reflection.TargetParameterCountException" => new TargetParameterCountException(parts.Message, parts.Cause),
        "System.Resources.MissingManifestResourceException" => new MissingManifestResourceException(parts.Message, parts.Cause),
        "System.Runtime.CompilerServices.SwitchExpressionException" => new SwitchExpressionException(parts.Message, parts.Cause),
        "System.Runtime.InteropServices.COMException" => new COMException(parts.Message, parts.Cause),
        "System.Runtime.InteropServices.ExternalException" => new ExternalException(parts.Message, parts.Cause),
        "System.Runtime.InteropServices.MarshalDirectiveException" => new MarshalDirectiveException(parts.Message, parts.Cause),
        "System.Runtime.InteropServices.SEHException" => new SEHException(parts.Message, parts.Cause),
        "System.Runtime.Serialization.SerializationException" => new SerializationException(parts.Message, parts.Cause),
        _ => null,
    };
}
