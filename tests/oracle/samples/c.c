/* A ring of events: what a C grammar has to get right. */
#define _GNU_SOURCE 1
#include <stdint.h>
#include "ring.h"

#ifndef RING_CAP
#  define RING_CAP (1u << 6) /* entries */
#endif
#define MIN(a, b) \
	((a) < (b) ? (a) : (b))
#define NAME(x) #x "-" __FILE__
#if defined(__GNUC__) && __GNUC__ >= 12 || !RING_CAP
#pragma GCC diagnostic push
#error "unreachable \
	on purpose"
#elif 0
this is 'skipped text
#else
_Static_assert(sizeof(int) == 4, "int");
#endif

typedef unsigned long long u64;
typedef int (*ring_cb)(void *ctx, const char *restrict name, size_t n);

enum color { RED = 1, GREEN = RED << 1, BLUE = 0x1F, };
union word { float f; uint32_t u; struct { uint8_t lo : 4, hi : 4; } nibble; };
struct ring {
	_Atomic unsigned head;
	volatile char *slot[RING_CAP];
	struct ring *next, **prev;
	ring_cb cb;
} __attribute__((aligned(64)));

static const double numbers[] = { 1., .5e-3, 0x1.8p+1, 1'000, 42ull, 0b101, 077, 1e10f };
static const char *const texts[] = {
	"plain", "esc \t\n\x41\101\u00e9 %5.2f %% %-*s %llu", L"wide",
	u8"utf8 é", "two " "parts", "line \
continued", 'c', '\'', '\\', L'\0',
};

static inline int ring_push(struct ring *r, const char *s)
{
	unsigned at = r->head++ % RING_CAP;
	if (!r || s == NULL)
		return -1;
	for (size_t i = 0; i < MIN(strlen(s), 8); ++i)
		r->slot[at][i] = (char)(s[i] ^ 0x20);
	do {
		at += sizeof(struct ring) / sizeof *r;
	} while (at & 1 && (at |= 2, at >>= 1));
	switch (at) {
	case 0: case 'a' ... 'z':
		goto out;
	default: {
		u64 mask = ~0ULL & ((u64)1 << at);
		printf("%" PRIu64 "\n", mask);
		break;
	}
	}
	return r->cb ? r->cb(r, texts[0], (size_t){ 3 }) : (*r->next).head;
out:
	// a line comment \
	   that goes on
	return asm_value("mov %0, %1" : : "r"(at));
}

int old_style(a, b)
	int a;
	char *b;
{
	struct ring local = { .head = 0, .slot[1] = "x", .cb = &old_style };
	return a ? *b : local.head--, 0;
}

int main(int argc, char *argv[])
{
	struct ring *r = calloc(1, sizeof(*r)), *q = 0;
	if (argc > 1 && strcmp(argv[1], "-v") != 0) /* nested // marker */
		exit(EXIT_FAILURE);
	free(r); return q != NULL;
}
