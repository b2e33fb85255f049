namespace Puddles.Generators.Emitting;

/// <summary>The types that generated code names.</summary>
internal static class Names
{
    public const string Pool = "global::Puddles.PuddlePool";
    public const string Unit = "global::Puddles.PuddleUnit";
    public const string Definition = "global::Puddles.Hosting.TaskDefinition";
    public const string Invocation = "global::Puddles.Hosting.TaskInvocation";
    public const string Table = "global::Puddles.Hosting.TaskTable";
    public const string TableAttribute = "global::Puddles.Hosting.PuddleTableAttribute";
    public const string Head = "global::Puddles.ProcessHead";
    public const string Registry = "global::Puddles.Hosting.TaskRegistry";
    public const string Nesting = "global::Puddles.Serialization.Nesting";
    public const string Members = "global::Puddles.Serialization.Members";
    public const string Capacity = "global::Puddles.Serialization.Capacity";
    public const string Sequences = "global::Puddles.Serialization.Sequences";
    public const string Blocks = "global::Puddles.Serialization.Blocks";
    public const string Grids = "global::Puddles.Serialization.Grids";
    public const string Unions = "global::Puddles.Serialization.Unions";
    public const string Formatters = "global::Puddles.Serialization.Formatters";
    public const string Required = "global::Puddles.Serialization.Required";
    public const string ReadPath = "global::Puddles.Serialization.ReadPath";
    public const string HashLoad = "global::Puddles.Serialization.HashLoad";
    public const string Writer = "global::MessagePack.MessagePackWriter";
    public const string Reader = "global::MessagePack.MessagePackReader";
    public const string MessagePackFormatter = "global::MessagePack.Formatters.IMessagePackFormatter";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Enumerable = "global::System.Collections.Generic.IEnumerable";
    public const string List = "global::System.Collections.Generic.List";
    public const string Dictionary = "global::System.Collections.Generic.Dictionary";
    public const string Pair = "global::System.Collections.Generic.KeyValuePair";
}
