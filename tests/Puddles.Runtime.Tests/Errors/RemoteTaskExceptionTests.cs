namespace Puddles.Runtime.Tests.Errors;

public sealed class RemoteTaskExceptionTests
{
    [Fact]
    public void A_type_that_is_not_known_comes_back_as_remote()
    {
        var back = Assert.IsType<RemoteTaskException>(Remote.RoundTrip(new OwnFailure("oh") { HResult = 5 }));

        Assert.Equal(typeof(OwnFailure).FullName, back.RemoteType);
        Assert.Equal($"{typeof(OwnFailure).FullName}: oh", back.Message);
        Assert.Null(back.InnerException);
        Assert.Equal(5, back.HResult);
        Assert.Contains(nameof(Support.FakeTask), back.RemoteStackTrace);
        Assert.Contains(back.RemoteStackTrace!, back.ToString());
    }

    [Fact]
    public void Inner_causes_come_along()
    {
        var thrown = new OwnFailure("outer", new IOException("middle", new OwnFailure("root")));

        Exception back = Remote.RoundTrip(thrown);

        var middle = Assert.IsType<IOException>(back.InnerException);
        var remote = Assert.IsType<RemoteTaskException>(middle.InnerException);
        Assert.Equal("System.IO.IOException", remote.RemoteType);
        var root = Assert.IsType<RemoteTaskException>(remote.InnerException);
        Assert.EndsWith("root", root.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_crosses_two_processes_stays_what_it_is()
    {
        var once = (RemoteTaskException)Remote.RoundTrip(new OwnFailure("oh", new FormatException("cause")));
        var twice = Assert.IsType<RemoteTaskException>(Remote.RoundTrip(once));

        Assert.Equal((once.RemoteType, once.Message), (twice.RemoteType, twice.Message));
        Assert.StartsWith(once.RemoteStackTrace!, twice.RemoteStackTrace, StringComparison.Ordinal);
        Assert.Equal("cause", Assert.IsType<FormatException>(twice.InnerException).Message);
    }

    [Fact]
    public void Awaiting_it_keeps_the_remote_stack()
    {
        Exception back = Remote.RoundTrip(new OwnFailure("oh"));
        Exception caught = Assert.ThrowsAny<RemoteTaskException>(() => Task.FromException(back).GetAwaiter().GetResult());
        Assert.Contains(nameof(Support.FakeTask), caught.ToString());
    }
}
