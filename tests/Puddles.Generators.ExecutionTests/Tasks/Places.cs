using Puddles;

namespace Puddles.Generators.ExecutionTests.Tasks
{
    /// <summary>Tasks where only the class itself can name them.</summary>
    public sealed partial class Hidden
    {
        public static PuddleUnit<int> Unit(int x) => Inner.Innermost.Make(x);

        [PuddleTask]
        private static int Twice(int x) => x * 2;

        public static PuddleUnit<int> UnitOfTwice(int x) => UnitTwice(x);

        private partial class Inner
        {
            internal static partial class Innermost
            {
                internal static PuddleUnit<int> Make(int x) => UnitThrice(x);

                [PuddleTask]
                private static int Thrice(int x) => x * 3;
            }
        }
    }

    public class Outer
    {
        public static class Nested
        {
            [PuddleTask]
            public static int Square(int x) => x * x;
        }
    }

    public record struct Host(int X)
    {
        [PuddleTask]
        public static int OnStruct(int x) => x;
    }

    public interface IHost
    {
        [PuddleTask]
        static int OnInterface(int x) => x;
    }

    public static partial class @event
    {
        [PuddleTask]
        public static int @class(int @int, int pool, int cancellationToken, int count) => @int + pool + cancellationToken + count;
    }

    [Obsolete("An old one.")]
    public static class Old
    {
        [PuddleTask]
        public static int Square(int x) => x * x;
    }
}

/// <summary>In no namespace.</summary>
public static class Global
{
    [PuddleTask]
    public static int Square(int x) => x * x;
}
