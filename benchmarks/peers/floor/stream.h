// Exchanges over file descriptors: both sides sleep until there is something to read.
#ifndef STREAM_H
#define STREAM_H

#include "works.h"

static int outgoing, incoming;

// Whole messages, in pieces as they come: neither side waits to write while the other waits to write.
static void transfer(int fd, int sending, char *bytes, size_t count)
{
    size_t done = 0;
    while (done < count) {
        ssize_t n = sending ? write(fd, bytes + done, count - done) : read(fd, bytes + done, count - done);
        if (n <= 0)
            exit(sending ? 1 : 0);
        done += n;
    }
}

static void swap_over_stream(char *bytes, size_t count)
{
    transfer(outgoing, 1, bytes, count);
    transfer(incoming, 0, bytes, count);
}

// The other process: it gives back each message when it has all of it.
static void answer_over_stream(int from, int to, size_t count)
{
    char *bytes = malloc(count);
    for (;;) {
        transfer(from, 0, bytes, count);
        transfer(to, 1, bytes, count);
    }
}

#endif
