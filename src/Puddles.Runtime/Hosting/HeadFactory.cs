namespace Puddles.Hosting;

/// <summary>Makes heads: the library's own here, all others by the generated tables.</summary>
internal static class HeadFactory
{
    /// <summary>Makes the head of an id; null where no table has it. It throws what the head's constructor throws.</summary>
    public static ProcessHead? Create(ulong id)
    {
        if (id == HeadId.Of(typeof(InfoHead)))
        {
            return new InfoHead { IsPlain = true };
        }

        return id == HeadId.Of(typeof(ProcessHead)) ? new ProcessHead { IsPlain = true } : TaskRegistry.CreateHead(id);
    }
}
