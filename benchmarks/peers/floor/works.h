// The works that a floor knows, over an `exchange` of its own: benchmarks/peers/README.md says what each is.
#ifndef WORKS_H
#define WORKS_H

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MESSAGE = 32, MOST_TIMES = 20000000, NOT_HERE = 3 };

// Sends so many bytes to the other process and waits for as many back.
typedef void (*exchange)(char *bytes, size_t count);

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double given(int argc, char **argv, const char *name)
{
    size_t length = strlen(name);
    for (int i = 2; i < argc; i++)
        if (strncmp(argv[i], name, length) == 0 && argv[i][length] == '=')
            return atof(argv[i] + length + 1);
    fprintf(stderr, "%s is missing\n", name);
    exit(1);
}

static double timed(exchange swap, char *bytes, size_t count)
{
    double start = now_us();
    swap(bytes, count);
    return now_us() - start;
}

static void warm_up(exchange swap, char *bytes, size_t count, double seconds)
{
    double end = now_us() + seconds * 1e6;
    do
        swap(bytes, count);
    while (now_us() < end);
}

static void round_trip(int argc, char **argv, exchange swap)
{
    char bytes[MESSAGE] = {0};
    double *times = malloc(MOST_TIMES * sizeof *times);
    size_t count = 0;
    warm_up(swap, bytes, MESSAGE, given(argc, argv, "warmup"));
    double end = now_us() + given(argc, argv, "seconds") * 1e6;
    while (count < MOST_TIMES && now_us() < end)
        times[count++] = timed(swap, bytes, MESSAGE);
    qsort(times, count, sizeof *times, ascending);
    printf("{\"p50\":%.3f,\"p99\":%.3f,\"p999\":%.3f}\n", times[(size_t)((count - 1) * 0.5)],
           times[(size_t)((count - 1) * 0.99)], times[(size_t)((count - 1) * 0.999)]);
}

static void rested(int argc, char **argv, exchange swap)
{
    char bytes[MESSAGE] = {0};
    int calls = (int)given(argc, argv, "calls"), pause = (int)given(argc, argv, "pause");
    double times[10000];
    warm_up(swap, bytes, MESSAGE, given(argc, argv, "warmup"));
    for (int i = 0; i < calls && i < 10000; i++) {
        usleep(pause * 1000);
        times[i] = timed(swap, bytes, MESSAGE);
    }
    qsort(times, calls, sizeof *times, ascending);
    printf("{\"p50\":%.3f}\n", times[(calls - 1) / 2]);
}

static void echo(int argc, char **argv, exchange swap)
{
    size_t count = (size_t)given(argc, argv, "bytes"), rounds = 0;
    char *bytes = malloc(count);
    memset(bytes, 7, count);
    warm_up(swap, bytes, count, given(argc, argv, "warmup"));
    double start = now_us(), end = start + given(argc, argv, "seconds") * 1e6, now;
    do {
        swap(bytes, count);
        rounds++;
    } while ((now = now_us()) < end);
    printf("{\"rate\":%.3f}\n", 2.0 * count * rounds / (now - start));
}

// For each work, whether this floor has it.
enum { ROUND_TRIP = 1, RESTED = 2, ECHO = 4 };

// How large the exchanges of this run are.
static size_t message_bytes(int argc, char **argv)
{
    return argc > 1 && strcmp(argv[1], "echo") == 0 ? (size_t)given(argc, argv, "bytes") : MESSAGE;
}

static int run(int argc, char **argv, int works, exchange swap)
{
    const char *work = argc > 1 ? argv[1] : "";
    if (strcmp(work, "probe") == 0)
        puts("{\"version\":\"\"}");
    else if (strcmp(work, "roundtrip") == 0 && works & ROUND_TRIP)
        round_trip(argc, argv, swap);
    else if (strcmp(work, "rested") == 0 && works & RESTED)
        rested(argc, argv, swap);
    else if (strcmp(work, "echo") == 0 && works & ECHO)
        echo(argc, argv, swap);
    else
        return NOT_HERE;
    return 0;
}

#endif
