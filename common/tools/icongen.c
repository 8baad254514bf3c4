/*
 * icongen: themes/icons.tsv on stdin, icon_tab.h on stdout. Keys lie in one string pool, their
 * entries in the order of the buckets that icon_hash gives them: a look-up reads one bucket,
 * and nothing in the tables is a pointer.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/list/icon_hash.h"

struct glyph {
	struct str name;
	unsigned long code;
};

struct key {
	struct str text;
	unsigned kind, look, bucket;
};

/* What a key shows in either set. */
struct look {
	unsigned long nerd, unicode;
};

struct tables {
	struct arena arena;
	VEC(struct glyph) glyphs, groups;
	VEC(struct key) keys;
	VEC(struct look) looks;
};

static const char *const kinds[] = { "type", "dir", "name", "ext" }; /* order of enum icon_kind */

EMBER_NORETURN static void fail(unsigned line, const char *what, struct str word)
{
	fprintf(stderr, "icons.tsv:%u: %s '%.*s'\n", line, what, STR_ARG(word));
	exit(1);
}

static unsigned long find(const struct glyph *p, size_t n, struct str name, unsigned line)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(p[i].name, name))
			return p[i].code;
	fail(line, "unknown name", name);
}

static unsigned find_look(struct tables *t, unsigned long nerd, unsigned long unicode)
{
	for (size_t i = 0; i < t->looks.n; i++)
		if (t->looks.p[i].nerd == nerd && t->looks.p[i].unicode == unicode)
			return (unsigned)i;
	VEC_PUSH(&t->looks) = (struct look){ nerd, unicode };
	return (unsigned)t->looks.n - 1;
}

static void read_keys(struct tables *t, unsigned kind, struct str *rest, unsigned line)
{
	struct str glyph_name = str_cut(rest, '\t'), group_name = str_cut(rest, '\t');
	unsigned look = find_look(t, find(t->glyphs.p, t->glyphs.n, glyph_name, line),
		find(t->groups.p, t->groups.n, group_name, line));
	while (rest->n) {
		struct str key = str_cut(rest, ' ');
		if (key.n == 0 || key.n > 63)
			fail(line, "bad key", key);
		for (size_t i = 0; i < t->keys.n; i++)
			if (t->keys.p[i].kind == kind && str_eq(t->keys.p[i].text, key))
				fail(line, "second line for", key);
		VEC_PUSH(&t->keys) = (struct key){ arena_str(&t->arena, key), kind, look,
			icon_hash(kind, key) % ICON_BUCKETS };
	}
}

static void read_line(struct tables *t, struct str text, unsigned line)
{
	struct str rest = text, first;
	if (text.n == 0 || text.p[0] == '#')
		return;
	first = str_cut(&rest, '\t');
	if (str_eqc(first, "glyph") || str_eqc(first, "set")) {
		struct glyph g = { .name = arena_str(&t->arena, str_cut(&rest, '\t')) };
		g.code = strtoul(arena_cstr(&t->arena, rest), NULL, 16);
		if (g.code == 0 || g.code > 0x10ffff)
			fail(line, "bad code point", rest);
		if (str_eqc(first, "set"))
			VEC_PUSH(&t->groups) = g;
		else
			VEC_PUSH(&t->glyphs) = g;
		return;
	}
	for (unsigned k = 0; k < COUNTOF(kinds); k++) {
		if (str_eqc(first, kinds[k])) {
			read_keys(t, k, &rest, line);
			return;
		}
	}
	fail(line, "unknown kind", first);
}

static int by_bucket(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	if (x->bucket != y->bucket)
		return x->bucket < y->bucket ? -1 : 1;
	return x->kind != y->kind ? (x->kind < y->kind ? -1 : 1) : str_cmp(x->text, y->text);
}

static void put_codes(const char *name, const struct tables *t, bool nerd)
{
	printf("static const uint32_t %s[] = {", name);
	for (size_t i = 0; i < t->looks.n; i++)
		printf("%s0x%lx,", i % 12 ? " " : "\n\t",
			nerd ? t->looks.p[i].nerd : t->looks.p[i].unicode);
	printf("\n};\n");
}

static void put_tables(const struct tables *t)
{
	size_t at = 0, next = 0;
	printf("/* Made by icongen from themes/icons.tsv. */\n");
	put_codes("icon_nerd", t, true);
	put_codes("icon_unicode", t, false);
	printf("static const char icon_glyphs[] =");
	for (size_t i = 0; i < t->glyphs.n; i++)
		printf("\n\t\"%.*s %lx \"", STR_ARG(t->glyphs.p[i].name), t->glyphs.p[i].code);
	printf(";\n");
	printf("static const char icon_pool[] = {");
	for (size_t i = 0; i < t->keys.n; i++) {
		printf("\n\t");
		for (size_t j = 0; j < t->keys.p[i].text.n; j++)
			printf("%d,", t->keys.p[i].text.p[j]);
	}
	printf("\n};\nstatic const struct icon_entry icon_entries[] = {");
	for (size_t i = 0; i < t->keys.n; i++) {
		const struct key *k = &t->keys.p[i];
		printf("%s{%zu,%zu,%u,%u},", i % 6 ? " " : "\n\t", at, k->text.n, k->kind, k->look);
		at += k->text.n;
	}
	if (at > 32767)
		fail(0, "too many bytes of", STR("keys"));
	printf("\n};\nstatic const uint16_t icon_starts[ICON_BUCKETS + 1] = {");
	for (unsigned b = 0; b <= ICON_BUCKETS; b++) {
		while (next < t->keys.n && t->keys.p[next].bucket < b)
			next++;
		printf("%s%zu,", b % 16 ? " " : "\n\t", next);
	}
	printf("\n};\n");
}

int main(void)
{
	struct tables t = { .arena = { 0 } };
	char text[4096];
	unsigned line = 0;
	while (fgets(text, sizeof(text), stdin))
		read_line(&t, str_trim(str_from(text)), ++line);
	if (t.looks.n > 511 || t.keys.n > 8191)
		fail(line, "too many of", STR("glyphs or keys"));
	qsort(t.keys.p, t.keys.n, sizeof(*t.keys.p), by_bucket);
	put_tables(&t);
	VEC_FREE(&t.glyphs);
	VEC_FREE(&t.groups);
	VEC_FREE(&t.keys);
	VEC_FREE(&t.looks);
	arena_fini(&t.arena);
	return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
