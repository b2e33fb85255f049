// The least that a call costs over shared memory while both sides spin. Four copies: in, out, in, out.
#define _GNU_SOURCE
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/prctl.h>

#include "works.h"

struct shared {
    _Alignas(64) atomic_uint asked;
    _Alignas(64) atomic_uint answered;
};

static struct shared *turns;
static char *there, *back;

static void await_turn(atomic_uint *turn, unsigned expected)
{
    while (atomic_load_explicit(turn, memory_order_acquire) != expected) {
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }
}

static void swap_over_memory(char *bytes, size_t count)
{
    static unsigned turn;
    memcpy(there, bytes, count);
    atomic_store_explicit(&turns->asked, ++turn, memory_order_release);
    await_turn(&turns->answered, turn);
    memcpy(bytes, back, count);
}

static void answer_over_memory(size_t count)
{
    char *bytes = malloc(count);
    for (unsigned turn = 1;; turn++) {
        await_turn(&turns->asked, turn);
        memcpy(bytes, there, count);
        memcpy(back, bytes, count);
        atomic_store_explicit(&turns->answered, turn, memory_order_release);
    }
}

int main(int argc, char **argv)
{
    size_t count = message_bytes(argc, argv);
    char *memory = mmap(NULL, sizeof(struct shared) + 2 * count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return 1;
    turns = (struct shared *)memory;
    there = memory + sizeof(struct shared);
    back = there + count;

    pid_t host = getpid();
    if (fork() == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() == host)
            answer_over_memory(count);
        return 0;
    }
    return run(argc, argv, ROUND_TRIP | ECHO, swap_over_memory);
}
