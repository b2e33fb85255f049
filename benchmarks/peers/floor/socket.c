// The least that a call costs over a blocked Unix socket, with nothing encoded and nobody to await it.
#include <sys/socket.h>

#include "stream.h"

int main(int argc, char **argv)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return 1;
    if (fork() == 0) {
        close(ends[0]);
        answer_over_stream(ends[1], ends[1], message_bytes(argc, argv));
    }
    close(ends[1]);
    outgoing = incoming = ends[0];
    return run(argc, argv, ROUND_TRIP | RESTED | ECHO, swap_over_stream);
}
