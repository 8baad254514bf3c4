#include "ember/expr/date_word.h"

#include <string.h>

#include "ember/base/def.h"
#include "ember/base/number.h"

#define WORD_MAX 20

struct date_entry {
	const char *name;
	enum date_kind kind;
	int value;
};

#define HOURS(n) ((int)((n) * 3600))

static const struct date_entry date_names[] = {
	{ "january", DATE_MONTH, 1 }, { "february", DATE_MONTH, 2 }, { "march", DATE_MONTH, 3 },
	{ "april", DATE_MONTH, 4 }, { "may", DATE_MONTH, 5 }, { "june", DATE_MONTH, 6 }, { "july", DATE_MONTH, 7 },
	{ "august", DATE_MONTH, 8 }, { "september", DATE_MONTH, 9 }, { "sept", DATE_MONTH, 9 },
	{ "october", DATE_MONTH, 10 }, { "november", DATE_MONTH, 11 }, { "december", DATE_MONTH, 12 },
	{ "sunday", DATE_DAY, 0 }, { "monday", DATE_DAY, 1 }, { "tuesday", DATE_DAY, 2 }, { "tues", DATE_DAY, 2 },
	{ "wednesday", DATE_DAY, 3 }, { "wednes", DATE_DAY, 3 }, { "thursday", DATE_DAY, 4 },
	{ "thur", DATE_DAY, 4 }, { "thurs", DATE_DAY, 4 }, { "friday", DATE_DAY, 5 }, { "saturday", DATE_DAY, 6 },
};

static const struct date_entry date_zones[] = {
	{ "wet", DATE_ZONE, 0 }, { "west", DATE_DAYZONE, 0 }, { "bst", DATE_DAYZONE, 0 },
	{ "art", DATE_ZONE, HOURS(-3) }, { "brt", DATE_ZONE, HOURS(-3) }, { "brst", DATE_DAYZONE, HOURS(-3) },
	{ "nst", DATE_ZONE, HOURS(-3.5) }, { "ndt", DATE_DAYZONE, HOURS(-3.5) }, { "ast", DATE_ZONE, HOURS(-4) },
	{ "adt", DATE_DAYZONE, HOURS(-4) }, { "clt", DATE_ZONE, HOURS(-4) }, { "clst", DATE_DAYZONE, HOURS(-4) },
	{ "est", DATE_ZONE, HOURS(-5) }, { "edt", DATE_DAYZONE, HOURS(-5) }, { "cst", DATE_ZONE, HOURS(-6) },
	{ "cdt", DATE_DAYZONE, HOURS(-6) }, { "mst", DATE_ZONE, HOURS(-7) }, { "mdt", DATE_DAYZONE, HOURS(-7) },
	{ "pst", DATE_ZONE, HOURS(-8) }, { "pdt", DATE_DAYZONE, HOURS(-8) }, { "akst", DATE_ZONE, HOURS(-9) },
	{ "akdt", DATE_DAYZONE, HOURS(-9) }, { "hst", DATE_ZONE, HOURS(-10) }, { "hast", DATE_ZONE, HOURS(-10) },
	{ "hadt", DATE_DAYZONE, HOURS(-10) }, { "sst", DATE_ZONE, HOURS(-12) }, { "wat", DATE_ZONE, HOURS(1) },
	{ "cet", DATE_ZONE, HOURS(1) }, { "cest", DATE_DAYZONE, HOURS(1) }, { "met", DATE_ZONE, HOURS(1) },
	{ "mez", DATE_ZONE, HOURS(1) }, { "mest", DATE_DAYZONE, HOURS(1) }, { "mesz", DATE_DAYZONE, HOURS(1) },
	{ "eet", DATE_ZONE, HOURS(2) }, { "eest", DATE_DAYZONE, HOURS(2) }, { "cat", DATE_ZONE, HOURS(2) },
	{ "sast", DATE_ZONE, HOURS(2) }, { "eat", DATE_ZONE, HOURS(3) }, { "msk", DATE_ZONE, HOURS(3) },
	{ "msd", DATE_DAYZONE, HOURS(3) }, { "ist", DATE_ZONE, HOURS(5.5) }, { "sgt", DATE_ZONE, HOURS(8) },
	{ "kst", DATE_ZONE, HOURS(9) }, { "jst", DATE_ZONE, HOURS(9) }, { "gst", DATE_ZONE, HOURS(10) },
	{ "nzst", DATE_ZONE, HOURS(12) }, { "nzdt", DATE_DAYZONE, HOURS(12) },
};

static const struct date_entry date_units[] = {
	{ "year", DATE_YEARS, 1 }, { "month", DATE_MONTHS, 1 }, { "fortnight", DATE_DAYS, 14 },
	{ "week", DATE_DAYS, 7 }, { "day", DATE_DAYS, 1 }, { "hour", DATE_SECONDS, 3600 },
	{ "minute", DATE_SECONDS, 60 }, { "min", DATE_SECONDS, 60 }, { "second", DATE_SECOND, 1 },
	{ "sec", DATE_SECOND, 1 },
};

/* "second" is the unit, never the ordinal. */
static const struct date_entry date_relatives[] = {
	{ "tomorrow", DATE_SHIFT, 1 }, { "yesterday", DATE_SHIFT, -1 }, { "today", DATE_SHIFT, 0 },
	{ "now", DATE_SHIFT, 0 }, { "last", DATE_ORDINAL, -1 }, { "this", DATE_ORDINAL, 0 },
	{ "next", DATE_ORDINAL, 1 }, { "first", DATE_ORDINAL, 1 }, { "third", DATE_ORDINAL, 3 },
	{ "fourth", DATE_ORDINAL, 4 }, { "fifth", DATE_ORDINAL, 5 }, { "sixth", DATE_ORDINAL, 6 },
	{ "seventh", DATE_ORDINAL, 7 }, { "eighth", DATE_ORDINAL, 8 }, { "ninth", DATE_ORDINAL, 9 },
	{ "tenth", DATE_ORDINAL, 10 }, { "eleventh", DATE_ORDINAL, 11 }, { "twelfth", DATE_ORDINAL, 12 },
	{ "ago", DATE_AGO, -1 },
};

static bool date_find(struct date_word *w, const struct date_entry *e, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++) {
		if (!str_eq_nocase(name, str_from(e[i].name)))
			continue;
		w->kind = e[i].kind;
		w->value = e[i].value;
		return true;
	}
	return false;
}

/* Three letters are enough for a month or a day, with or without a dot. */
static bool date_find_name(struct date_word *w, struct str name)
{
	bool cut = name.n == 3 || (name.n == 4 && name.p[3] == '.');
	for (size_t i = 0; i < COUNTOF(date_names); i++) {
		const struct date_entry *e = &date_names[i];
		struct str whole = str_from(e->name);
		if (!str_eq_nocase(cut ? str_sub(name, 0, 3) : name, cut ? str_sub(whole, 0, 3) : whole))
			continue;
		w->kind = e->kind;
		w->value = e->value;
		return true;
	}
	return false;
}

static bool date_find_zone(struct date_word *w, const struct date_reader *r, struct str name)
{
	static const struct date_entry universal[] = { { "gmt", DATE_ZONE, 0 }, { "ut", DATE_ZONE, 0 },
		{ "utc", DATE_ZONE, 0 } };
	if (date_find(w, universal, COUNTOF(universal), name))
		return true;
	for (size_t i = 0; i < COUNTOF(r->local); i++) {
		if (!r->local[i].name || !str_eq_nocase(name, str_from(r->local[i].name)))
			continue;
		w->kind = DATE_LOCAL;
		w->value = r->local[i].isdst;
		return true;
	}
	return date_find(w, date_zones, COUNTOF(date_zones), name);
}

/* A to Z without J: the zones of the military, from east to west. */
static bool date_find_letter(struct date_word *w, char letter)
{
	char c = ascii_lower(letter);
	if (c == 'j')
		return false;
	if (c == 't') {
		w->kind = DATE_T;
		w->value = HOURS(-7);
		return true;
	}
	w->kind = DATE_ZONE;
	if (c == 'z')
		w->value = 0;
	else if (c <= 'm')
		w->value = HOURS(c - 'a' + 1 - (c > 'j'));
	else
		w->value = HOURS('m' - c);
	return true;
}

static struct date_word date_look_up(const struct date_reader *r, struct str name)
{
	struct date_word w = { .kind = DATE_BAD };
	static const struct date_entry meridians[] = { { "am", DATE_MERIDIAN, 0 }, { "a.m.", DATE_MERIDIAN, 0 },
		{ "pm", DATE_MERIDIAN, 1 }, { "p.m.", DATE_MERIDIAN, 1 }, { "dst", DATE_DST, 0 } };
	struct str one = name;
	if (date_find(&w, meridians, COUNTOF(meridians) - 1, name) || date_find_name(&w, name) ||
		date_find_zone(&w, r, name) || date_find(&w, meridians, COUNTOF(meridians), name) ||
		date_find(&w, date_units, COUNTOF(date_units), name))
		return w;
	if (one.n && ascii_lower(one.p[one.n - 1]) == 's')
		one.n--;
	if (date_find(&w, date_units, COUNTOF(date_units), one) ||
		date_find(&w, date_relatives, COUNTOF(date_relatives), name))
		return w;
	if (name.n == 1 && ascii_alpha(name.p[0]) && date_find_letter(&w, name.p[0]))
		return w;
	char plain[WORD_MAX];
	size_t n = 0;
	for (size_t i = 0; i < name.n && i < WORD_MAX; i++)
		if (name.p[i] != '.')
			plain[n++] = name.p[i];
	if (n < name.n && date_find_zone(&w, r, (struct str){ plain, n }))
		return w;
	return w;
}

/* ---- reading */

static void date_skip(struct date_reader *r, size_t n)
{
	r->rest = str_sub(r->rest, n, r->rest.n);
}

/* Nine digits of a fraction; further ones are dropped, towards the past where the number is negative. */
static void date_fraction(struct date_reader *r, struct date_word *w)
{
	long scale = 100000000;
	bool more = false;
	date_skip(r, 1);
	w->kind = DATE_DECIMAL;
	for (; r->rest.n && ascii_digit(r->rest.p[0]); date_skip(r, 1)) {
		w->nsec += scale * (r->rest.p[0] - '0');
		more |= !scale && r->rest.p[0] != '0';
		scale /= 10;
	}
	if (!w->negative)
		return;
	w->nsec += more;
	if (w->nsec && __builtin_sub_overflow(w->value, 1, &w->value)) {
		w->kind = DATE_BAD;
	} else if (w->nsec) {
		w->nsec = 1000000000 - w->nsec;
	}
}

/* In "5.3.2024" no point begins a fraction: two of them belong together, and what follows them at once. */
static bool date_is_dotted(struct date_reader *r)
{
	size_t n = 1;
	if (r->dotted)
		return true;
	while (n < r->rest.n && ascii_digit(r->rest.p[n]))
		n++;
	r->dotted = r->rest.p[0] == '.' && n < r->rest.n && r->rest.p[n] == '.';
	return r->dotted;
}

static struct date_word date_number(struct date_reader *r, bool has_sign, bool negative)
{
	struct date_word w = { .kind = has_sign ? DATE_SIGNED : DATE_NUMBER, .has_sign = has_sign,
		.negative = negative };
	for (; r->rest.n && ascii_digit(r->rest.p[0]); date_skip(r, 1), w.digits++) {
		int digit = r->rest.p[0] - '0';
		if (__builtin_mul_overflow(w.value, 10, &w.value) ||
			__builtin_add_overflow(w.value, negative ? -digit : digit, &w.value)) {
			w.kind = DATE_BAD;
			return w;
		}
	}
	if (r->rest.n > 1 && (r->rest.p[0] == '.' || r->rest.p[0] == ',') && ascii_digit(r->rest.p[1]) &&
		(has_sign || !date_is_dotted(r)))
		date_fraction(r, &w);
	return w;
}

/* Parentheses hold comments, one in another, as far as they close or the text goes. */
static void date_comment(struct date_reader *r)
{
	size_t deep = 0;
	do {
		deep += r->rest.p[0] == '(';
		deep -= r->rest.p[0] == ')';
		date_skip(r, 1);
	} while (deep && r->rest.n);
}

struct date_word date_next(struct date_reader *r)
{
	for (bool joined = true; r->rest.n; joined = false) {
		char c = r->rest.p[0];
		size_t n = 0;
		bool negative = c == '-';
		r->dotted = r->dotted && (c == '.' || ascii_digit(c));
		if (ascii_space(c)) {
			date_skip(r, 1);
		} else if (c == '-' || c == '+') {
			do
				date_skip(r, 1);
			while (r->rest.n && ascii_space(r->rest.p[0]));
			if (r->rest.n && ascii_digit(r->rest.p[0]))
				return date_number(r, true, negative); /* another sign is passed over */
		} else if (ascii_digit(c)) {
			struct date_word w = date_number(r, false, false);
			w.joined = joined;
			return w;
		} else if (c == '(') {
			date_comment(r);
		} else if (ascii_alpha(c)) {
			while (n < r->rest.n && (ascii_alpha(r->rest.p[n]) || r->rest.p[n] == '.'))
				n++;
			struct str name = str_sub(r->rest, 0, n < WORD_MAX ? n : WORD_MAX - 1);
			date_skip(r, n);
			return date_look_up(r, name);
		} else {
			date_skip(r, 1);
			return (struct date_word){ .kind = strchr("@/:,.", c) ? DATE_MARK : DATE_BAD, .value = c };
		}
	}
	return (struct date_word){ .kind = DATE_END };
}
