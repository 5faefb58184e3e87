// An allocation that fails: preloaded into the program by scripts/faults. MALLOC_FAILS_AT=N fails
// the Nth malloc, with MALLOC_FAILS_ON=1 all after it, too; the count goes to MALLOC_COUNT_TO.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void *(*real_malloc)(size_t);
static long fails_at = -1, fails_on, calls;

__attribute__((constructor)) static void read_environment(void) {
    const char *at = getenv("MALLOC_FAILS_AT");
    fails_on = getenv("MALLOC_FAILS_ON") != NULL;
    real_malloc = (void *(*)(size_t))dlsym(RTLD_NEXT, "malloc");
    calls = 0;
    fails_at = at ? atol(at) : 0;
}

__attribute__((destructor)) static void write_count(void) {
    const char *name = getenv("MALLOC_COUNT_TO");
    const int file = name ? open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (file >= 0) dprintf(file, "%ld\n", calls);
}

void *malloc(size_t size) {
    if (!real_malloc) real_malloc = (void *(*)(size_t))dlsym(RTLD_NEXT, "malloc");
    const long call = __sync_add_and_fetch(&calls, 1);
    if (fails_at > 0 && (call == fails_at || (fails_on && call > fails_at))) {
        if (call == fails_at) {
            static const char said[] = "failing_malloc: INJECTED\n";
            if (write(STDERR_FILENO, said, sizeof said - 1) < 0) return NULL;
        }
        return NULL;
    }
    return real_malloc(size);
}
