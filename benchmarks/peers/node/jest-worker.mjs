// jest-worker with child processes.
import { main, tasksFile } from './works.mjs';

await main('jest-worker', async (workers) => {
  const { Worker } = await import('jest-worker');
  const pool = new Worker(tasksFile, { numWorkers: workers, exposedMethods: ['inc', 'echo', 'burn', 'nap'] });
  return { run: (name, argument) => pool[name](argument), close: () => pool.end() };
});
