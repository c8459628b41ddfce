/* A disk that fails on demand: one write-like call below a folder, or all from one on, fail with
   a given error. Built and preloaded by fault_sweep.py; armed and asked from Python by ctypes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char folder[PATH_MAX];
static size_t folder_length;
static long failing, seen;
static int error_number, for_good;
static char failed_call[64], failed_path[PATH_MAX];
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

void drill_arm(const char *path, long nth, int error, int stays) {
    snprintf(folder, sizeof folder, "%s", path);
    folder_length = strlen(folder);
    failing = nth;
    seen = 0;
    error_number = error;
    for_good = stays;
    failed_call[0] = failed_path[0] = 0;
}

void drill_disarm(void) { folder_length = 0; }
long drill_seen(void) { return seen; }
const char *drill_call(void) { return failed_call; }
const char *drill_path(void) { return failed_path; }

static int fails_at(const char *call, const char *path) {
    int fails = 0;
    if (!folder_length || strncmp(path, folder, folder_length)) return 0;
    pthread_mutex_lock(&one);
    seen++;
    fails = failing && (seen == failing || (for_good && seen > failing));
    if (fails && !failed_call[0]) {
        snprintf(failed_call, sizeof failed_call, "%s", call);
        snprintf(failed_path, sizeof failed_path, "%s", path + folder_length);
    }
    pthread_mutex_unlock(&one);
    if (fails) errno = error_number;
    return fails;
}

static int fails_on(const char *call, int descriptor) {
    char link[64], path[PATH_MAX];
    ssize_t length;
    if (!folder_length) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails_at(call, path);
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define ON_FILE(type, name, declared, passed, ...) \
    type name declared { \
        REAL(type, name, __VA_ARGS__); \
        return fails_on(#name, fd) ? (type)-1 : real passed; \
    }

#define ON_PATH(name, declared, passed, path, ...) \
    int name declared { \
        REAL(int, name, __VA_ARGS__); \
        return fails_at(#name, path) ? -1 : real passed; \
    }

ON_FILE(ssize_t, write, (int fd, const void *b, size_t n), (fd, b, n), int, const void *, size_t)
ON_FILE(ssize_t, pwrite, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o), int,
        const void *, size_t, off_t)
ON_FILE(ssize_t, pwrite64, (int fd, const void *b, size_t n, off64_t o), (fd, b, n, o), int,
        const void *, size_t, off64_t)
ON_FILE(ssize_t, writev, (int fd, const struct iovec *v, int n), (fd, v, n), int,
        const struct iovec *, int)
ON_FILE(ssize_t, pwritev, (int fd, const struct iovec *v, int n, off_t o), (fd, v, n, o), int,
        const struct iovec *, int, off_t)
ON_FILE(int, ftruncate, (int fd, off_t n), (fd, n), int, off_t)
ON_FILE(int, ftruncate64, (int fd, off64_t n), (fd, n), int, off64_t)
ON_FILE(int, fallocate, (int fd, int m, off_t o, off_t n), (fd, m, o, n), int, int, off_t, off_t)
ON_FILE(int, fsync, (int fd), (fd), int)
ON_FILE(int, fdatasync, (int fd), (fd), int)
ON_FILE(ssize_t, sendfile, (int fd, int from, off_t *o, size_t n), (fd, from, o, n), int, int,
        off_t *, size_t)
ON_FILE(ssize_t, sendfile64, (int fd, int from, off64_t *o, size_t n), (fd, from, o, n), int, int,
        off64_t *, size_t)

ssize_t copy_file_range(int from, off64_t *a, int fd, off64_t *b, size_t n, unsigned flags) {
    REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
    return fails_on("copy_file_range", fd) ? -1 : real(from, a, fd, b, n, flags);
}

ON_PATH(mkdir, (const char *p, mode_t m), (p, m), p, const char *, mode_t)
ON_PATH(mkdirat, (int d, const char *p, mode_t m), (d, p, m), p, int, const char *, mode_t)
ON_PATH(rename, (const char *p, const char *q), (p, q), q, const char *, const char *)
ON_PATH(renameat, (int d, const char *p, int e, const char *q), (d, p, e, q), q, int,
        const char *, int, const char *)
ON_PATH(link, (const char *p, const char *q), (p, q), q, const char *, const char *)
ON_PATH(linkat, (int d, const char *p, int e, const char *q, int f), (d, p, e, q, f), q, int,
        const char *, int, const char *, int)
ON_PATH(unlink, (const char *p), (p), p, const char *)
ON_PATH(rmdir, (const char *p), (p), p, const char *)

#define OPENING(name, declared, passed, path, ...) \
    int name declared { \
        mode_t mode = 0; \
        REAL(int, name, __VA_ARGS__); \
        if (flags & (O_CREAT | O_TMPFILE)) { \
            va_list more; \
            va_start(more, flags); \
            mode = va_arg(more, mode_t); \
            va_end(more); \
            if (flags & O_CREAT && fails_at(#name, path)) return -1; \
        } \
        return real passed; \
    }

OPENING(open, (const char *p, int flags, ...), (p, flags, mode), p, const char *, int, ...)
OPENING(open64, (const char *p, int flags, ...), (p, flags, mode), p, const char *, int, ...)
OPENING(openat, (int d, const char *p, int flags, ...), (d, p, flags, mode), p, int,
        const char *, int, ...)
OPENING(openat64, (int d, const char *p, int flags, ...), (d, p, flags, mode), p, int,
        const char *, int, ...)
