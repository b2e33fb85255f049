// The least that a round trip to another process costs over a blocked Unix socket: a byte count as small as a call's,
// there and back, with nothing encoded and nobody to await it.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MESSAGE = 32, WARM_UP = 5000, ROUNDS = 20000 };

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int transfer(int fd, int sending)
{
    static char message[MESSAGE];
    int done = 0;
    while (done < MESSAGE) {
        ssize_t n = sending ? write(fd, message + done, MESSAGE - done) : read(fd, message + done, MESSAGE - done);
        if (n <= 0)
            return 0;
        done += n;
    }
    return 1;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(void)
{
    int ends[2];
    static double times[ROUNDS];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return 1;

    if (fork() == 0) {
        close(ends[0]);
        while (transfer(ends[1], 0) && transfer(ends[1], 1)) { }
        return 0;
    }

    close(ends[1]);
    for (int i = -WARM_UP; i < ROUNDS; i++) {
        double start = now_us();
        if (!transfer(ends[0], 1) || !transfer(ends[0], 0))
            return 1;
        if (i >= 0)
            times[i] = now_us() - start;
    }

    qsort(times, ROUNDS, sizeof times[0], ascending);
    printf("round-trip-p50=%.3f\nround-trip-p99=%.3f\n", times[ROUNDS / 2], times[ROUNDS - ROUNDS / 100]);
    return 0;
}
