#include <stdlib.h>

#include "ember/base/def.h"
#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/base/sort.h"
#include "ember/base/vec.h"
#include "ember/rx/direct.h"
#include "ember/rx/plan.h"
#include "write_own.h"

/* One that is made here. Its record's ranges and text are places in the buffers below until the end. */
struct made {
	uint32_t id;
	uint32_t grammar;  /* the first that has it */
	uint32_t grammars; /* how many have it */
};

struct writer_regexes {
	struct map known; /* text and flags → id */
	struct map used;  /* id and grammar */
	struct buf texts, automata, programs;
	VEC(struct made) made;
	uint32_t from;    /* the first id that is made here */
	uint32_t grammar; /* whose they are now */
	struct arena arena;
};

static uint64_t *regex_known(struct writer_regexes *r, struct str text, uint32_t flags, bool *added)
{
	struct buf key = { 0 };
	buf_str(&key, text);
	buf_char(&key, (char)flags);
	uint64_t *at = map_copy(&r->known, &r->arena, buf_view(&key), added);
	buf_fini(&key);
	return at;
}

struct writer_regexes *writer_regexes_new(const struct pack *base)
{
	struct writer_regexes *r = mem_zero(1, sizeof(*r));
	bool added;
	r->from = base ? pack_count(base, PACK_REGEXES) : 1;
	for (uint32_t i = 1; i < r->from; i++) {
		const struct pack_regex *have = pack_regex(base, i);
		*regex_known(r, pack_text(base, have->text), have->flags, &added) = i;
	}
	return r;
}

void writer_regexes_free(struct writer_regexes *r)
{
	if (!r)
		return;
	map_fini(&r->known);
	map_fini(&r->used);
	buf_fini(&r->texts);
	buf_fini(&r->automata);
	buf_fini(&r->programs);
	VEC_FREE(&r->made);
	arena_fini(&r->arena);
	free(r);
}

void writer_grammar(struct pack_writer *w, uint32_t grammar)
{
	w->regexes->grammar = grammar;
}

/* What the regex is compiled to; one whose references are not filled in yet is compiled when they are. */
static void compile(struct pack_writer *w, struct pack_regex *r, struct str text)
{
	struct buf *programs = &w->regexes->programs, *automata = &w->regexes->automata;
	const size_t from = automata->n;
	struct plan plan;
	plan_make(&plan, text, automata);
	r->flags |= plan.refers ? PACK_REGEX_REFERS : 0u;
	r->flags |= plan.wide_fold ? PACK_REGEX_WIDE_FOLD : 0u;
	r->flags |= plan.far_g ? PACK_REGEX_FAR_G : 0u;
	for (unsigned i = 0; i < COUNTOF(r->first); i++)
		r->first[i] = (uint32_t)(plan.first.w[i / 2] >> i % 2 * 32);
	if (r->flags & PACK_REGEX_BACKREF) {
		automata->n = from;
		return;
	}
	r->automaton = (struct pack_range){ u32(from / sizeof(uint64_t)), u32((automata->n - from) / sizeof(uint64_t)) };
	r->program.first = u32(programs->n / sizeof(uint32_t));
	direct_write(programs, &w->chars, text);
	r->program.n = u32(programs->n / sizeof(uint32_t)) - r->program.first;
}

static void note_use(struct writer_regexes *r, uint32_t id)
{
	const uint32_t use[2] = { id, r->grammar };
	struct str key = { (const char *)use, sizeof(use) };
	if (id < r->from || map_get(&r->used, key, NULL))
		return;
	map_put(&r->used, arena_str(&r->arena, key), 1);
	r->made.p[id - r->from].grammars++;
}

/* Where the text lies; 0 for none, which is why the first is not the first in there. */
static uint32_t put_text(struct buf *texts, struct str text)
{
	if (!text.n)
		return 0;
	if (!texts->n)
		writer_put_text(texts, STR(""));
	return writer_put_text(texts, text);
}

uint32_t writer_regex(struct pack_writer *w, struct str text, uint32_t flags)
{
	struct writer_regexes *all = w->regexes;
	bool added;
	uint64_t *at = regex_known(all, text, flags, &added);
	if (added) {
		struct pack_regex r = { .text = put_text(&all->texts, text), .flags = flags };
		compile(w, &r, text);
		*at = WRITER_ADD(w, PACK_REGEXES, &r);
		VEC_PUSH(&all->made) = (struct made){ .id = (uint32_t)*at, .grammar = all->grammar };
	}
	note_use(all, (uint32_t)*at);
	return (uint32_t)*at;
}

/*
 * What is read lies close to what is read with it: what many grammars have comes first, the most frequent
 * ahead; then what one alone has, grammar by grammar.
 */
static int by_use(const void *a, const void *b, void *ctx)
{
	const struct made *x = a, *y = b;
	(void)ctx;
	if (x->grammars != y->grammars)
		return x->grammars > y->grammars ? -1 : 1;
	return (x->grammar > y->grammar) - (x->grammar < y->grammar);
}

static void lay_automaton(struct pack_writer *w, struct pack_regex *r)
{
	struct buf *out = &w->section[PACK_MATCHERS];
	const char *from = w->regexes->automata.p + r->automaton.first * sizeof(uint64_t);
	r->automaton.first = u32(out->n / sizeof(uint64_t));
	buf_add(out, from, r->automaton.n * sizeof(uint64_t));
}

static void lay_program(struct pack_writer *w, struct pack_regex *r)
{
	struct buf *out = &w->section[PACK_MATCHERS];
	const char *from = w->regexes->programs.p + r->program.first * sizeof(uint32_t);
	r->program.first = u32(out->n / sizeof(uint32_t));
	buf_add(out, from, r->program.n * sizeof(uint32_t));
	buf_fill(out, 0, -out->n & (sizeof(uint64_t) - 1));
}

void writer_regexes_finish(struct pack_writer *w)
{
	struct writer_regexes *all = w->regexes;
	const uint32_t texts = u32(w->section[PACK_TEXT].n);
	buf_str(&w->section[PACK_TEXT], buf_view(&all->texts)); /* hardly ever read */
	if (all->made.n)
		sort_stable(all->made.p, all->made.n, sizeof(*all->made.p), by_use, NULL);
	for (size_t i = 0; i < all->made.n; i++) {
		struct pack_regex *r = writer_at(w, PACK_REGEXES, all->made.p[i].id, sizeof(*r));
		r->text += r->text ? texts : 0;
		if (r->automaton.n)
			lay_automaton(w, r);
		if (r->program.n)
			lay_program(w, r);
	}
}
