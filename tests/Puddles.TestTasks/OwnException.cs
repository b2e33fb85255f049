namespace Puddles.TestTasks;

public sealed class OwnException(string message, Exception inner) : Exception(message, inner);
