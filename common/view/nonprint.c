#include "ember/view/nonprint.h"

#include <string.h>

#define DIGITS_END 22 /* offset of the TAB in digits[]; 16 is where a six-wide field starts */

bool nonprint_needed(const struct nonprint_conf *c)
{
	return c->number || c->number_nonblank || c->squeeze || c->ends || c->tabs || c->nonprinting;
}

void nonprint_init(struct nonprint *np, const struct nonprint_conf *c)
{
	*np = (struct nonprint){ .conf = *c, .first_digit = DIGITS_END - 1 };
	memset(np->digits, ' ', DIGITS_END);
	np->digits[DIGITS_END - 1] = '0';
	np->digits[DIGITS_END] = '\t';
	for (unsigned i = 0; i < 256; i++)
		np->plain[i] = !c->nonprinting || (i >= 32 && i < 127);
	np->plain['\n'] = 0;
	np->plain['\t'] = !c->tabs;
	if (c->ends)
		np->plain['\r'] = 0;
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
	unsigned from = np->first_digit < DIGITS_END - 6 ? np->first_digit : DIGITS_END - 6;
	memcpy(to, np->digits + from, DIGITS_END + 1 - from);
	return to + (DIGITS_END + 1 - from);
}

static char *nonprint_newline(struct nonprint *np, char *to)
{
	const struct nonprint_conf *c = &np->conf;
	if (++np->newlines > 0) { /* an empty line */
		if (np->newlines >= 2) {
			np->newlines = 2;
			if (c->squeeze)
				return to;
		}
		if (c->number && !c->number_nonblank)
			to = nonprint_number(np, to);
	}
	if (c->ends) {
		if (np->held_cr) {
			*to++ = '^';
			*to++ = 'M';
			np->held_cr = false;
		}
		*to++ = '$';
	}
	*to++ = '\n';
	return to;
}

static char *nonprint_slice(struct nonprint *np, char *to, const unsigned char *p, const unsigned char *end)
{
	const struct nonprint_conf *c = &np->conf;
	const bool number = c->number || c->number_nonblank;
	while (p < end) {
		if (*p == '\n') {
			to = nonprint_newline(np, to);
			p++;
			continue;
		}
		if (np->newlines >= 0) {
			if (number)
				to = nonprint_number(np, to);
			np->newlines = -1;
		}
		if (np->held_cr) {
			*to++ = '\r';
			np->held_cr = false;
		}
		while (p < end && np->plain[*p])
			*to++ = (char)*p++;
		if (p == end || *p == '\n')
			continue;
		if (*p == '\r' && !c->nonprinting)
			np->held_cr = true;
		else
			to += nonprint_byte(to, *p);
		p++;
	}
	return to;
}

/* Only lines matter, not their bytes: whole lines are copied by memchr and memcpy. */
static void nonprint_lines(struct nonprint *np, struct out *out, const char *p, const char *end)
{
	char small[2 * NONPRINT_WORST];
	const bool number = np->conf.number || np->conf.number_nonblank;
	while (p < end) {
		char *to = small;
		if (*p == '\n') {
			to = nonprint_newline(np, to);
			out_bytes(out, small, (size_t)(to - small));
			p++;
			continue;
		}
		if (np->newlines >= 0 && number)
			to = nonprint_number(np, to);
		np->newlines = -1;
		out_bytes(out, small, (size_t)(to - small));
		const char *lf = memchr(p, '\n', (size_t)(end - p));
		const char *stop = lf ? lf + 1 : end;
		if (lf)
			np->newlines = 0;
		out_bytes(out, p, (size_t)(stop - p));
		p = stop;
	}
}

void nonprint_feed(struct nonprint *np, struct out *out, struct str block)
{
	const struct nonprint_conf *c = &np->conf;
	if (block.n == 0)
		return;
	if (!c->ends && !c->tabs && !c->nonprinting) {
		nonprint_lines(np, out, block.p, block.p + block.n);
		return;
	}
	const unsigned char *p = (const unsigned char *)block.p, *end = p + block.n;
	while (p < end) {
		const unsigned char *stop = end - p > NONPRINT_SLICE ? p + NONPRINT_SLICE : end;
		out_drain(out, (size_t)NONPRINT_SLICE * NONPRINT_WORST);
		char *to = nonprint_slice(np, out->p + out->n, p, stop);
		out->n = (size_t)(to - out->p);
		p = stop;
	}
}

void nonprint_end(struct nonprint *np, struct out *out)
{
	if (np->held_cr)
		out_char(out, '\r');
	np->held_cr = false;
}
