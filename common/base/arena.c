#include "ember/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/mem.h"

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISON 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISON 1
#endif
#endif

#ifdef ARENA_POISON
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#endif

#define ARENA_FIRST 4096
#define ARENA_MAX_BLOCK (256 * 1024)

struct arena_block {
	struct arena_block *prev;
	size_t size; /* of data */
	alignas(max_align_t) char data[];
};

void arena_init(struct arena *a)
{
	*a = (struct arena){ 0 };
}

static void arena_free_block(struct arena_block *b)
{
	if (!b)
		return;
	ASAN_UNPOISON_MEMORY_REGION(b->data, b->size);
	free(b);
}

void arena_fini(struct arena *a)
{
	while (a->block) {
		struct arena_block *b = a->block;
		a->block = b->prev;
		arena_free_block(b);
	}
	arena_free_block(a->spare);
	*a = (struct arena){ 0 };
}

static void arena_more(struct arena *a, size_t need)
{
	size_t size = a->next ? a->next : ARENA_FIRST;
	if (size < need)
		size = need;
	struct arena_block *b = a->spare;
	if (b && b->size >= need) {
		a->spare = NULL;
		size = b->size;
	} else {
		b = mem_alloc(size_add(sizeof(*b), size));
		b->size = size;
	}
	b->prev = a->block;
	a->block = b;
	a->at = b->data;
	a->end = b->data + size;
	a->next = size < ARENA_MAX_BLOCK / 2 ? size * 2 : ARENA_MAX_BLOCK;
	ASAN_POISON_MEMORY_REGION(b->data, size);
}

static void *arena_take(struct arena *a, size_t bytes, size_t align)
{
	size_t pad = a->at ? (size_t)(-(uintptr_t)a->at & (align - 1)) : 0;
	if (!a->at || (size_t)(a->end - a->at) < pad || (size_t)(a->end - a->at) - pad < bytes) {
		arena_more(a, bytes ? bytes : 1);
		pad = 0;
	}
	char *p = a->at + pad;
	a->at = p + bytes;
	ASAN_UNPOISON_MEMORY_REGION(p, bytes);
	return p;
}

void *arena_alloc(struct arena *a, size_t bytes)
{
	return arena_take(a, bytes, alignof(max_align_t));
}

void *arena_zalloc(struct arena *a, size_t bytes)
{
	return memset(arena_alloc(a, bytes), 0, bytes);
}

void *arena_fit(struct arena *a, size_t bytes, size_t align)
{
	return memset(arena_take(a, bytes, align), 0, bytes);
}

void *arena_bytes(struct arena *a, size_t bytes)
{
	return arena_take(a, bytes, 1);
}

char *arena_cstr(struct arena *a, struct str s)
{
	char *p = arena_bytes(a, size_add(s.n, 1));
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

struct str arena_str(struct arena *a, struct str s)
{
	return (struct str){ arena_cstr(a, s), s.n };
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	REQUIRE(n >= 0);
	char *p = arena_bytes(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct str){ p, (size_t)n };
}

struct arena_mark arena_mark(struct arena *a)
{
	return (struct arena_mark){ a->block, a->at };
}

void arena_rewind(struct arena *a, struct arena_mark m)
{
	while (a->block != m.block) {
		struct arena_block *b = a->block;
		a->block = b->prev;
		if (!a->spare || a->spare->size < b->size) {
			arena_free_block(a->spare);
			a->spare = b;
			ASAN_POISON_MEMORY_REGION(b->data, b->size);
		} else {
			arena_free_block(b);
		}
	}
	a->at = m.block ? m.at : NULL;
	a->end = m.block ? m.block->data + m.block->size : NULL;
	if (m.block)
		ASAN_POISON_MEMORY_REGION(a->at, (size_t)(a->end - a->at));
}
