using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing;

/// <summary>What a <c>[PuddleTask]</c> says.</summary>
internal sealed record TaskAttribute(string? Name, int TimeoutMilliseconds, bool Idempotent, int Retries)
{
    public const string MetadataName = "Puddles.PuddleTaskAttribute";

    private const int RetriesOfIdempotent = 1;

    public static AttributeData? Find(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Is("Puddles", "PuddleTaskAttribute") == true);

    public static TaskAttribute Parse(AttributeData data, IMethodSymbol method, Findings findings)
    {
        string? name = null;
        int timeout = 0;
        int? retries = null;
        bool idempotent = false;
        foreach (KeyValuePair<string, TypedConstant> argument in data.NamedArguments)
        {
            switch (argument.Key, argument.Value.Value)
            {
                case ("Name", string text):
                    name = text;
                    break;
                case ("TimeoutMilliseconds", int number):
                    timeout = number;
                    break;
                case ("Retries", int number):
                    retries = number;
                    break;
                case ("Idempotent", bool flag):
                    idempotent = flag;
                    break;
            }
        }

        Check(method, name, timeout, retries ?? 0, idempotent, findings);
        return new TaskAttribute(name, timeout, idempotent, idempotent ? retries ?? RetriesOfIdempotent : 0);
    }

    private static void Check(IMethodSymbol method, string? name, int timeout, int retries, bool idempotent, Findings findings)
    {
        if (name is not null && string.IsNullOrWhiteSpace(name))
        {
            findings.Add(PuddleDiagnostics.InvalidSetting, method, "Name", "empty");
        }

        if (timeout < 0)
        {
            findings.Add(PuddleDiagnostics.InvalidSetting, method, "TimeoutMilliseconds", "negative");
        }

        if (retries < 0)
        {
            findings.Add(PuddleDiagnostics.InvalidSetting, method, "Retries", "negative");
        }
        else if (retries > 0 && !idempotent)
        {
            findings.Add(PuddleDiagnostics.RetriesWithoutIdempotent, method);
        }
    }
}
