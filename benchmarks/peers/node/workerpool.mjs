// workerpool with child processes, and the faster of the two ways that those have to carry values.
import { fileURLToPath } from 'node:url';
import { main } from './works.mjs';

await main('workerpool', async (workers) => {
  const { default: workerpool } = await import('workerpool');
  const pool = workerpool.pool(fileURLToPath(new URL('./workerpool-tasks.cjs', import.meta.url)), {
    workerType: 'process', maxWorkers: workers, forkOpts: { serialization: 'advanced' },
  });
  return { run: (name, argument) => pool.exec(name, [argument]), close: () => pool.terminate() };
});
