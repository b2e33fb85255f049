using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Serialization;
using System.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Puddles.Runtime.Tests.Errors;

/// <summary>One of each exception that comes back as its own type.</summary>
internal static class KnownExceptionSamples
{
    public static IReadOnlyList<Exception> All { get; } =
    [
        new ArgumentException("m", "p"),
        new ArgumentNullException("p", "m"),
        new ArgumentOutOfRangeException("p", 7, "m"),
        new DuplicateWaitObjectException("p", "m"),
        new InvalidEnumArgumentException("m"),
        new ObjectDisposedException("thing", "m"),
        new FileLoadException("m", "a.dll"),
        new FileNotFoundException("m", "a.txt"),
        new DirectoryNotFoundException("m"),
        new DriveNotFoundException("m"),
        new EndOfStreamException("m"),
        new InvalidDataException("m"),
        new IOException("m"),
        new PathTooLongException("m"),
        new Win32Exception(2, "m"),
        new SocketException((int)SocketError.ConnectionRefused),
        new HttpRequestException(HttpRequestError.ConnectionError, "m", null, HttpStatusCode.NotFound),
        new HttpIOException(HttpRequestError.ResponseEnded, "m"),
        new WebException("m"),
        new PuddleException("m"),
        new PuddleSerializationException("m"),
        new PayloadTooLargeException("m"),
        new TaskTimeoutException("m") { TaskName = "t", Timeout = TimeSpan.FromSeconds(3) },
        new WorkerDiedException("m") { ProcessId = 12, Signal = 9, StandardErrorTail = "tail", Started = TaskStart.Maybe },
        new WorkerStartException("m") { ProcessId = 12, ExitCode = 3, StandardErrorTail = "tail" },
        new AmbiguousMatchException("m"),
        new TargetException("m"),
        new TargetInvocationException("m", null),
        new TargetParameterCountException("m"),
        new MissingManifestResourceException("m"),
        new SwitchExpressionException("m"),
        new COMException("m"),
        new ExternalException("m"),
        new MarshalDirectiveException("m"),
        new SEHException("m"),
        new SerializationException("m"),
        new AccessViolationException("m"),
        new AggregateException("m", new IOException("a"), new FormatException("b")),
        new ApplicationException("m"),
        new ArithmeticException("m"),
        new ArrayTypeMismatchException("m"),
        new BadImageFormatException("m", "a.dll"),
        new KeyNotFoundException("m"),
        new DataMisalignedException("m"),
        new UnreachableException("m"),
        new DivideByZeroException("m"),
        new DllNotFoundException("m"),
        new EntryPointNotFoundException("m"),
        new Exception("m"),
        new FieldAccessException("m"),
        new FormatException("m"),
        new IndexOutOfRangeException("m"),
        new InsufficientExecutionStackException("m"),
        new InsufficientMemoryException("m"),
        new InvalidCastException("m"),
        new InvalidOperationException("m"),
        new InvalidProgramException("m"),
        new InvalidTimeZoneException("m"),
        new MemberAccessException("m"),
        new MethodAccessException("m"),
        new MissingFieldException("m"),
        new MissingMemberException("m"),
        new MissingMethodException("m"),
        new MulticastNotSupportedException("m"),
        new NotFiniteNumberException("m"),
        new NotImplementedException("m"),
        new NotSupportedException("m"),
        new NullReferenceException("m"),
        new QueueFullException("m") { QueueLimit = 3 },
        new QueueTimeoutException("m") { TaskName = "t", Timeout = TimeSpan.FromSeconds(2) },
        new OperationCanceledException("m"),
        new OutOfMemoryException("m"),
        new OverflowException("m"),
        new PlatformNotSupportedException("m"),
        new RankException("m"),
        new SystemException("m"),
        new TimeZoneNotFoundException("m"),
        new TimeoutException("m"),
        new TypeAccessException("m"),
        new TypeInitializationException("Some.Type", new FormatException("cause")),
        new TypeLoadException("m"),
        new UnauthorizedAccessException("m"),
        new UriFormatException("m"),
        new JsonException("m", "$.a", 3, 4),
        new DecoderFallbackException("m"),
        new EncoderFallbackException("m"),
        new RegexMatchTimeoutException("m"),
        new SecurityException("m"),
        new VerificationException("m"),
        new AuthenticationException("m"),
        new InvalidCredentialException("m"),
        new CryptographicException("m"),
        new AbandonedMutexException("m"),
        new BarrierPostPhaseException("m"),
        new LockRecursionException("m"),
        new SemaphoreFullException("m"),
        new SynchronizationLockException("m"),
        new ThreadInterruptedException("m"),
        new ThreadStateException("m"),
        new WaitHandleCannotBeOpenedException("m"),
        new TaskCanceledException("m"),
        new TaskSchedulerException("m"),
        new ChannelClosedException("m"),
    ];
}
