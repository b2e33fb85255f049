// piscina: threads, not processes.
import { main, tasksFile } from './works.mjs';

await main('piscina', async (workers) => {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({ filename: tasksFile, minThreads: workers, maxThreads: workers, maxQueue: Infinity });
  return { run: (name, argument) => pool.run(argument, { name }), close: () => pool.destroy() };
});
