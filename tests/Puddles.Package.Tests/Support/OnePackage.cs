namespace Puddles.Package.Tests.Support;

/// <summary>Tests that share the package, and so run one after the other: each of their builds can fill the machine.</summary>
[CollectionDefinition(Name)]
public sealed class OnePackage : ICollectionFixture<PuddlesPackage>
{
    public const string Name = "package";
}
