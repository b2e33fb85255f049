// The least that a call costs over a pair of blocked pipes.
#include "stream.h"

int main(int argc, char **argv)
{
    int there[2], back[2];
    if (pipe(there) != 0 || pipe(back) != 0)
        return 1;
    if (fork() == 0) {
        close(there[1]);
        close(back[0]);
        answer_over_stream(there[0], back[1], message_bytes(argc, argv));
    }
    close(there[0]);
    close(back[1]);
    outgoing = there[1];
    incoming = back[0];
    return run(argc, argv, ROUND_TRIP | RESTED | ECHO, swap_over_stream);
}
