namespace Puddles.Hosting;

/// <summary>How far an invocation has come, so that a failure is put down to the right cause.</summary>
internal enum TaskStage
{
    ReadingArguments,
    Running,
    WritingResult,
    Done,
}
