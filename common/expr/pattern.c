#include "ember/expr/pattern.h"

#include <fnmatch.h>
#include <locale.h>
#include <string.h>
#include <wctype.h>

#include "ember/base/def.h"
#include "ember/base/size.h"
#include "ember/expr/lang.h"

#define PATTERN_MAX 4096 /* longer patterns are left to the C library, bytes */

typedef uint32_t pattern_set[8];

static void set_add(pattern_set s, unsigned c)
{
	s[c >> 5] |= 1u << (c & 31);
}

static bool set_has(const pattern_set s, unsigned char c)
{
	return s[c >> 5] >> (c & 31) & 1;
}

/* Letters of a class among ASCII bytes are the same in every locale we take this path in. */
static bool class_has(const char *name, size_t n, unsigned c)
{
	bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
	bool graph = c > 32 && c < 127;
	struct str s = { name, n };
	if (str_eqc(s, "alpha"))
		return upper || lower;
	if (str_eqc(s, "upper"))
		return upper;
	if (str_eqc(s, "lower"))
		return lower;
	if (str_eqc(s, "digit"))
		return digit;
	if (str_eqc(s, "xdigit"))
		return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
	if (str_eqc(s, "alnum"))
		return upper || lower || digit;
	if (str_eqc(s, "space"))
		return c == ' ' || (c >= 9 && c <= 13);
	if (str_eqc(s, "blank"))
		return c == ' ' || c == '\t';
	if (str_eqc(s, "punct"))
		return graph && !(upper || lower || digit);
	if (str_eqc(s, "print"))
		return graph || c == ' ';
	if (str_eqc(s, "graph"))
		return graph;
	if (str_eqc(s, "cntrl"))
		return c < 32 || c == 127;
	return false;
}

static bool class_known(const char *name, size_t n)
{
	static const char words[] = " alpha upper lower digit xdigit alnum space blank punct print graph cntrl ";
	char word[16];
	if (n < 5 || n > 6)
		return false;
	word[0] = ' ';
	memcpy(word + 1, name, n);
	memcpy(word + 1 + n, " ", 2);
	return strstr(words, word) != NULL;
}

/*
 * The set after "[" at `c` into s. Returns what follows it; NULL when it is something that only the
 * C library decides (no closing bracket, collating elements, ranges that run backwards).
 */
static const char *set_parse(const char *c, pattern_set s)
{
	bool not = *c == '!' || *c == '^';
	const char *start = c += not;
	memset(s, 0, sizeof(pattern_set));
	for (; *c && (*c != ']' || c == start); c++) {
		if (c[0] == '[' && (c[1] == '.' || c[1] == '='))
			return NULL;
		if (c[0] == '[' && c[1] == ':') {
			const char *end = strstr(c + 2, ":]");
			if (!end || !class_known(c + 2, (size_t)(end - c - 2)))
				return NULL;
			for (unsigned i = 1; i < 128; i++)
				if (class_has(c + 2, (size_t)(end - c - 2), i))
					set_add(s, i);
			c = end + 1;
			if (c[1] == '-')
				return NULL;
			continue;
		}
		if (*c == '\\' && !*++c)
			return NULL;
		unsigned lo = (unsigned char)*c, hi = lo;
		if (c[1] == '-' && c[2] && c[2] != ']') {
			c += 2;
			if (*c == '\\' && !*++c)
				return NULL;
			if (*c == '[')
				return NULL;
			hi = (unsigned char)*c;
			if (hi < lo)
				return NULL;
		}
		for (unsigned i = lo; i <= hi; i++)
			set_add(s, i);
	}
	if (!*c)
		return NULL;
	if (not)
		for (size_t i = 0; i < 8; i++)
			s[i] = ~s[i];
	return c + 1;
}

static bool is_ascii(const char *p, size_t n)
{
	unsigned char any = 0;
	for (size_t i = 0; i < n; i++)
		any |= (unsigned char)p[i];
	return any < 0x80;
}

/* Ranges follow the order of code points there, not that of a language. */
static bool ranges_are_plain(void)
{
	static const char *const plain[] = { "C", "POSIX", "C.UTF-8", "C.utf8" };
	const char *name = setlocale(LC_COLLATE, NULL);
	for (size_t i = 0; name && i < COUNTOF(plain); i++)
		if (strcmp(name, plain[i]) == 0)
			return true;
	return false;
}

struct pattern_draft {
	struct pattern_op ops[PATTERN_MAX];
	size_t n, n_sets;
};

/* False: left to the C library. */
static bool pattern_parse(struct pattern_draft *d, pattern_set *sets, const char *text, bool fold)
{
	bool ranges = !fold && ranges_are_plain();
	for (const char *c = text; *c;) {
		struct pattern_op *op = &d->ops[d->n];
		*op = (struct pattern_op){ .kind = PATTERN_BYTE };
		if (*c == '*') {
			while (*c == '*')
				c++;
			op->kind = PATTERN_STAR;
		} else if (*c == '?') {
			c++;
			op->kind = PATTERN_ANY;
		} else if (*c == '[') {
			c = ranges ? set_parse(c + 1, sets[d->n_sets]) : NULL;
			if (!c)
				return false;
			op->kind = PATTERN_SET;
			op->set = (uint16_t)d->n_sets++;
		} else {
			if (*c == '\\' && !*++c)
				return false;
			op->byte = (uint8_t)(fold ? ascii_lower(*c) : *c);
			c++;
		}
		d->n++;
	}
	return true;
}

static void pattern_measure(struct pattern *p, struct arena *a)
{
	size_t bytes = 0;
	for (size_t i = 0; i < p->n; i++) {
		p->star |= p->ops[i].kind == PATTERN_STAR;
		bytes += p->ops[i].kind == PATTERN_BYTE;
	}
	p->head = 0;
	while (p->head < p->n && p->ops[p->head].kind != PATTERN_STAR)
		p->head++;
	p->tail = 0;
	while (p->star && p->ops[p->n - 1 - p->tail].kind != PATTERN_STAR)
		p->tail++;
	if (p->n && p->ops[p->n - 1].kind == PATTERN_BYTE && !(p->flags & FNM_CASEFOLD))
		p->last = p->ops[p->n - 1].byte;
	if (bytes == p->n && !(p->flags & FNM_CASEFOLD)) {
		char *text = arena_bytes(a, bytes + 1);
		for (size_t i = 0; i < bytes; i++)
			text[i] = (char)p->ops[i].byte;
		p->bytes = (struct str){ text, bytes };
		p->literal = true;
	}
}

void pattern_compile(struct pattern *p, struct arena *a, const char *text, bool fold)
{
	size_t len = strlen(text);
	*p = (struct pattern){ .text = text, .flags = fold ? FNM_CASEFOLD : 0 };
	if (fold || strchr(text, '[') || !is_ascii(text, len))
		lang_ready();
	if (len > PATTERN_MAX || !is_ascii(text, len) || (fold && towlower(L'I') != L'i')) /* Turkish */
		return;
	struct arena_mark mark = arena_mark(a);
	size_t brackets = 0;
	for (size_t i = 0; i < len; i++)
		brackets += text[i] == '[';
	pattern_set *sets = arena_alloc(a, size_mul(brackets ? brackets : 1, sizeof(*sets)));
	struct pattern_draft d;
	d.n = d.n_sets = 0;
	if (!pattern_parse(&d, sets, text, fold)) {
		arena_rewind(a, mark);
		return;
	}
	struct pattern_op *ops = ARENA_ARRAY(a, struct pattern_op, d.n);
	memcpy(ops, d.ops, d.n * sizeof(*ops));
	p->ops = ops;
	p->n = d.n;
	p->sets = (const uint32_t(*)[8])sets;
	p->plain = true;
	pattern_measure(p, a);
}

/* n operations without a star against n bytes. */
static bool match_run(const struct pattern *p, size_t from, size_t n, const char *name)
{
	bool fold = p->flags & FNM_CASEFOLD;
	for (size_t i = 0; i < n; i++) {
		const struct pattern_op *op = &p->ops[from + i];
		char c = name[i];
		if (op->kind == PATTERN_BYTE) {
			if ((uint8_t)(fold ? ascii_lower(c) : c) != op->byte)
				return false;
		} else if (op->kind == PATTERN_SET && !set_has(p->sets[op->set], (unsigned char)c)) {
			return false;
		}
	}
	return true;
}

/* Between two stars the leftmost place where a run fits is as good as any other. */
static bool match_middle(const struct pattern *p, const char *name, size_t n)
{
	size_t at = 0, i = p->head, end = p->n - p->tail;
	while (i < end) {
		size_t run = 0;
		while (p->ops[i].kind == PATTERN_STAR && ++i < end)
			;
		while (i + run < end && p->ops[i + run].kind != PATTERN_STAR)
			run++;
		if (!run)
			break;
		while (at + run <= n && !match_run(p, i, run, name + at))
			at++;
		if (at + run > n)
			return false;
		at += run;
		i += run;
	}
	return true;
}

bool pattern_match(const struct pattern *p, struct str name)
{
	if (p->literal)
		return str_eq(p->bytes, name);
	/* The last character is that byte, and so is the last byte, in whatever encoding. */
	if (p->last && (!name.n || (unsigned char)name.p[name.n - 1] != p->last))
		return false;
	if (!p->plain || !is_ascii(name.p, name.n)) {
		lang_ready();
		return fnmatch(p->text, name.p, p->flags) == 0;
	}
	if (name.n < p->head + p->tail || (!p->star && name.n != p->head))
		return false;
	return match_run(p, 0, p->head, name.p) &&
		match_run(p, p->n - p->tail, p->tail, name.p + name.n - p->tail) &&
		match_middle(p, name.p + p->head, name.n - p->head - p->tail);
}
