// tinypool with child processes, and the faster of its two ways to carry values.
import { main, tasksFile } from './works.mjs';

await main('tinypool', async (workers) => {
  const { default: Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    runtime: 'child_process', serialization: 'advanced', filename: tasksFile, minThreads: workers, maxThreads: workers,
  });
  return { run: (name, argument) => pool.run(argument, { name }), close: () => pool.destroy() };
});
