using System.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Puddles;

/// <content>Those of text and its formats.</content>
internal static partial class KnownExceptions
{
    private static Exception? MakeText(string type, in ExceptionParts parts) => type switch
    {
        "System.Text.Json.JsonException" => new JsonException(parts.Message, parts.Details.Text(ExceptionDetails.Path), parts.Details.Number(ExceptionDetails.Line), parts.Details.Number(ExceptionDetails.Position), parts.Cause),
        "System.Text.DecoderFallbackException" => new DecoderFallbackException(parts.Message, parts.Cause),
        "System.Text.EncoderFallbackException" => new EncoderFallbackException(parts.Message, parts.Cause),
        "System.Text.RegularExpressions.RegexMatchTimeoutException" => new RegexMatchTimeoutException(parts.Message, parts.Cause!),
        "System.Security.SecurityException" => new SecurityException(parts.Message, parts.Cause),
        "System.Security.VerificationException" => new VerificationException(parts.Message, parts.Cause),
        "System.Security.Authentication.AuthenticationException" => new AuthenticationException(parts.Message, parts.Cause),
        "System.Security.Authentication.InvalidCredentialException" => new InvalidCredentialException(parts.Message, parts.Cause),
        "System.Security.Cryptography.CryptographicException" => new CryptographicException(parts.Message, parts.Cause),
        _ => null,
    };
}
