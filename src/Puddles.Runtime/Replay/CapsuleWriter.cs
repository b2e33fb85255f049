using System.Globalization;
using Puddles.Watching;

namespace Puddles.Replay;

/// <summary>Writes capsules one after the other, away from the threads that serve calls. What cannot be written is told as an event and harms no call. Safe from any thread.</summary>
internal sealed class CapsuleWriter(string folder, int limit, string pool)
{
    public const string Extension = ".puddle";

    private const int MostWaiting = 64;
    private const long MostWaitingBytes = 64 * 1024 * 1024;
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode700 = FileMode600 | UnixFileMode.UserExecute;

    private static int _named;
    private readonly Lock _gate = new();
    private readonly Queue<Capsule> _waiting = new();
    private long _waitingBytes;
    private Task _writing = Task.CompletedTask;

    /// <summary>Completes when all that was added by now is written, or cannot be.</summary>
    public Task Finished
    {
        get
        {
            lock (_gate)
            {
                return _writing;
            }
        }
    }

    /// <summary>Sees to it that a capsule is written; where too many wait already, it is not.</summary>
    public void Add(Capsule capsule)
    {
        lock (_gate)
        {
            if (_waiting.Count < MostWaiting && _waitingBytes + capsule.Arguments.Length <= Math.Max(MostWaitingBytes, capsule.Arguments.Length))
            {
                _waiting.Enqueue(capsule);
                _waitingBytes += capsule.Arguments.Length;
                if (_waiting.Count == 1)
                {
                    _writing = _writing.ContinueWith(_ => Drain(), TaskScheduler.Default);
                }

                return;
            }
        }

        PuddlesEventSource.Log.CapsuleNotWritten(pool, capsule.TaskName, "Calls fail faster than their capsules can be written.");
    }

    private void Drain()
    {
        while (TryPeek() is { } capsule)
        {
            Write(capsule);
            lock (_gate)
            {
                _waitingBytes -= _waiting.Dequeue().Arguments.Length;
            }
        }
    }

    private Capsule? TryPeek()
    {
        lock (_gate)
        {
            return _waiting.TryPeek(out Capsule? capsule) ? capsule : null;
        }
    }

    private void Write(Capsule capsule)
    {
        try
        {
            MakeFolder();
            if (Directory.EnumerateFiles(folder, "*" + Extension).Take(limit).Count() == limit)
            {
                PuddlesEventSource.Log.CapsuleNotWritten(pool, capsule.TaskName, $"The folder '{folder}' holds {limit} capsules already (CapsuleLimit).");
                return;
            }

            string path = Path.Combine(folder, NameOf(capsule));
            WriteFile(capsule, path);
            PuddlesEventSource.Log.CapsuleWritten(pool, capsule.TaskName, path);
        }
        catch (Exception error)
        {
            PuddlesEventSource.Log.CapsuleNotWritten(pool, capsule.TaskName, error.Message);
        }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, FolderMode700);
        }
    }

    /// <summary>Under its name there is a whole file or none.</summary>
    private static void WriteFile(Capsule capsule, string path)
    {
        string draft = path + ".tmp";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = FileMode600;
            }

            using (var file = new FileStream(draft, options))
            {
                file.Write(CapsuleFormat.WriteHeader(capsule).Span);
                file.Write(capsule.Arguments.Span);
            }

            File.Move(draft, path);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    private static string NameOf(Capsule capsule)
    {
        const int longestTask = 60;
        string task = string.Concat(capsule.TaskName.TakeWhile(character => character != '(').Select(character => char.IsAsciiLetterOrDigit(character) || character == '.' ? character : '_'));
        task = task.Length > longestTask ? task[^longestTask..] : task;
        return string.Create(CultureInfo.InvariantCulture, $"{capsule.WrittenAt:yyyyMMdd'T'HHmmss.fff}-{Environment.ProcessId}-{Interlocked.Increment(ref _named)}-{task}{Extension}");
    }
}
