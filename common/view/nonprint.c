#include "ember/view/nonprint.h"

#include <string.h>

#include "ember/base/def.h"

#define DIGITS_END 22 /* offset of the TAB in digits[]; 16 is where a six-wide field starts */

enum { BLOCK = 4 * LANES }; /* bytes asked for at a time, a bit of a mask each */

bool nonprint_needed(const struct nonprint_conf *c)
{
	return c->number || c->number_nonblank || c->squeeze || c->ends || c->tabs || c->nonprinting;
}

unsigned nonprint_byte(char *p, unsigned char c)
{
	char *at = p;
	if (c >= 128) {
		*at++ = 'M';
		*at++ = '-';
		c -= 128;
	}
	if (c < 32 || c == 127) {
		*at++ = '^';
		c ^= 64;
	}
	*at++ = (char)c;
	return (unsigned)(at - p);
}

/* The bytes that do not pass unchanged, as the lanes ask for them. */
static struct lanes_set nonprint_special(const struct nonprint_conf *c, bool stateless)
{
	const bool lf_passes = stateless && !c->ends && c->tabs; /* else TAB may: one byte can be kept out of the controls */
	struct lanes_set s = lanes_set_of(lf_passes ? '\t' : '\n');
	if (lf_passes)
		lanes_set_keep(&s, '\n');
	if (c->nonprinting)
		lanes_set_controls(&s);
	if (c->tabs)
		lanes_set_add(&s, '\t');
	else if (c->nonprinting)
		lanes_set_keep(&s, '\t');
	if (c->ends)
		lanes_set_add(&s, '\r');
	return s;
}

void nonprint_init(struct nonprint *np, const struct nonprint_conf *c)
{
	const bool stateless = !c->number && !c->number_nonblank && !c->squeeze;
	*np = (struct nonprint){ .conf = *c, .first_digit = DIGITS_END - 1, .stateless = stateless,
		.special = nonprint_special(c, stateless) };
	memset(np->digits, ' ', DIGITS_END);
	np->digits[DIGITS_END - 1] = '0';
	np->digits[DIGITS_END] = '\t';
	for (unsigned i = 0; i < 256; i++)
		np->plain[i] = !c->nonprinting || (i >= 32 && i < 127);
	np->plain['\n'] = 0;
	np->plain['\t'] = !c->tabs;
	if (c->ends)
		np->plain['\r'] = 0;
	for (unsigned i = 0; i < 256; i++) {
		np->shown[i].text[0] = (char)i;
		np->shown[i].n = np->plain[i] ? 1 : nonprint_byte(np->shown[i].text, (unsigned char)i);
	}
	memcpy(np->shown['\n'].text, c->ends ? "$\n" : "\n", 2);
	np->shown['\n'].n = c->ends ? 2 : 1;
}

static char *nonprint_number(struct nonprint *np, char *to)
{
	unsigned i = DIGITS_END - 1;
	while (np->digits[i] == '9')
		np->digits[i--] = '0';
	if (np->digits[i] == ' ')
		np->digits[i] = '1';
	else
		np->digits[i]++;
	if (i < np->first_digit)
		np->first_digit = i;
	if (EMBER_LIKELY(np->first_digit >= DIGITS_END - 6)) { /* one move of eight bytes, the last unused */
		memcpy(to, np->digits + DIGITS_END - 6, 8);
		return to + 7;
	}
	memcpy(to, np->digits + np->first_digit, DIGITS_END + 1 - np->first_digit);
	return to + (DIGITS_END + 1 - np->first_digit);
}

static char *nonprint_newline(struct nonprint *np, char *to)
{
	const struct nonprint_conf *c = &np->conf;
	if (++np->newlines > 0) { /* an empty line */
		if (np->newlines > c->squeeze_limit && c->squeeze) {
			np->newlines--;
			np->held_cr &= !c->each_input;
			return to;
		}
		if (c->number && !c->number_nonblank)
			to = nonprint_number(np, to);
	}
	if (np->held_cr) {
		if (c->ends) {
			*to++ = '^';
			*to++ = 'M';
		} else {
			*to++ = '\r';
		}
		np->held_cr = false;
	}
	if (c->ends)
		*to++ = '$';
	*to++ = '\n';
	return to;
}

/* Before the first byte of a line that is not its LF. */
static char *nonprint_begin(struct nonprint *np, char *to)
{
	if (np->conf.number || np->conf.number_nonblank)
		to = nonprint_number(np, to);
	np->newlines = -1;
	return to;
}

/* Move what passes unchanged; both ends go on. Up to 16 bytes behind *to may be spoilt. */
static const unsigned char *nonprint_plain(const struct nonprint *np, const struct lanes_set *special,
	const unsigned char *p, const unsigned char *end, char **to)
{
	char *at = *to;
	while (end - p >= LANES) {
		unsigned mask = lanes_move(special, at, p);
		if (mask) {
			unsigned n = (unsigned)__builtin_ctz(mask);
			*to = at + n;
			return p + n;
		}
		p += LANES;
		at += LANES;
	}
	while (p < end && np->plain[*p])
		*at++ = (char)*p++;
	*to = at;
	return p;
}

/* A byte that does not pass unchanged, nor is LF. */
static char *nonprint_other(struct nonprint *np, char *to, unsigned char c)
{
	if (c == '\r' && !np->conf.nonprinting) {
		np->held_cr = true;
		return to;
	}
	memcpy(to, np->shown[c].text, 4);
	return to + np->shown[c].n;
}

/* Which of the BLOCK bytes at `p` do not pass unchanged. */
static inline uint64_t nonprint_find(const struct lanes_set *special, const unsigned char *p)
{
	uint64_t mask = 0;
	for (unsigned i = 0; i < BLOCK; i += LANES)
		mask |= (uint64_t)lanes_find(special, p + i) << i;
	return mask;
}

/* Bytes of which few or none pass unchanged. */
static inline char *nonprint_each(const struct nonprint *np, char *to, const unsigned char *p, const unsigned char *end)
{
	for (; p < end; p++) {
		memcpy(to, np->shown[*p].text, 4);
		to += np->shown[*p].n;
	}
	return to;
}

/* BLOCK bytes, all `c`. */
static inline char *nonprint_same(const struct nonprint *np, char *to, unsigned char c)
{
	const unsigned n = np->shown[c].n;
	char unit[8];
	for (unsigned i = 0; i < sizeof(unit); i++)
		unit[i] = np->shown[c].text[i & (n - 1)];
	for (unsigned i = 0; i < BLOCK * n; i += sizeof(unit))
		memcpy(to + i, unit, sizeof(unit));
	return to + (size_t)BLOCK * n;
}

/*
 * A slice whose bytes are shown alike wherever they stand. Nothing depends on what a byte is, as the
 * processor's guesses at that would cost more than the work: what is shown comes from the table, and
 * runs are moved by more bytes than they have. Up to BLOCK bytes behind the result may be spoilt.
 */
static char *nonprint_alike(const struct nonprint *np, char *to, const unsigned char *p, const unsigned char *end)
{
	const struct lanes_set special = np->special;
	while (end - p >= 2 * BLOCK) { /* BLOCK bytes are read from wherever a run begins */
		const unsigned char *stop = p + BLOCK, *block = p;
		uint64_t mask = nonprint_find(&special, p);
		if (mask == UINT64_MAX) {
			if (np->shown[*p].n != 3 && memcmp(p, p + 1, BLOCK - 1) == 0) /* zeros, say */
				to = nonprint_same(np, to, *p);
			else
				to = nonprint_each(np, to, p, stop);
			p = stop;
			continue;
		}
		for (; mask; mask &= mask - 1) {
			const unsigned char *at = block + __builtin_ctzll(mask);
			memcpy(to, p, LANES);
			if (at - p > LANES)
				memcpy(to + LANES, p + LANES, BLOCK - LANES);
			to = nonprint_each(np, to + (at - p), at, at + 1);
			p = at + 1;
		}
		memcpy(to, p, BLOCK);
		to += stop - p;
		p = stop;
	}
	return nonprint_each(np, to, p, end);
}

/* Lines are not counted, and no CR waits for what follows it. */
static bool nonprint_is_alike(const struct nonprint *np, const unsigned char *p, const unsigned char *end)
{
	if (!np->stateless || np->conf.nonprinting || !np->conf.ends)
		return np->stateless;
	return !np->held_cr && !memchr(p, '\r', (size_t)(end - p));
}

/* All but the last few of a run of CRs: what follows one of these is no LF. */
static const unsigned char *nonprint_crs(const unsigned char *p, const unsigned char *end, char **to)
{
	uint64_t crs, next;
	memset(&crs, '\r', sizeof(crs));
	while (end - p > (ptrdiff_t)sizeof(next)) {
		memcpy(&next, p + 1, sizeof(next));
		if (next != crs)
			break;
		memcpy(*to, &crs, sizeof(crs));
		*to += sizeof(crs);
		p += sizeof(crs);
	}
	return p;
}

static char *nonprint_slice(struct nonprint *np, char *to, const unsigned char *p, const unsigned char *end)
{
	const struct lanes_set *special = &np->special;
	const bool cr_counts = np->conf.each_input && np->conf.squeeze && !np->conf.nonprinting;
	while (p < end) {
		if (*p == '\n') {
			to = nonprint_newline(np, to);
			p++;
			continue;
		}
		if (cr_counts && np->newlines >= 0 && *p == '\r' && !np->held_cr) {
			np->held_cr = true; /* an empty line, if LF follows */
			p++;
			continue;
		}
		if (np->newlines >= 0)
			to = nonprint_begin(np, to);
		if (np->held_cr) {
			*to++ = '\r';
			np->held_cr = false;
		}
		for (;;) {
			p = nonprint_plain(np, special, p, end, &to);
			if (p == end || *p == '\n' || (*p == '\r' && !np->conf.nonprinting))
				break;
			do {
				to = nonprint_other(np, to, *p++);
			} while (p < end && !np->plain[*p] && *p != '\n' && *p != '\r');
		}
		if (p < end && *p == '\r') {
			if (!np->conf.nonprinting)
				p = nonprint_crs(p, end, &to);
			to = nonprint_other(np, to, *p++);
		}
	}
	return to;
}

void nonprint_feed(struct nonprint *np, struct out *out, struct str block)
{
	if (block.n == 0)
		return;
	const unsigned char *p = (const unsigned char *)block.p, *end = p + block.n;
	while (p < end) {
		const unsigned char *stop = end - p > NONPRINT_SLICE ? p + NONPRINT_SLICE : end;
		out_drain(out, (size_t)NONPRINT_SLICE * NONPRINT_WORST);
		char *to = out->p + out->n;
		to = nonprint_is_alike(np, p, stop) ? nonprint_alike(np, to, p, stop) : nonprint_slice(np, to, p, stop);
		out->n = (size_t)(to - out->p);
		p = stop;
	}
}

void nonprint_next_input(struct nonprint *np, struct out *out)
{
	if (!np->conf.each_input)
		return;
	nonprint_end(np, out);
	np->newlines = 0;
}

void nonprint_end(struct nonprint *np, struct out *out)
{
	if (np->held_cr)
		out_char(out, '\r');
	np->held_cr = false;
}
