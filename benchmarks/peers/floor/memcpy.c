// The least that moving bytes costs: as many copies as an echo through shared memory makes, in one process.
#include "works.h"

static char *first, *second, *third;

static void swap_by_copies(char *bytes, size_t count)
{
    memcpy(first, bytes, count);
    memcpy(second, first, count);
    memcpy(third, second, count);
    memcpy(bytes, third, count);
}

int main(int argc, char **argv)
{
    size_t count = message_bytes(argc, argv);
    first = malloc(count);
    second = malloc(count);
    third = malloc(count);
    return run(argc, argv, ECHO, swap_by_copies);
}
