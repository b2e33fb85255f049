using System.Collections.Immutable;

namespace Puddles.Generators.Diagnostics;

/// <summary>All that the analyzers say. Each has a page in docs/diagnostics with a wrong and a right example.</summary>
internal static class PuddleDiagnostics
{
    public static readonly DiagnosticDescriptor NotStatic = Error(
        "PUD001", "A task must be static", "'{0}' is a task but not static: another process has no instance to call it on");

    public static readonly DiagnosticDescriptor AsyncVoid = Error(
        "PUD002", "A task must not be async void", "'{0}' is async void, so nobody can tell when it is done: return Task");

    public static readonly DiagnosticDescriptor Generic = Error(
        "PUD003", "A task must not be generic", "'{0}' is generic or lies in a generic type: the types of a task must be known at build time");

    public static readonly DiagnosticDescriptor ByReference = Error(
        "PUD004", "A task cannot take or return references", "{1} of task '{0}' is passed by reference, and memory is not shared: pass a value and return the changed one");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "PUD005", "A type cannot be passed to another process", "{1} of task '{0}' cannot be passed: '{2}' is {3}");

    public static readonly DiagnosticDescriptor InaccessibleTask = Error(
        "PUD006", "Generated code cannot reach the task", "Generated code cannot call '{0}': make it and the types around it internal or public, or all of those types partial");

    public static readonly DiagnosticDescriptor InaccessibleType = Error(
        "PUD007", "Generated code cannot reach a type", "{1} of task '{0}' cannot be passed: '{2}' is of the type '{3}', which generated code cannot name: make it internal or public");

    public static readonly DiagnosticDescriptor HelperCollision = Error(
        "PUD008", "The name of a helper is taken", "The helper '{1}' of task '{0}' cannot be added, because {2}: rename one of the two");

    public static readonly DiagnosticDescriptor SameId = ErrorAtEnd(
        "PUD009", "Two tasks have the same id", "Task '{0}' has the same id as '{1}': give one of them another Name in its [PuddleTask]");

    public static readonly DiagnosticDescriptor RetriesWithoutIdempotent = Error(
        "PUD010", "Only an idempotent task can be retried", "'{0}' has Retries but is not Idempotent: a call that may have begun is run again only where that does no harm");

    public static readonly DiagnosticDescriptor InvalidSetting = Error(
        "PUD011", "A setting of a task is out of range", "{1} of task '{0}' is {2}");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "PUD012", "Helpers on a class that is not partial need C# 14", "'{0}' is in a type that is not partial, and its helpers need C# 14 there, not {1}: make the type partial or set LangVersion to 14");

    public static readonly DiagnosticDescriptor Stream = Error(
        "PUD013", "A task cannot stream its results yet", "'{0}' returns IAsyncEnumerable, which is not supported yet: return an array, or make each element a task of its own");

    public static readonly DiagnosticDescriptor NotAMethod = Error(
        "PUD014", "Only an ordinary method can be a task", "'{0}' is a task but not an ordinary method with a body: make it a static method of a type");

    public static readonly DiagnosticDescriptor MissingInit = ErrorAtEnd(
        "PUD015", "A program that uses tasks must call Puddle.Init first", "This program uses tasks, and its workers are itself again: call Puddle.Init() as the first statement of its entry point");

    public static readonly DiagnosticDescriptor UnusableHead = Error(
        "PUD016", "A worker must be able to make its head", "No worker can make the head '{0}': {1}");

    public static readonly DiagnosticDescriptor UnreachableMember = Error(
        "PUD017", "A marked member would be lost", "{1} of task '{0}' cannot be passed: '{2}' {3}");

    public static readonly DiagnosticDescriptor BadKey = Error(
        "PUD018", "The keys of a marked type do not fit", "{1} of task '{0}' cannot be passed: '{2}' {3}");

    public static readonly DiagnosticDescriptor UnusableConstructor = Error(
        "PUD019", "A marked type has no constructor that fits", "{1} of task '{0}' cannot be passed: '{2}' {3}");

    public static readonly DiagnosticDescriptor BadUnion = Error(
        "PUD020", "A closed hierarchy does not hold together", "{1} of task '{0}' cannot be passed: '{2}' {3}");

    public static readonly DiagnosticDescriptor BadFormatter = Error(
        "PUD021", "A formatter does not fit its type", "{1} of task '{0}' cannot be passed: '{2}' {3}");

    public static readonly DiagnosticDescriptor EndlessType = Error(
        "PUD022", "A type contains itself without an end", "{1} of task '{0}' cannot be passed: '{2}' {3}");

    public static readonly DiagnosticDescriptor BrokenContract = ErrorAtEnd(
        "PUD025", "The contract of a task is broken", "Task '{0}' does not keep the contract of Puddles.contract.json. {1}. If that is meant, build with -p:PuddlesContract=true and commit the file.");

    public static readonly DiagnosticDescriptor OutdatedManifest = WarningAtEnd(
        "PUD026", "The manifest of contracts is out of date", "Puddles.contract.json does not tell what the code is. {0} Build with -p:PuddlesContract=true and commit the file.");

    public static readonly DiagnosticDescriptor LargeStruct = Warning(
        "PUD027", "A large struct is copied", "{1} of task '{0}' is the struct '{2}' of about {3} bytes, which is copied several times on its way: make it a class or a record");

    public static readonly DiagnosticDescriptor UnusedToken = Warning(
        "PUD028", "A task does not look at its cancellation token", "'{0}' takes the token '{1}' and never uses it, so that cancelling a call kills its worker: pass the token on or ask it now and then, or leave it out");

    public static readonly DiagnosticDescriptor StaticState = WarningAtEnd(
        "PUD029", "A task uses static state of another process", "Task '{0}' {1}");

    /// <summary>What <see cref="PuddleTaskAnalyzer"/> says.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfTasks =
    [
        NotStatic,
        AsyncVoid,
        Generic,
        ByReference,
        UnsupportedType,
        InaccessibleTask,
        InaccessibleType,
        HelperCollision,
        SameId,
        RetriesWithoutIdempotent,
        InvalidSetting,
        LanguageVersion,
        Stream,
        NotAMethod,
        UnreachableMember,
        BadKey,
        UnusableConstructor,
        BadUnion,
        BadFormatter,
        EndlessType,
    ];

    private const string Category = "Puddles";

    private static DiagnosticDescriptor Warning(string id, string title, string message, params string[] tags) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(id), customTags: tags);

    private static DiagnosticDescriptor WarningAtEnd(string id, string title, string message) =>
        Warning(id, title, message, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Error(string id, string title, string message, params string[] tags) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(id), customTags: tags);

    // Found only when all code has been seen.
    private static DiagnosticDescriptor ErrorAtEnd(string id, string title, string message) =>
        Error(id, title, message, WellKnownDiagnosticTags.CompilationEnd);

    // Where the page lies in the repository and in the package.
    private static string HelpLink(string id) => $"docs/diagnostics/{id}.md";
}
