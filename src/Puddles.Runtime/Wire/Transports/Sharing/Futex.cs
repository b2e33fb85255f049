using System.Runtime.InteropServices;

namespace Puddles.Wire.Transports.Sharing;

/// <summary>Lets a process of Linux sleep until another changes a word of the memory that they share.</summary>
internal static unsafe partial class Futex
{
    private const int WaitOperation = 0;
    private const int WakeOperation = 1;

    // What the kernel calls it by; 0 for machines where nobody has looked.
    private static readonly nint Number = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 => 98,
        _ => 0,
    };

    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && Number != 0;

    /// <summary>Sleeps while the word has that value, until <see cref="Wake"/> or the time is over; may wake for no reason.</summary>
    public static void Wait(int* word, int value, int milliseconds)
    {
        var time = new TimeSpec(milliseconds / 1000, milliseconds % 1000 * 1_000_000);
        _ = Call(Number, word, WaitOperation, value, &time, 0, 0);
    }

    /// <summary>Wakes who sleeps on the word.</summary>
    public static void Wake(int* word) => _ = Call(Number, word, WakeOperation, 1, null, 0, 0);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Call(nint number, int* word, nint operation, nint value, TimeSpec* time, nint none, nint nothing);

    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
