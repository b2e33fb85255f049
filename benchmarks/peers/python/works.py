"""The works, for every Python pool alike: benchmarks/peers/README.md says what each is."""
import json
import sys
import time

from tasks import burn, echo, inc, nap

NOT_HERE = 3


def main(version, open_pool):
    """open_pool(workers) gives a pool with submit(task, argument) -> a function that waits, list(task, items) and close()."""
    work, arguments = sys.argv[1], dict(part.split("=") for part in sys.argv[2:])
    if work == "probe":
        print(json.dumps({"version": version}))
        return
    if work not in WORKS:
        sys.exit(NOT_HERE)
    figures = WORKS[work](open_pool, {name: float(value) for name, value in arguments.items()})
    if figures is not None:
        print(json.dumps(figures))


def using(open_pool, workers, measure):
    pool = open_pool(int(workers))
    try:
        return measure(pool)
    finally:
        pool.close()


def check(right):
    if not right:
        raise AssertionError("A call gave a wrong answer.")


def for_seconds(seconds, step):
    """Repeats a step; returns how often and how long it took."""
    start = time.perf_counter()
    count = 0
    while True:
        step()
        count += 1
        taken = time.perf_counter() - start
        if taken >= seconds:
            return count, taken


def timed_call(pool):
    start = time.perf_counter()
    answer = pool.submit(inc, 1)()
    taken = (time.perf_counter() - start) * 1e6
    check(answer == 2)
    return taken


def percentile(times, share):
    return times[int((len(times) - 1) * share)]


def roundtrip(open_pool, given):
    def measure(pool):
        for_seconds(given["warmup"], lambda: timed_call(pool))
        times = []
        for_seconds(given["seconds"], lambda: times.append(timed_call(pool)))
        times.sort()
        return {"p50": percentile(times, 0.5), "p99": percentile(times, 0.99), "p999": percentile(times, 0.999)}

    return using(open_pool, given["workers"], measure)


def rested(open_pool, given):
    def measure(pool):
        for_seconds(given["warmup"], lambda: timed_call(pool))
        times = []
        for _ in range(int(given["calls"])):
            time.sleep(given["pause"] / 1000)
            times.append(timed_call(pool))
        return {"p50": percentile(sorted(times), 0.5)}

    return using(open_pool, given["workers"], measure)


def flood_round(pool, calls):
    waits = [pool.submit(inc, i) for i in range(calls)]
    for i, wait in enumerate(waits):
        check(wait() == i + 1)


def flood(open_pool, given):
    window = int(given["window"])

    def measure(pool):
        for_seconds(given["warmup"], lambda: flood_round(pool, window // 10))
        rounds, taken = for_seconds(given["seconds"], lambda: flood_round(pool, window))
        return {"rate": rounds * window / taken}

    return using(open_pool, given["workers"], measure)


def list_round(pool, calls):
    answers = list(pool.list(inc, range(calls)))
    check(len(answers) == calls and answers[0] == 1 and answers[-1] == calls)


def one_list(open_pool, given):
    calls = int(given["calls"])

    def measure(pool):
        for_seconds(given["warmup"], lambda: list_round(pool, calls // 10))
        rounds, taken = for_seconds(given["seconds"], lambda: list_round(pool, calls))
        return {"rate": rounds * calls / taken}

    return using(open_pool, given["workers"], measure)


def echo_bytes(open_pool, given):
    data = bytes(i * 7 & 0xFF for i in range(4096)) * (int(given["bytes"]) // 4096)

    def step(pool):
        answer = pool.submit(echo, data)()
        check(len(answer) == len(data) and answer[-1] == data[-1])

    def measure(pool):
        for_seconds(given["warmup"], lambda: step(pool))
        rounds, taken = for_seconds(given["seconds"], lambda: step(pool))
        return {"rate": 2 * len(data) * rounds / taken / 1e6}

    return using(open_pool, given["workers"], measure)


def rounds_in_a_millisecond():
    rounds = 100_000
    times = []
    for _ in range(7):
        start = time.perf_counter()
        burn(rounds)
        times.append(time.perf_counter() - start)
    return rounds / (min(times) * 1000)


def speedup(open_pool, given):
    rounds = int(rounds_in_a_millisecond())

    def batch(pool, tasks):
        for wait in [pool.submit(burn, rounds) for _ in range(tasks)]:
            wait()

    def rate(workers):
        def measure(pool):
            batch(pool, 100 * workers)
            tasks = int(1000 * given["seconds"]) * workers
            start = time.perf_counter()
            batch(pool, tasks)
            return tasks / (time.perf_counter() - start)

        return using(open_pool, workers, measure)

    one, everyone = rate(1), rate(int(given["workers"]))
    return {"one": one, "all": everyone, "ratio": everyone / one}


def mixed(open_pool, given):
    calls, rounds = int(given["calls"]), max(1, int(rounds_in_a_millisecond() / 100))

    def time_of_short_ones(pool, long_one):
        for wait in [pool.submit(burn, rounds) for _ in range(calls // 10)]:
            wait()
        start = time.perf_counter()
        long_wait = pool.submit(nap, 1000) if long_one else None
        for wait in [pool.submit(burn, rounds) for _ in range(calls)]:
            wait()
        taken = (time.perf_counter() - start) * 1000
        if long_wait:
            long_wait()
        return taken

    return {
        "single": using(open_pool, 1, lambda pool: time_of_short_ones(pool, False)),
        "without": using(open_pool, given["workers"], lambda pool: time_of_short_ones(pool, False)),
        "with": using(open_pool, given["workers"], lambda pool: time_of_short_ones(pool, True)),
    }


def first(open_pool, given):
    using(open_pool, given["workers"], lambda pool: print(pool.submit(inc, 1)(), flush=True))


def idle(open_pool, given):
    def measure(pool):
        for wait in [pool.submit(nap, 200) for _ in range(int(given["workers"]))]:
            wait()
        print("ready", flush=True)
        sys.stdin.read()

    using(open_pool, given["workers"], measure)


WORKS = {
    "roundtrip": roundtrip,
    "rested": rested,
    "flood": flood,
    "list": one_list,
    "echo": echo_bytes,
    "speedup": speedup,
    "mixed": mixed,
    "first": first,
    "idle": idle,
}
