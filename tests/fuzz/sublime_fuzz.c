/*
 * Two .sublime-syntax files, parted by a NUL, and a text behind another one: whatever they say, the
 * pack holds together, spans cover the lines, and tokenising goes on from a state as it went on.
 */
#include <stdint.h>

#include "unit/syntax/sublime.h"

#include "ember/syntax/engine.h"

enum { LINES_MAX = 40 };

static const char *const grammar =
	"{'name':'tm','scopeName':'source.tm','patterns':[{'begin':'[(]','end':'[)]','name':'p','patterns':"
	"[{'include':'$self'}]},{'begin':'> ','while':'> ','name':'q'},{'match':'k','name':'k'},"
	"{'match':'(?=e)','name':'empty'}]}";

static void check_pack(const struct pack *p)
{
	uint32_t n;
	for (uint32_t i = 1; i < pack_count(p, PACK_CONTEXTS); i++) {
		const struct pack_context *c = pack_context(p, i);
		const uint32_t *rules = pack_set(p, c->set, &n);
		REQUIRE(!c->set || n > 0);
		for (uint32_t k = 0; k < n; k++)
			REQUIRE(pack_rule(p, rules[k])->kind == PACK_STEP && pack_rule(p, rules[k])->begin);
	}
	for (uint32_t i = 1; i < pack_count(p, PACK_ACTIONS); i++) {
		const struct pack_action *a = pack_action(p, i);
		const uint32_t *contexts = pack_words(p, a->contexts, &n);
		REQUIRE(n == a->contexts.n);
		for (uint32_t k = 0; k < n; k++)
			REQUIRE(contexts[k] && contexts[k] < pack_count(p, PACK_CONTEXTS));
		pack_captures(p, a->captures, &n);
		REQUIRE(n == a->captures.n);
	}
}

/* One line; the spans' ends and scopes come to a number. */
static uint64_t line_sum(struct tokens *t, struct str line)
{
	size_t n;
	uint32_t at = 0;
	uint64_t sum = 1;
	const struct span *s = tokens_line(t, line, &n);
	const uint32_t *scopes = tokens_scopes(t);
	REQUIRE(n > 0 && s[n - 1].end == line.n);
	for (size_t i = 0; i < n; i++) {
		REQUIRE(s[i].end > at || n == 1);
		at = s[i].end;
		sum = (sum * 31 + at) * 31 + scopes[i] + s[i].flags;
	}
	return sum;
}

/* In order, then each line again from the state before it, the last first. */
static void check_text(struct sublime_fixture *s, uint32_t language, struct syntax_text *x)
{
	struct tokens *t = tokens_new(&s->f.reg, NULL);
	uint64_t sums[LINES_MAX];
	uint32_t states[LINES_MAX + 1] = { 0 };
	bool plain = false;
	tokens_engine(t, TOKENS_CHECK);
	tokens_want_scopes(t, true);
	tokens_ahead(t, syntax_text_ahead, x);
	tokens_begin(t, language);
	for (x->at = 0; x->at < x->lines.n; x->at++) {
		sums[x->at] = line_sum(t, x->lines.p[x->at]);
		states[x->at + 1] = tokens_state(t);
		plain |= t->patterns.searches > 1000;
	}
	for (x->at = x->lines.n; !plain && x->at-- > 0;) { /* unless limits had a say */
		tokens_restore(t, states[x->at]);
		uint64_t sum = line_sum(t, x->lines.p[x->at]);
		REQUIRE(sum == sums[x->at] && tokens_state(t) == states[x->at + 1]);
	}
	REQUIRE(!tokens_missed(t)->n);
	tokens_free(t);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const paths[] = { "a.sublime-syntax", "b.sublime-syntax" };
	struct sublime_fixture s;
	struct syntax_text x = { 0 };
	struct str rest = { (const char *)data, size }, line;
	struct err e = { 0 };
	if (size > 8192)
		return 0;
	sublime_begin(&s);
	fixture_grammar(&s.f, grammar);
	for (size_t i = 0; i < COUNTOF(paths); i++)
		(void)sublime_file(&s, paths[i], str_cut(&rest, 0), &e);
	sublime_open(&s);
	check_pack(&s.f.reg.pack);
	while (x.lines.n < LINES_MAX && str_line(&rest, &line))
		VEC_PUSH(&x.lines) = line;
	for (uint32_t i = 0; x.lines.n && i < registry_count(&s.f.reg); i++)
		check_text(&s, i, &x);
	syntax_text_fini(&x);
	sublime_close(&s);
	return 0;
}
