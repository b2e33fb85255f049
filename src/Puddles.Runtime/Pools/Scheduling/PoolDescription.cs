using System.Diagnostics;
using System.Globalization;
using System.Text;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>The state of a pool in words, for a person who looks why it does not go on. Used under the pool's lock.</summary>
internal sealed class PoolDescription
{
    private const int MostCalls = 10;

    private readonly StringBuilder _text = new();
    private readonly long _now = Stopwatch.GetTimestamp();

    public void Begin(string pool, string state) => Line($"Pool '{pool}': {state}.");

    public void AddQueue(IReadOnlyList<WorkerCall> waiting)
    {
        Line($"  {waiting.Count} call(s) wait for a worker.");
        AddCalls(waiting);
    }

    public void AddWorker(Worker worker)
    {
        List<WorkerCall> calls = worker.Calls();
        string process = worker.ProcessId is { } id ? string.Create(CultureInfo.InvariantCulture, $"process {id}") : "no process yet";
        string heard = worker.Pulse.FeltAt == 0 ? "never heard" : $"heard {Ago(worker.Pulse.FeltAt)} ago";
        string pinged = worker.Pulse.Silence(_now) is { Ticks: > 0 } silence ? string.Create(CultureInfo.InvariantCulture, $", silent to a ping for {silence.TotalSeconds:0.###} s") : "";
        Line($"  Worker {worker.Id}, {process}, {worker.Standing}, {heard}{pinged}, given {worker.Given} call(s), has {calls.Count}.");
        AddCalls(calls);
    }

    public override string ToString() => _text.ToString();

    private void AddCalls(IReadOnlyList<WorkerCall> calls)
    {
        foreach (WorkerCall call in calls.Take(MostCalls))
        {
            string canceled = call.CanceledAt == 0 ? "" : $", cancelled {Ago(call.CanceledAt)} ago";
            string killed = call.KilledFor is null ? "" : $", its worker is killed for {call.KilledFor.GetType().Name}";
            string asked = call.IsWithdrawing ? ", asked back" : "";
            Line($"    {call.State} #{call.Id}: '{call.Call.TaskName}', index {call.Call.Index}, attempt {call.Attempt}, submitted {Ago(call.SubmittedAt)} ago{canceled}{killed}{asked}");
        }

        if (calls.Count > MostCalls)
        {
            Line($"    and {calls.Count - MostCalls} more");
        }
    }

    private string Ago(long timestamp) => string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(timestamp, _now).TotalSeconds:0.###} s");

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
