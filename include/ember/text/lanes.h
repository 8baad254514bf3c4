/* lanes: sixteen bytes at a time, tested against a small set while they are moved. */
#ifndef EMBER_TEXT_LANES_H
#define EMBER_TEXT_LANES_H

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LANES = 16 };

/* Each byte once per lane, so that a test loads it as it stands. */
struct lane {
	_Alignas(LANES) unsigned char of[LANES];
};

/* A set of bytes: up to three by value, and the control characters with all from 127 on, but one kept out. */
struct lanes_set {
	struct lane one, two, three; /* unused ones repeat `one` */
	struct lane low;             /* bytes below it (as signed ones) are in: 32, or -128 for none */
	struct lane del;             /* 127, or `one` */
	struct lane kept;            /* not in by `low` or `del` */
};

static inline struct lane lanes_all(unsigned char c)
{
	struct lane l;
	memset(l.of, c, LANES);
	return l;
}

/* Threads (all): pure. */
static inline struct lanes_set lanes_set_of(unsigned char c)
{
	struct lane l = lanes_all(c);
	return (struct lanes_set){ .one = l, .two = l, .three = l, .low = lanes_all(0x80), .del = l,
		.kept = lanes_all('a') };
}

/* At most two more. */
static inline void lanes_set_add(struct lanes_set *s, unsigned char c)
{
	if (s->two.of[0] == s->one.of[0])
		s->two = lanes_all(c);
	else
		s->three = lanes_all(c);
}

static inline void lanes_set_controls(struct lanes_set *s)
{
	s->low = lanes_all(32);
	s->del = lanes_all(127);
}

static inline void lanes_set_keep(struct lanes_set *s, unsigned char c)
{
	s->kept = lanes_all(c);
}

/* Bit i of lanes_find is set when byte i of LANES bytes is in the set; lanes_move copies them to `to`, too. */
#ifdef __SSE2__
static inline __m128i lanes_load(const void *p)
{
	return _mm_loadu_si128((const __m128i *)p);
}

static inline unsigned lanes_find(const struct lanes_set *s, const unsigned char *p)
{
	__m128i x = lanes_load(p);
	__m128i hit = _mm_or_si128(_mm_cmpeq_epi8(x, lanes_load(&s->one)),
		_mm_or_si128(_mm_cmpeq_epi8(x, lanes_load(&s->two)), _mm_cmpeq_epi8(x, lanes_load(&s->three))));
	__m128i low = _mm_or_si128(_mm_cmplt_epi8(x, lanes_load(&s->low)), _mm_cmpeq_epi8(x, lanes_load(&s->del)));
	low = _mm_andnot_si128(_mm_cmpeq_epi8(x, lanes_load(&s->kept)), low);
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(hit, low));
}
#else
static inline unsigned lanes_find(const struct lanes_set *s, const unsigned char *p)
{
	unsigned mask = 0;
	for (unsigned i = 0; i < LANES; i++) {
		unsigned char c = p[i];
		unsigned hit = c == s->one.of[0] || c == s->two.of[0] || c == s->three.of[0];
		unsigned low = ((signed char)c < (signed char)s->low.of[0] || c == s->del.of[0]) && c != s->kept.of[0];
		mask |= (hit | low) << i;
	}
	return mask;
}
#endif

static inline unsigned lanes_move(const struct lanes_set *s, char *to, const unsigned char *p)
{
	memcpy(to, p, LANES);
	return lanes_find(s, p);
}

#endif
