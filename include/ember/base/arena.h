/* arena: memory that is freed together, at the end of a phase (run, file, folder, line). */
#ifndef EMBER_BASE_ARENA_H
#define EMBER_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "ember/base/def.h"
#include "ember/base/size.h"
#include "ember/base/str.h"

struct arena_block;

/* Fields are the arena's own. An all-zero value is a valid empty arena. */
struct arena {
	char *at, *end;
	struct arena_block *block; /* newest first */
	struct arena_block *spare; /* kept from the last rewind, or NULL */
	size_t next;               /* size of the next block */
};

struct arena_mark {
	struct arena_block *block;
	char *at;
};

/*
 * Threads:   one thread at a time uses an arena.
 * Errors:    none: no memory ends the run (panic_memory).
 * Alignment: what arena_alloc returns is aligned for any type.
 */
void arena_init(struct arena *a);
void arena_fini(struct arena *a); /* frees all; the arena may be used again */
void *arena_alloc(struct arena *a, size_t bytes) EMBER_NODISCARD;  /* not zeroed */
void *arena_zalloc(struct arena *a, size_t bytes) EMBER_NODISCARD; /* zeroed */
void *arena_bytes(struct arena *a, size_t bytes) EMBER_NODISCARD;  /* unaligned, for text */
void *arena_fit(struct arena *a, size_t bytes, size_t align) EMBER_NODISCARD; /* zeroed; align: a power of two */

/* Copies with a NUL after the last byte (not counted in n). */
struct str arena_str(struct arena *a, struct str s);
char *arena_cstr(struct arena *a, struct str s);
struct str arena_printf(struct arena *a, const char *fmt, ...) EMBER_PRINTF(2, 3);

/* Free what came after the mark; keeps one spare block, so a loop of mark/rewind is malloc-free. */
struct arena_mark arena_mark(struct arena *a);
void arena_rewind(struct arena *a, struct arena_mark m);

/* As tightly as the type allows: of small records there may be millions. */
#define ARENA_NEW(a, type) ((type *)arena_fit((a), sizeof(type), _Alignof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_fit((a), size_mul((n), sizeof(type)), _Alignof(type)))

#endif
