// The works, for every pool of Node alike: benchmarks/peers/README.md says what each is.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { burn } = require('./tasks.cjs');
const NOT_HERE = 3;

export const tasksFile = fileURLToPath(new URL('./tasks.cjs', import.meta.url));

// `open(workers)` gives a pool with run(task, argument), a promise, and close(). None has a form of its own for lists.
export async function main(packageName, open) {
  const [work, ...rest] = process.argv.slice(2);
  if (work === 'probe') {
    console.log(JSON.stringify({ version: versionOf(packageName) }));
    return;
  }
  if (!(work in works)) {
    process.exit(NOT_HERE);
  }
  const given = Object.fromEntries(rest.map((part) => part.split('=')).map(([name, value]) => [name, Number(value)]));
  const figures = await works[work](open, given);
  if (figures) {
    console.log(JSON.stringify(figures));
  }
}

function versionOf(packageName) {
  const folder = fileURLToPath(new URL(`./node_modules/${packageName}/package.json`, import.meta.url));
  return require(folder).version;
}

async function using(open, workers, measure) {
  const pool = await open(workers);
  try {
    return await measure(pool);
  } finally {
    await pool.close();
  }
}

function check(right) {
  if (!right) {
    throw new Error('A call gave a wrong answer.');
  }
}

// Repeats a step; returns how often and how many seconds it took.
async function forSeconds(seconds, step) {
  const start = performance.now();
  for (let count = 1; ; count++) {
    await step();
    const taken = (performance.now() - start) / 1000;
    if (taken >= seconds) {
      return { count, taken };
    }
  }
}

async function timedCall(pool) {
  const start = performance.now();
  const answer = await pool.run('inc', 1);
  const taken = (performance.now() - start) * 1000;
  check(answer === 2);
  return taken;
}

const percentile = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)];
const ascending = (a, b) => a - b;

async function floodRound(pool, calls) {
  const answers = await Promise.all(Array.from({ length: calls }, (_, i) => pool.run('inc', i)));
  answers.forEach((answer, i) => check(answer === i + 1));
}

function roundsInAMillisecond() {
  const rounds = 1_000_000;
  let best = Infinity;
  for (let i = 0; i < 15; i++) {
    const start = performance.now();
    burn(rounds);
    best = Math.min(best, performance.now() - start);
  }
  return rounds / best;
}

const burns = (pool, tasks, rounds) => Promise.all(Array.from({ length: tasks }, () => pool.run('burn', rounds)));

const works = {
  roundtrip: (open, given) => using(open, given.workers, async (pool) => {
    await forSeconds(given.warmup, () => timedCall(pool));
    const times = [];
    await forSeconds(given.seconds, async () => times.push(await timedCall(pool)));
    times.sort(ascending);
    return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), p999: percentile(times, 0.999) };
  }),

  rested: (open, given) => using(open, given.workers, async (pool) => {
    await forSeconds(given.warmup, () => timedCall(pool));
    const times = [];
    for (let i = 0; i < given.calls; i++) {
      await pause(given.pause);
      times.push(await timedCall(pool));
    }
    return { p50: percentile(times.sort(ascending), 0.5) };
  }),

  flood: (open, given) => using(open, given.workers, async (pool) => {
    await forSeconds(given.warmup, () => floodRound(pool, given.window / 10));
    const { count, taken } = await forSeconds(given.seconds, () => floodRound(pool, given.window));
    return { rate: (count * given.window) / taken };
  }),

  echo: (open, given) => using(open, given.workers, async (pool) => {
    const data = Buffer.alloc(given.bytes).map((_, i) => (i * 7) & 0xff);
    const step = async () => {
      const answer = await pool.run('echo', data);
      check(answer.length === data.length && answer.at(-1) === data.at(-1));
    };
    await forSeconds(given.warmup, step);
    const { count, taken } = await forSeconds(given.seconds, step);
    return { rate: (2 * data.length * count) / taken / 1e6 };
  }),

  async speedup(open, given) {
    const rounds = Math.floor(roundsInAMillisecond());
    const rate = (workers) => using(open, workers, async (pool) => {
      await burns(pool, 100 * workers, rounds);
      const tasks = Math.floor(1000 * given.seconds) * workers;
      const start = performance.now();
      await burns(pool, tasks, rounds);
      return (tasks / (performance.now() - start)) * 1000;
    });
    const one = await rate(1);
    const all = await rate(given.workers);
    return { one, all, ratio: all / one };
  },

  async mixed(open, given) {
    const rounds = Math.max(1, Math.floor(roundsInAMillisecond() / 100));
    const timeOfShortOnes = (workers, longOne) => using(open, workers, async (pool) => {
      await burns(pool, given.calls / 10, rounds);
      const start = performance.now();
      const long = longOne ? pool.run('nap', 1000) : null;
      await burns(pool, given.calls, rounds);
      const taken = performance.now() - start;
      await long;
      return taken;
    });
    return {
      single: await timeOfShortOnes(1, false),
      without: await timeOfShortOnes(given.workers, false),
      with: await timeOfShortOnes(given.workers, true),
    };
  },

  first: (open, given) => using(open, given.workers, async (pool) => console.log(await pool.run('inc', 1))),

  idle: (open, given) => using(open, given.workers, async (pool) => {
    await Promise.all(Array.from({ length: given.workers }, () => pool.run('nap', 200)));
    console.log('ready');
    for await (const _ of process.stdin) { /* until its end */ }
  }),
};
