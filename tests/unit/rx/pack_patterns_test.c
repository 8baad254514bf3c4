/* Every pattern of the pack is understood, and none of its matches in made-up text is missed. */
#include "candidates.h"

#include <stdlib.h>

#include "ember/base/panic.h"
#include "ember/pack/pack.h"
#include "ember/syntax/pattern.h"
#include "lib/test.h"

static void pack_patterns_open(struct pack *p)
{
	struct err e;
	REQUIRE(pack_open(p, ember_pack_data, (size_t)(ember_pack_end - ember_pack_data), &e) == 0);
}

TEST(all_are_understood)
{
	struct pack p;
	unsigned any = 0;
	struct buf automaton = { 0 };
	pack_patterns_open(&p);
	for (uint32_t i = 1; i < pack_count(&p, PACK_REGEXES); i++) {
		struct plan f;
		struct str text = pack_text(&p, pack_regex(&p, i)->text);
		buf_clear(&automaton);
		plan_make(&f, text, &automaton);
		any += cols_same(f.first, COLS_ALL);
		CHECK(f.whole, "%.*s", STR_ARG(text));
		CHECK(pack_regex(&p, i)->first[1] == (uint32_t)(f.first.w[0] >> 32), "the pack's facts are old");
	}
	CHECK(any * 20 < pack_count(&p, PACK_REGEXES), "%u may begin with anything", any);
	buf_fini(&automaton);
}

/* ecat relies on it: it takes these programs as they are. */
TEST(what_is_compiled_reads)
{
	struct pack p;
	uint32_t programs = 0, automata = 0, cut = 0;
	pack_patterns_open(&p);
	const struct chars_table chars = patterns_chars(&p);
	for (uint32_t i = 1; i < pack_count(&p, PACK_REGEXES); i++) {
		const struct pack_regex *r = pack_regex(&p, i);
		struct arena a = { 0 };
		struct dfa d;
		struct str program = pack_program(&p, r);
		const struct str automaton = pack_automaton(&p, r);
		dfa_read(&d, automaton);
		automata += d.head->own > 0;
		cut += d.head->own == DFA_OWN_MAX;
		programs += program.n > 0;
		CHECK(!automaton.n || (const char *)d.head == automaton.p, "%u: automaton", i);
		CHECK(!program.n || direct_read(&a, program, &chars, false), "%u: program", i);
		arena_fini(&a);
	}
	CHECK(automata * 20 > pack_count(&p, PACK_REGEXES) * 16, "%u automata", automata);
	CHECK(cut * 30 < pack_count(&p, PACK_REGEXES), "%u automata have too many states", cut);
	CHECK(programs * 20 > pack_count(&p, PACK_REGEXES) * 19, "%u programs", programs);
}

/* Pieces of the text put behind one another: what is before and behind a match varies. */
static void pack_patterns_text(struct buf *b, struct str pattern, uint32_t *seed)
{
	static const char *const between[] = { "", " ", "\t", "x", "(", ".", "\u00e9", "\"", "0", "ss", "Sk", "fi",
		"\u0416", "\u4e2d", "\u017f", "\u02bcn", "\u2019", "\U0001f600" };
	struct arena a = { 0 };
	struct tree_facts facts;
	const struct tree *t = tree_parse(&a, pattern, &facts);
	buf_clear(b);
	for (unsigned i = 0; i < 3; i++) {
		buf_text(b, between[candidates_random(seed) % COUNTOF(between)]);
		candidates_text(b, t, seed);
	}
	buf_text(b, between[candidates_random(seed) % COUNTOF(between)]);
	size_t from = candidates_random(seed) % (pattern.n + 1);
	struct str piece = str_sub(pattern, from, from + 20);
	for (size_t i = 0; i < piece.n; i++) /* and a piece of the pattern itself */
		if (piece.p[i] != '\\' && (unsigned char)piece.p[i] < 0x80)
			buf_char(b, piece.p[i]);
	for (size_t i = 0; i < b->n; i++) /* a line ends but once */
		if (b->p[i] == '\n')
			b->p[i] = ' ';
	buf_char(b, '\n');
	arena_fini(&a);
}

/* LONG=1: all of them. */
static uint32_t pack_patterns_every(void)
{
	return getenv("LONG") ? 1 : 8;
}

TEST(no_match_is_missed)
{
	struct pack p;
	struct buf text = { 0 };
	const uint32_t every = pack_patterns_every(), texts = every > 1 ? 3 : 40;
	uint32_t seed = 7;
	size_t matches = 0;
	pack_patterns_open(&p);
	const struct chars_table chars = patterns_chars(&p);
	for (uint32_t i = 1; i < pack_count(&p, PACK_REGEXES); i += every) {
		struct candidates c;
		struct arena a = { 0 };
		struct str pattern = pack_text(&p, pack_regex(&p, i)->text);
		if (pattern.n > 4096) /* they take long to compile */
			continue;
		candidates_open(&c, pattern);
		c.direct = direct_read(&a, pack_program(&p, pack_regex(&p, i)), &chars, false);
		for (unsigned k = 0; k < texts; k++) {
			pack_patterns_text(&text, pattern, &seed);
			size_t at = candidates_missing(&c, buf_view(&text), &matches);
			CHECK(at == STR_NONE, "%.*s misses %zu of '%.*s'", STR_ARG(pattern), at,
				STR_ARG(buf_view(&text)));
		}
		candidates_close(&c);
		arena_fini(&a);
	}
	CHECK(matches > pack_count(&p, PACK_REGEXES) / every, "only %zu matches were made", matches);
	buf_fini(&text);
}
