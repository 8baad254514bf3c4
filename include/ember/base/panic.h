/* panic: the end of a run that met a bug of ours or has no memory left. */
#ifndef EMBER_BASE_PANIC_H
#define EMBER_BASE_PANIC_H

#include "ember/base/def.h"

/* Name used in the message; set once by main before any thread starts. Not copied. */
void panic_set_name(const char *program);

/* A hook run before the message, to put a terminal back; NULL removes it. Must be signal-safe. */
void panic_set_hook(void (*hook)(void));

/* One line "name: internal error: text" on stderr, then abort(). Any thread. */
EMBER_NORETURN void panic(const char *text) EMBER_COLD;

/* "name: out of memory", exit status 2 with els's convention left to callers: here _exit(1). */
EMBER_NORETURN void panic_memory(void) EMBER_COLD;

/* Holds in every build: for bounds that foreign data could break. */
#define REQUIRE(cond) ((cond) ? (void)0 : panic("check failed: " #cond))

#endif
