using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Puddles.Runtime.Tests.Support.LimitedTestFramework", "Puddles.Runtime.Tests")]

namespace Puddles.Runtime.Tests.Support;

/// <summary>Gives each test of this assembly a time limit of its own, with nothing for the test to do. One that passes it ends the run: a thread that hangs cannot be ended otherwise.</summary>
public sealed class LimitedTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private static void Fail(string report)
    {
        Console.Error.WriteLine(report);
        Environment.FailFast(report);
    }

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions) =>
            base.RunTestCases(testCases, new Sink(executionMessageSink), executionOptions);
    }

    private sealed class Sink(IMessageSink next) : LongLivedMarshalByRefObject, IMessageSink
    {
        private readonly TestClock _clock = new(Limits.Test, Fail);

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestStarting starting:
                    _clock.Begin(KeyOf(starting.Test), starting.Test.DisplayName);
                    break;
                case ITestFinished finished:
                    _clock.End(KeyOf(finished.Test));
                    break;
            }

            return next.OnMessage(message);
        }

        private static string KeyOf(ITest test) => $"{test.TestCase.UniqueID} {test.DisplayName}";
    }
}
