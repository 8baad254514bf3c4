/* lanes: sixteen bytes at a time, tested against a small set while they are moved. */
#ifndef EMBER_TEXT_LANES_H
#define EMBER_TEXT_LANES_H

#include <stdbool.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LANES = 16 };

/* A set of bytes: up to three by value, the control characters with all from 127 on, but one kept out. */
struct lanes_set {
	unsigned char one, two, three, kept; /* unused ones repeat `one`; kept: 0xff with !keeps */
	bool controls, keeps;
};

static inline struct lanes_set lanes_set_of(unsigned char c)
{
	return (struct lanes_set){ .one = c, .two = c, .three = c };
}

/* At most two more. Threads (all): pure. */
static inline void lanes_set_add(struct lanes_set *s, unsigned char c)
{
	if (s->two == s->one)
		s->two = c;
	else
		s->three = c;
}

static inline void lanes_set_controls(struct lanes_set *s)
{
	s->controls = true;
}

static inline void lanes_set_keep(struct lanes_set *s, unsigned char c)
{
	s->kept = c;
	s->keeps = true;
}

/*
 * Copy LANES bytes from `p` to `to`, which do not overlap. Bit i of the result is set when byte i
 * is in the set.
 */
#ifdef __SSE2__
static inline unsigned lanes_move(const struct lanes_set *s, char *to, const unsigned char *p)
{
	__m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
	_mm_storeu_si128((__m128i *)(void *)to, x);
	__m128i hit = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8((char)s->one)),
		_mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8((char)s->two)),
			_mm_cmpeq_epi8(x, _mm_set1_epi8((char)s->three))));
	if (s->controls) { /* signed: bytes from 128 on are below 32 too */
		__m128i low = _mm_or_si128(_mm_cmplt_epi8(x, _mm_set1_epi8(32)), _mm_cmpeq_epi8(x, _mm_set1_epi8(127)));
		if (s->keeps)
			low = _mm_andnot_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8((char)s->kept)), low);
		hit = _mm_or_si128(hit, low);
	}
	return (unsigned)_mm_movemask_epi8(hit);
}
#else
static inline unsigned lanes_move(const struct lanes_set *s, char *to, const unsigned char *p)
{
	unsigned mask = 0;
	memcpy(to, p, LANES);
	for (unsigned i = 0; i < LANES; i++) {
		bool hit = p[i] == s->one || p[i] == s->two || p[i] == s->three;
		bool low = s->controls && (p[i] < 32 || p[i] >= 127) && !(s->keeps && p[i] == s->kept);
		mask |= (unsigned)(hit || low) << i;
	}
	return mask;
}
#endif

#endif
