namespace Benchmarks;

/// <summary>What a run of this program is for.</summary>
internal enum WhatToDo
{
    Measure,
    Build,
    List,
    Render,
    Check,
}
