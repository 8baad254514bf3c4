/* build: grammars given as JSON text, compiled into an opened pack; rules shown as text. */
#ifndef EMBER_TESTS_UNIT_COMPILE_BUILD_H
#define EMBER_TESTS_UNIT_COMPILE_BUILD_H

#include <stdio.h>
#include <string.h>

#include "ember/compile/grammar.h"
#include "ember/pack/pack.h"

#include "lib/test.h"

enum { BUILD_MAX = 8 };

struct build {
	struct arena a;
	struct grammars set;
	struct pack_writer w;
	struct grammar_result results[BUILD_MAX];
	struct pack pack;
};

static inline void build_add(struct build *b, const char *json)
{
	struct grammar_source g = { 0 };
	struct err e = { 0 };
	REQUIRE(json_read(&g.root, &b->a, str_from(json), &e) == 0);
	g.name = g.scope = val_str(&g.root, "scopeName");
	const struct val *to = val_array(&g.root, "injectTo");
	if (to) {
		g.inject_to = ARENA_ARRAY(&b->a, struct str, to->n_items);
		for (size_t i = 0; i < to->n_items; i++)
			g.inject_to[g.n_inject_to++] = to->items[i].str;
	}
	REQUIRE(b->set.all.n < BUILD_MAX && grammars_add(&b->set, &g));
}

/* The pack's bytes in memory of that size exactly, so that a sanitizer sees every step outside. */
static inline void build_open(struct build *b)
{
	struct buf file = { 0 };
	struct err e = { 0 };
	writer_finish(&b->w, &file, 1);
	void *exact = arena_alloc(&b->a, file.n);
	memcpy(exact, file.p, file.n);
	REQUIRE(pack_open(&b->pack, exact, file.n, &e) == 0);
	buf_fini(&file);
}

static inline void build_finish(struct build *b)
{
	writer_init(&b->w);
	grammars_compile(&b->set, &b->w, b->results);
	build_open(b);
}

static inline void build_fini(struct build *b)
{
	writer_fini(&b->w);
	grammars_fini(&b->set);
	arena_fini(&b->a);
}

/* Patterns of a rule's set, in order, separated by blanks. Static storage. */
static inline struct str build_set(const struct build *b, uint32_t rule)
{
	static char text[512];
	size_t at = 0;
	uint32_t n;
	const uint32_t *rules = pack_set(&b->pack, pack_rule(&b->pack, rule)->set, &n);
	for (uint32_t i = 0; i < n; i++) {
		struct str r = pack_text(&b->pack, pack_regex(&b->pack, pack_rule(&b->pack, rules[i])->begin)->text);
		at += (size_t)snprintf(text + at, sizeof(text) - at, "%s%.*s", i ? " " : "", STR_ARG(r));
		REQUIRE(at < sizeof(text));
	}
	return (struct str){ text, at };
}

/* The i-th rule of a rule's set. */
static inline uint32_t build_child(const struct build *b, uint32_t rule, uint32_t i)
{
	uint32_t n;
	const uint32_t *rules = pack_set(&b->pack, pack_rule(&b->pack, rule)->set, &n);
	return i < n ? rules[i] : 0;
}

/* A template as text: literal atoms are joined by blanks. Static storage. */
static inline struct str build_template(const struct build *b, uint32_t id)
{
	static char text[256];
	const struct pack_template *t = pack_template(&b->pack, id);
	size_t at = 0;
	if (t->text)
		return pack_text(&b->pack, t->text);
	for (uint32_t i = 0; i < t->n; i++) {
		struct str atom = pack_atom(&b->pack, pack_word(&b->pack, t->first + i));
		at += (size_t)snprintf(text + at, sizeof(text) - at, "%s%.*s", i ? " " : "", STR_ARG(atom));
	}
	return (struct str){ text, at };
}

#endif
