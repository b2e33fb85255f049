using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Puddles.Runtime.Tests.Errors;

public sealed class KnownExceptionTests
{
    public static TheoryData<string> Names => [.. KnownExceptionSamples.All.Select(sample => sample.GetType().FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_comes_back_as_what_it_was(string type)
    {
        Exception thrown = KnownExceptionSamples.All.Single(sample => sample.GetType().FullName == type);
        thrown.HResult = 0x1234;

        Exception back = Remote.RoundTrip(thrown);

        Assert.Equal(thrown.GetType(), back.GetType());
        Assert.Equal(thrown.Message, back.Message);
        Assert.Equal(0x1234, back.HResult);
        Assert.Contains(nameof(Support.FakeTask), back.ToString());
        if (back is not AggregateException)
        {
            var cause = Assert.IsType<RemoteTaskException>(back.InnerException);
            Assert.Equal(type, cause.RemoteType);
            Assert.Equal($"{type}: {thrown.Message}", cause.Message);
            Assert.Contains(nameof(Support.FakeTask), cause.RemoteStackTrace);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_default_message_comes_back(string type)
    {
        Exception thrown = KnownExceptions.Make(type, new("", new ExceptionDetails(), null, []))!;
        Assert.Equal(thrown.Message, Remote.RoundTrip(thrown).Message);
    }

    [Fact]
    public void Names_of_parameters_are_kept()
    {
        Assert.Equal("p", Assert.IsType<ArgumentException>(Remote.RoundTrip(new ArgumentException("m", "p"))).ParamName);
        Assert.Equal("p", Assert.IsType<ArgumentNullException>(Remote.RoundTrip(new ArgumentNullException("p"))).ParamName);
        var range = Assert.IsType<ArgumentOutOfRangeException>(Remote.RoundTrip(new ArgumentOutOfRangeException("p", 7, "m")));
        Assert.Equal(("p", "7"), (range.ParamName, range.ActualValue));
    }

    [Fact]
    public void What_it_carries_is_kept()
    {
        Assert.Equal("thing", Assert.IsType<ObjectDisposedException>(Remote.RoundTrip(new ObjectDisposedException("thing"))).ObjectName);
        Assert.Equal("a.txt", Assert.IsType<FileNotFoundException>(Remote.RoundTrip(new FileNotFoundException("m", "a.txt"))).FileName);
        Assert.Equal(2, Assert.IsType<Win32Exception>(Remote.RoundTrip(new Win32Exception(2))).NativeErrorCode);
        var socket = new SocketException((int)SocketError.ConnectionRefused);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(Remote.RoundTrip(socket)).SocketErrorCode);
        var http = new HttpRequestException(HttpRequestError.ConnectionError, "m", null, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, Assert.IsType<HttpRequestException>(Remote.RoundTrip(http)).StatusCode);
        var json = Assert.IsType<JsonException>(Remote.RoundTrip(new JsonException("m", "$.a", 3, 4)));
        Assert.Equal(("$.a", 3L, 4L), (json.Path, json.LineNumber, json.BytePositionInLine));
    }

    [Fact]
    public void The_librarys_own_keep_what_they_carry()
    {
        var died = Assert.IsType<WorkerDiedException>(Remote.RoundTrip(
            new WorkerDiedException("m") { ProcessId = 12, Signal = 9, StandardErrorTail = "tail", Started = TaskStart.Never }));
        Assert.Equal((12, null, 9, "tail", TaskStart.Never), (died.ProcessId, died.ExitCode, died.Signal, died.StandardErrorTail, died.Started));

        var late = Assert.IsType<TaskTimeoutException>(Remote.RoundTrip(
            new TaskTimeoutException("m") { TaskName = "t", Timeout = TimeSpan.FromSeconds(3) }));
        Assert.Equal(("t", TimeSpan.FromSeconds(3)), (late.TaskName, late.Timeout));
    }

    [Fact]
    public void An_aggregate_keeps_its_inner_exceptions()
    {
        var thrown = new AggregateException("several", new IOException("a"), new OwnFailure("b"));
        var back = Assert.IsType<AggregateException>(Remote.RoundTrip(thrown));

        Assert.Equal("a", Assert.IsType<IOException>(back.InnerExceptions[0]).Message);
        Assert.Equal(typeof(OwnFailure).FullName, Assert.IsType<RemoteTaskException>(back.InnerExceptions[1]).RemoteType);
        Assert.StartsWith("several (a)", back.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Support.FakeTask), back.StackTrace);
    }
}
