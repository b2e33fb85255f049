using Microsoft.CodeAnalysis;

namespace Puddles.Generators.Tests.Infrastructure;

/// <summary>A compiled library that has tasks.</summary>
internal static class TestLibrary
{
    private const string Source = """
        namespace Shop.Lib;

        /// <summary>Tasks.</summary>
        public static partial class Jobs
        {
            /// <summary>Squares.</summary>
            /// <param name="x">A number.</param>
            [PuddleTask]
            public static int Square(int x) => x * x;
        }
        """;

    public static MetadataReference Reference { get; } = Compile();

    private static PortableExecutableReference Compile()
    {
        Compilation output = DriverRun.On(TestCompilation.Library(Source).WithAssemblyName("Shop.Lib")).AssertCompiles().Output;
        using var image = new MemoryStream();
        Assert.True(output.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
