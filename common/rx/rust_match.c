#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

#include "ember/base/mem.h"
#include "ember/rx/rust.h"
#include "ember/text/utf8.h"
#include "rust_class.h"

#define RUST_BRANCHES_MAX 64 /* alternatives that are looked for one after the other */

struct rust_rx {
	struct rust_facts facts;
	struct rust_facts *branches; /* "a|^b|c$": each is a literal; n of them, 0 = it is not such a pattern */
	size_t n_branches;
	unsigned flags;
	bool ascii;           /* the literal is ASCII: folding it by bytes is right for ASCII names */
	struct buf pattern;   /* as given; for plain text: its translation, which `plain` says */
	bool plain;
	bool some;            /* ".": any character, so any name with a good byte */
	pthread_mutex_t lock; /* one compiles, the others wait */
	/* Published with release, read with acquire: NULL until the first name that needs it. */
	_Atomic(struct rx *) ready;
};

bool rust_text_upper(struct str text)
{
	for (size_t i = 0; i < text.n;) {
		uint32_t cp;
		unsigned n = utf8_decode(str_sub(text, i, text.n), &cp);
		if (n && rust_is_upper(cp))
			return true;
		i += n ? n : 1;
	}
	return false;
}

static struct rust_rx *rust_alloc(unsigned flags)
{
	struct rust_rx *rx = mem_zero(1, sizeof(*rx));
	rx->flags = flags;
	pthread_mutex_init(&rx->lock, NULL);
	return rx;
}

void rust_free(struct rust_rx *rx)
{
	if (!rx)
		return;
	rx_free(atomic_load(&rx->ready));
	buf_fini(&rx->facts.literal);
	for (size_t i = 0; i < rx->n_branches; i++)
		buf_fini(&rx->branches[i].literal);
	free(rx->branches);
	buf_fini(&rx->pattern);
	pthread_mutex_destroy(&rx->lock);
	free(rx);
}

const struct rust_facts *rust_facts(const struct rust_rx *rx)
{
	return &rx->facts;
}

static struct rx *rust_compile(struct rust_rx *rx, struct rust_fault *fault)
{
	struct buf out = { 0 };
	struct rust_facts facts = { 0 };
	struct rx *made = NULL;
	struct err e = { 0 };
	bool fold = rx->flags & RUST_IGNORE_CASE;
	unsigned flags = RX_DOT_ALL | (fold ? RX_IGNORE_CASE : 0);
	if (rx_start(&e) != 0) {
		fault->what = e.what;
		fault->engine = true;
		return NULL;
	}
	if (rx->plain)
		buf_str(&out, buf_view(&rx->pattern));
	if (rx->plain ||
		rust_translate(&out, &facts, buf_view(&rx->pattern), rx->flags, fault) == 0) {
		if (!facts.captures)
			flags |= RX_NO_GROUPS;
		made = rx_new(buf_view(&out), RX_RUST, flags, fault->why, &e);
		fault->at = 0;
		fault->what = fault->why[0] ? fault->why : e.what;
	}
	buf_fini(&facts.literal);
	buf_fini(&out);
	return made;
}

static struct rx *rust_ready(struct rust_rx *rx)
{
	struct rx *have = atomic_load_explicit(&rx->ready, memory_order_acquire);
	if (have)
		return have;
	pthread_mutex_lock(&rx->lock);
	have = atomic_load_explicit(&rx->ready, memory_order_acquire);
	if (!have) {
		struct rust_fault fault = { 0 };
		have = rust_compile(rx, &fault);
		atomic_store_explicit(&rx->ready, have, memory_order_release);
	}
	pthread_mutex_unlock(&rx->lock);
	return have;
}

/* The end of the branch that begins at `from`: a bar without a backslash, or the pattern's end. */
static size_t rust_bar(struct str pattern, size_t from)
{
	while (from < pattern.n && pattern.p[from] != '|')
		from += pattern.p[from] == '\\' ? 2 : 1;
	return from < pattern.n ? from : pattern.n;
}

/* One branch into the list. False: it is more than a literal, and the list is of no use. */
static bool rust_branch(struct rust_rx *rx, struct str text)
{
	struct buf out = { 0 };
	struct rust_facts facts = { 0 };
	bool plain = rust_translate(&out, &facts, text, 0, NULL) == 0 && facts.whole;
	buf_fini(&out);
	rx->branches[rx->n_branches++] = facts;
	rx->ascii &= utf8_ascii(buf_view(&facts.literal)) == facts.literal.n;
	return plain;
}

/*
 * Alternatives of literals need no regex engine. Without groups and classes every bar is one of the
 * pattern's own.
 */
static void rust_split(struct rust_rx *rx, struct str pattern)
{
	size_t n = 1;
	bool plain = true;
	for (size_t i = 0; (i = rust_bar(pattern, i)) < pattern.n; i++)
		n++;
	if (n == 1 || n > RUST_BRANCHES_MAX || str_chr(pattern, '(') != STR_NONE ||
		str_chr(pattern, '[') != STR_NONE)
		return;
	rx->branches = mem_zero(n, sizeof(*rx->branches));
	rx->ascii = true;
	for (size_t i = 0; i <= pattern.n && plain;) {
		size_t end = rust_bar(pattern, i);
		plain = rust_branch(rx, str_sub(pattern, i, end));
		i = end + 1;
	}
	if (plain)
		return;
	for (size_t i = 0; i < rx->n_branches; i++)
		buf_fini(&rx->branches[i].literal);
	rx->n_branches = 0;
	rx->ascii = true; /* no literal is known */
}

/* A leading ".*" says nothing where a match may begin anywhere. */
static struct str rust_unlead(struct str pattern)
{
	while (str_starts(pattern, STR(".*")) && (pattern.n == 2 || !strchr("*+?{", pattern.p[2])))
		pattern = str_sub(pattern, 2, pattern.n);
	return pattern;
}

struct rust_rx *rust_new(struct str pattern, unsigned flags, struct rust_fault *fault)
{
	struct rust_rx *rx = rust_alloc(flags);
	struct buf out = { 0 };
	int ret = rust_translate(&out, &rx->facts, pattern, flags & ~(unsigned)RUST_IGNORE_CASE, fault);
	struct str rest = rust_unlead(pattern);
	if (ret == 0 && rest.n < pattern.n) {
		pattern = rest;
		buf_clear(&out);
		buf_fini(&rx->facts.literal);
		rx->facts = (struct rust_facts){ 0 };
		ret = rust_translate(&out, &rx->facts, pattern,
			flags & ~(unsigned)RUST_IGNORE_CASE, fault);
	}
	rx->some = str_eqc(pattern, ".");
	buf_fini(&out);
	buf_str(&rx->pattern, pattern);
	rx->ascii = utf8_ascii(buf_view(&rx->facts.literal)) == rx->facts.literal.n;
	if (ret == 0)
		rust_split(rx, pattern);
	/* What only Oniguruma can refuse (an unknown property) is to be told before the walk. */
	if (ret == 0 && !rx->facts.whole && !rx->n_branches && !rx->some) {
		struct rx *made = rust_compile(rx, fault);
		atomic_store(&rx->ready, made);
		ret = made ? 0 : -1;
	}
	if (ret == 0)
		return rx;
	rust_free(rx);
	return NULL;
}

struct rust_rx *rust_new_literal(struct str text, bool whole, unsigned flags)
{
	struct rust_rx *rx = rust_alloc(flags);
	rx->plain = true;
	buf_str(&rx->facts.literal, text);
	rx->facts.whole = true;
	rx->facts.at_start = rx->facts.at_end = whole;
	rx->ascii = utf8_ascii(text) == text.n;
	if (!utf8_valid(text)) /* letters of no known case */
		rx->flags &= ~(unsigned)RUST_IGNORE_CASE;
	if (whole)
		buf_text(&rx->pattern, "\\A");
	for (size_t i = 0; i < text.n;) {
		uint32_t cp = 0;
		unsigned n = utf8_decode(str_sub(text, i, text.n), &cp);
		if (n)
			rust_put_char(&rx->pattern, cp);
		i += n ? n : 1;
	}
	if (whole)
		buf_text(&rx->pattern, "\\z");
	return rx;
}

/* ---------------------------------------------------------------- asking */

static bool rust_same(const char *a, const char *b, size_t n, bool fold)
{
	if (!fold)
		return memcmp(a, b, n) == 0;
	for (size_t i = 0; i < n; i++)
		if (ascii_lower(a[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

static bool rust_has(struct str s, struct str lit, bool fold)
{
	if (!fold)
		return memmem(s.p, s.n, lit.p, lit.n) != NULL;
	char first = ascii_lower(lit.p[0]);
	for (size_t i = 0; i + lit.n <= s.n; i++)
		if (ascii_lower(s.p[i]) == first && rust_same(s.p + i, lit.p, lit.n, true))
			return true;
	return false;
}

/* The literal stands where it must. */
static bool rust_literal_there(const struct rust_facts *f, struct str s, bool fold)
{
	struct str lit = buf_view(&f->literal);
	if (lit.n > s.n || (f->at_start && f->at_end && f->whole && lit.n != s.n))
		return false;
	if (f->at_start && !rust_same(s.p, lit.p, lit.n, fold))
		return false;
	if (f->at_end && !rust_same(s.p + s.n - lit.n, lit.p, lit.n, fold))
		return false;
	return f->at_start || f->at_end || !lit.n || rust_has(s, lit, fold);
}

/*
 * No part of a pattern matches a bad byte (R19), so a match lies within one run of good ones: each
 * is searched for itself, and only the name's own ends are its ends.
 */
static int rust_search_runs(const struct rx *rx, struct rx_limit *l, struct str subject)
{
	for (size_t from = 0; from <= subject.n; from++) {
		struct str run = str_sub(subject, from, subject.n);
		run.n = utf8_bad(run);
		bool last = from + run.n == subject.n;
		int at = rx_search(
			rx, l, run, 0, run.n, (from ? RX_NOT_A : 0) | (last ? 0 : RX_NOT_Z), NULL);
		if (at != RX_NONE)
			return at;
		from += run.n;
	}
	return RX_NONE;
}

static bool rust_some(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (utf8_bad(str_sub(s, i, s.n)))
			return true;
	return false;
}

int rust_match(struct rust_rx *rx, struct rx_limit *l, struct str subject)
{
	bool fold = rx->flags & RUST_IGNORE_CASE;
	if (rx->some)
		return rust_some(subject);
	bool ascii = utf8_ascii(subject) == subject.n;
	/* K and s have partners outside ASCII, so bytes may only be folded where there are none. */
	if (!fold || (ascii && rx->ascii)) {
		for (size_t i = 0; i < rx->n_branches; i++)
			if (rust_literal_there(&rx->branches[i], subject, fold))
				return 1;
		if (rx->n_branches || !rust_literal_there(&rx->facts, subject, fold))
			return 0;
		if (rx->facts.whole)
			return 1;
	}
	struct rx *compiled = rust_ready(rx);
	if (!compiled)
		return rx_start(NULL);
	int at = rust_search_runs(compiled, l, subject);
	return at == RX_LIMIT ? -1 : at >= 0;
}
