using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Puddles.Wire.Transports.Sharing;

/// <summary>Memory that two processes have mapped. It is unmapped when it is disposed, which must not be while somebody uses it.</summary>
internal sealed unsafe class SharedMemory : IDisposable
{
    private readonly MemoryMappedFile _mapping;
    private readonly MemoryMappedViewAccessor _view;

    private SharedMemory(MemoryMappedFile mapping, int bytes, string address)
    {
        _mapping = mapping;
        try
        {
            _view = mapping.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.ReadWrite);
        }
        catch
        {
            mapping.Dispose();
            throw;
        }

        Address = address;
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Start = start + _view.PointerOffset;
    }

    /// <summary>What <see cref="TryOpen"/> finds it by, until <see cref="Forget"/>.</summary>
    public string Address { get; }

    public byte* Start { get; }

    /// <summary>Makes one of zeros, all of it reserved. Nothing of it outlives the processes that have it.</summary>
    /// <param name="bytes">How large.</param>
    /// <param name="folder">A private folder, used only where memory needs the name of a file.</param>
    /// <returns>Null where the machine has none to give.</returns>
    public static SharedMemory? TryCreate(int bytes, string folder)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return AnonymousFile.TryCreate(bytes) is { } file
                    ? new SharedMemory(Map(file, bytes), bytes, AnonymousFile.Address(file))
                    : null;
            }

            return OperatingSystem.IsWindows() ? CreateNamed(bytes) : CreateInFile(bytes, Path.Combine(folder, "m"));
        }
        catch (Exception error) when (IsRefusal(error))
        {
            return null;
        }
    }

    /// <summary>Makes one in a file, which <see cref="Forget"/> deletes.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public static SharedMemory CreateInFile(int bytes, string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            PreallocationSize = bytes,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.SetLength(bytes);
        return new SharedMemory(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, bytes), bytes, path);
    }

    /// <summary>Maps what another process made.</summary>
    /// <returns>Null where it cannot be had, or is smaller.</returns>
    public static SharedMemory? TryOpen(string address, int bytes)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                return new SharedMemory(MemoryMappedFile.OpenExisting(address), bytes, address);
            }

            SafeFileHandle file = File.OpenHandle(address, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            if (RandomAccess.GetLength(file) >= bytes)
            {
                return new SharedMemory(Map(file, bytes), bytes, address);
            }

            file.Dispose();
            return null;
        }
        catch (Exception error) when (IsRefusal(error))
        {
            return null;
        }
    }

    /// <summary>Takes away what others could open it by; the mappings stay.</summary>
    public void Forget()
    {
        _mapping.Dispose();
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
        {
            File.Delete(Address);
        }
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _mapping.Dispose();
    }

    private static SharedMemory CreateNamed(int bytes)
    {
        string name = $@"Local\puddles-{Guid.NewGuid():N}";
        return new SharedMemory(MemoryMappedFile.CreateNew(name, bytes), bytes, name);
    }

    private static MemoryMappedFile Map(SafeFileHandle file, int bytes) =>
        MemoryMappedFile.CreateFromFile(file, null, bytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);

    private static bool IsRefusal(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or OutOfMemoryException;
}
