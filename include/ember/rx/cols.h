/*
 * cols: the alphabet of the candidate automaton. Bytes fall into at most 104 columns: each printable
 * ASCII byte and each blank of its own, one column for the other control bytes, one for characters
 * past ASCII, one for the bytes that go on with those, and one for the edge of the text (before its
 * first byte, behind its last).
 */
#ifndef EMBER_RX_COLS_H
#define EMBER_RX_COLS_H

#include <stdbool.h>
#include <stdint.h>

enum {
	COLS_EDGE, /* the text ends, or has not begun */
	COLS_CONTROL,
	COLS_TAB,
	COLS_LF,
	COLS_VT,
	COLS_FF,
	COLS_CR,
	COLS_GO_ON, /* 0x80 to 0xBF: the automaton passes over it */
	COLS_HIGH,  /* 0xC0 to 0xFF */
	COLS_BLANK, /* 0x20; the other printable bytes follow in order, to 0x7E */
	COLS_N = COLS_BLANK + 95,
};

/* A set of columns; also used for sets of ASCII bytes (then bit number = byte). */
struct cols {
	uint64_t w[2];
};

#define COLS_NONE ((struct cols){ { 0, 0 } })
#define COLS_ALL ((struct cols){ { UINT64_MAX, UINT64_MAX } })

extern const uint8_t cols_of_byte[256];

/* The column of a byte as the one before a place: the bytes of one character are one. */
static inline unsigned cols_before(uint8_t byte)
{
	return byte >= 0x80 ? COLS_HIGH : cols_of_byte[byte];
}

static inline bool cols_has(struct cols c, unsigned i)
{
	return c.w[i >> 6] >> (i & 63) & 1;
}

static inline void cols_add(struct cols *c, unsigned i)
{
	c->w[i >> 6] |= UINT64_C(1) << (i & 63);
}

static inline struct cols cols_or(struct cols a, struct cols b)
{
	return (struct cols){ { a.w[0] | b.w[0], a.w[1] | b.w[1] } };
}

static inline struct cols cols_and(struct cols a, struct cols b)
{
	return (struct cols){ { a.w[0] & b.w[0], a.w[1] & b.w[1] } };
}

static inline struct cols cols_not(struct cols a)
{
	return (struct cols){ { ~a.w[0], ~a.w[1] } };
}

static inline bool cols_same(struct cols a, struct cols b)
{
	return a.w[0] == b.w[0] && a.w[1] == b.w[1];
}

static inline bool cols_empty(struct cols a)
{
	return !(a.w[0] | a.w[1]);
}

/* The least column of a set that is not empty; cols_take takes it out. */
static inline unsigned cols_least(struct cols a)
{
	return (unsigned)(a.w[0] ? __builtin_ctzll(a.w[0]) : 64 + __builtin_ctzll(a.w[1]));
}

static inline unsigned cols_take(struct cols *a)
{
	const unsigned i = cols_least(*a);
	a->w[i >> 6] &= a->w[i >> 6] - 1;
	return i;
}

/* The columns that hold any (all) of a set of ASCII bytes. */
struct cols cols_any_of(struct cols ascii);
struct cols cols_all_of(struct cols ascii);
struct cols cols_one(unsigned i);

#endif
