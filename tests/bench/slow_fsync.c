/* A disk that needs FSYNC_MS milliseconds to sync: cc -shared -fPIC -o slow_fsync.so slow_fsync.c */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void wait_as_the_disk_does(void)
{
    const char *text = getenv("FSYNC_MS");
    long nanoseconds = text ? (long)(atof(text) * 1e6) : 0;
    struct timespec pause = {nanoseconds / 1000000000L, nanoseconds % 1000000000L};
    nanosleep(&pause, NULL);
}

int fsync(int descriptor)
{
    wait_as_the_disk_does();
    return (int)syscall(SYS_fsync, descriptor);
}

int fdatasync(int descriptor)
{
    wait_as_the_disk_does();
    return (int)syscall(SYS_fdatasync, descriptor);
}
