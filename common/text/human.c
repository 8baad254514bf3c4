#include "ember/text/human.h"

#include <errno.h>
#include <locale.h>
#include <string.h>

#include "ember/base/number.h"

__extension__ typedef unsigned __int128 human_wide;

static const char human_letters[] = "KMGTPEZYRQ";
#define HUMAN_POWERS 8 /* K to Y */

/* Decimal digits of v at the end of p[0..n); returns where they start. */
static unsigned human_digits(char *p, unsigned n, human_wide v)
{
	do {
		p[--n] = (char)('0' + (int)(v % 10));
		v /= 10;
	} while (v);
	return n;
}

/* Digits from..n of p, copied to out with the locale's separators. */
static unsigned human_group(char *out, const char *p, unsigned from, unsigned n)
{
	const struct lconv *l = localeconv();
	const char *sep = l->thousands_sep;
	size_t sep_n = strlen(sep);
	char back[HUMAN_MAX];
	unsigned at = sizeof(back), in_group = 0;
	const char *grouping = l->grouping;
	unsigned size = (unsigned char)*grouping;
	for (unsigned i = n; i > from && at > 16; i--) {
		if (size && size < 127 && in_group == size && sep_n && sep_n < 8) {
			at -= (unsigned)sep_n;
			memcpy(back + at, sep, sep_n);
			in_group = 0;
			if (grouping[0] && grouping[1])
				size = (unsigned char)*++grouping;
		}
		back[--at] = p[i - 1];
		in_group++;
	}
	memcpy(out, back + at, sizeof(back) - at);
	return (unsigned)sizeof(back) - at;
}

static unsigned human_whole(char *out, human_wide v, bool group)
{
	char digits[40];
	unsigned from = human_digits(digits, sizeof(digits), v);
	if (group)
		return human_group(out, digits, from, sizeof(digits));
	memcpy(out, digits + from, sizeof(digits) - from);
	return (unsigned)sizeof(digits) - from;
}

static unsigned human_suffix(char *p, unsigned power, const struct human *h)
{
	unsigned n = 0;
	if (!h->suffix)
		return 0;
	if (power) {
		char c = human_letters[power - 1];
		p[n++] = h->si && power == 1 ? 'k' : c;
		if (h->iec)
			p[n++] = 'i';
	}
	if (h->b) {
		if (!h->si && power)
			p[n++] = 'i';
		p[n++] = 'B';
	}
	return n;
}

static unsigned human_scaled(char *p, human_wide bytes, const struct human *h)
{
	human_wide base = h->si ? 1000 : 1024, unit = 1;
	unsigned power = 0, n;
	while (power < HUMAN_POWERS && bytes >= unit * base) {
		unit *= base;
		power++;
	}
	human_wide more = h->nearest ? unit / 2 : unit - 1; /* what makes a division round */
	human_wide whole = (bytes + more) / unit;
	if (whole >= base && power < HUMAN_POWERS &&
		power > 0) { /* rounding up reached the next letter */
		unit *= base;
		power++;
		whole = 1;
		more = h->nearest ? unit / 2 : unit - 1;
	}
	human_wide tenths = (bytes / unit) * 10 + ((bytes % unit) * 10 + more) / unit;
	if (power && tenths < 100) {
		p[0] = (char)('0' + (int)(tenths / 10));
		const char *point = localeconv()->decimal_point;
		n = (unsigned)strnlen(point, 8);
		memcpy(p + 1, point, n);
		p[++n] = (char)('0' + (int)(tenths % 10));
		n++;
	} else {
		n = human_whole(p, whole, h->group);
	}
	return n + human_suffix(p + n, power, h);
}

unsigned human_put(char *p, uint64_t count, uint64_t from, const struct human *h)
{
	if (human_plain(h, from))
		return number_put(p, count);
	human_wide bytes = (human_wide)count * from;
	if (h->scale)
		return human_scaled(p, bytes, h);
	unsigned n = human_whole(p, (bytes + h->unit - 1) / h->unit, h->group);
	unsigned power = 0;
	if (h->suffix)
		for (human_wide u = 1; u < h->unit && power < HUMAN_POWERS;
			u *= h->si ? 1000 : 1024)
			power++;
	return n + human_suffix(p + n, power, h);
}

/*
 * The letters after the digits: "", "K", "KB", "KiB" ... times *unit, which is UINT64_MAX where that is too much. What
 * letters there are counts though others follow that are none of a size.
 */
static int human_unit(struct str s, uint64_t *unit, bool *si, bool *b)
{
	*si = false;
	*b = false;
	if (s.n == 0)
		return 0;
	const char *lower = "kmgt"; /* the others GNU takes as capitals only */
	const char *at = strchr(lower, s.p[0]);
	at = at && *at ? human_letters + (at - lower) : strchr(human_letters, s.p[0]);
	if (!at || !*at || at - human_letters >= HUMAN_POWERS)
		return EINVAL;
	const bool iec = s.n > 2 && s.p[1] == 'i' && s.p[2] == 'B', bytes = s.n > 1 && s.p[1] == 'B';
	*b = iec || bytes;
	*si = bytes || (s.n > 1 && s.p[1] == 'D');
	int bad = s.n > 1 + 2 * (size_t)iec + *si ? EINVAL : 0;
	for (const char *c = human_letters; c <= at; c++)
		if (__builtin_mul_overflow(*unit, (uint64_t)(*si ? 1000 : 1024), unit)) {
			*unit = UINT64_MAX;
			return bad ? bad : ERANGE;
		}
	return bad;
}

/* Digits as C writes them: 0x.., 0.., decimal, behind blanks and a plus sign. Returns how many bytes they take. */
static size_t human_number(struct str s, uint64_t *v, bool *over)
{
	size_t i = 0;
	unsigned base = 10;
	uint64_t n = 0;
	while (i < s.n && (s.p[i] == ' ' || (s.p[i] >= '\t' && s.p[i] <= '\r')))
		i++;
	i += i < s.n && s.p[i] == '+';
	if (i == s.n || !ascii_digit(s.p[i]))
		return 0;
	if (s.n - i > 2 && s.p[i] == '0' && ascii_lower(s.p[i + 1]) == 'x' && ascii_hex(s.p[i + 2]) >= 0) {
		base = 16;
		i += 2;
	} else if (s.p[i] == '0') {
		base = 8;
	}
	for (; i < s.n; i++) {
		unsigned digit = (unsigned)ascii_hex(s.p[i]);
		if (digit >= base) /* no digit is a huge one */
			break;
		*over |= __builtin_mul_overflow(n, base, &n) || __builtin_add_overflow(n, digit, &n);
	}
	*v = *over ? UINT64_MAX : n;
	return i;
}

int human_parse(struct human *h, struct str size)
{
	struct human got = { .unit = 1 };
	if (size.n && size.p[0] == '\'') {
		got.group = true;
		size = str_sub(size, 1, size.n);
	}
	if (size.n && (str_starts(STR("human-readable"), size) || str_starts(STR("si"), size))) {
		got.scale = got.suffix = true;
		got.si = size.p[0] == 's';
		*h = got;
		return 0;
	}
	bool si, b, over = false;
	size_t digits = human_number(size, &got.unit, &over);
	*h = (struct human){ .unit = 0 };
	if (size.n == 0)
		return EINVAL;
	struct str letters = str_sub(size, digits, size.n);
	int bad = human_unit(letters, &got.unit, &si, &b);
	if (!bad && got.unit == 0)
		bad = EINVAL;
	if (bad || over) {
		const bool none = !digits && !strchr("kmgtpezyKMGTPEZY", letters.p[0]);
		h->unit = none ? 0 : over ? UINT64_MAX : got.unit;
		return bad ? bad : ERANGE;
	}
	if (!digits) {
		got.suffix = true;
		got.si = si;
		got.b = b;
	}
	*h = got;
	return 0;
}
