/* Inputs and grammars that are made to hang the tokeniser or to let it grow. */
#include "ember/syntax/token.h"

#include <stdio.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/syntax/engine.h"
#include "fixture.h"

struct hostile {
	struct fixture f;
	struct tokens *t;
};

static void hostile_open_engine(struct hostile *h, const char *grammar, enum tokens_engine engine)
{
	const char *const one[] = { grammar, NULL };
	struct language l;
	fixture_open(&h->f, one, NULL, NULL);
	h->t = tokens_new(&h->f.reg, NULL);
	tokens_engine(h->t, engine);
	h->t->patterns.line_ms = 60000; /* what is counted ends a line, not the clock */
	REQUIRE(registry_find(&h->f.reg, STR("g"), &l));
	tokens_begin(h->t, l.id);
}

static void hostile_open(struct hostile *h, const char *grammar)
{
	hostile_open_engine(h, grammar, TOKENS_AUTOMATON);
}

static void hostile_close(struct hostile *h)
{
	tokens_free(h->t);
	fixture_close(&h->f);
}

/* The flags of the last span of a line. */
static unsigned line_flags(struct hostile *h, struct str line)
{
	size_t n;
	const struct span *s = tokens_line(h->t, line, &n);
	REQUIRE(n && s[n - 1].end == line.n);
	return s[n - 1].flags;
}

static struct str repeated(struct buf *b, const char *what, size_t times)
{
	buf_clear(b);
	while (times--)
		buf_text(b, what);
	return buf_view(b);
}

/* Every line opens a frame of a name of its own: each is a state that must be kept. */
TEST(states_of_a_file_are_bounded)
{
	struct hostile h;
	char line[32];
	unsigned stopped = 0;
	hostile_open(&h,
		"{'name':'g','scopeName':'s','patterns':[{'begin':'<(\\\\w+)','end':'>','name':'n.$1'}]}");
	for (unsigned i = 0; i < TOKENS_STATES_MAX + 100; i++) {
		snprintf(line, sizeof(line), "<a%u", i);
		stopped += line_flags(&h, str_from(line)) == SPAN_PLAIN;
		stopped += line_flags(&h, STR(">")) == SPAN_PLAIN;
	}
	CHECK(stopped > 0 && stopped < 400, "%u lines are plain", stopped);
	tokens_begin(h.t, 1); /* the next file starts afresh */
	CHECK(line_flags(&h, STR("<a1")) == 0, "a new file is tokenised");
	hostile_close(&h);
}

TEST(scopes_of_a_file_are_bounded)
{
	struct hostile h;
	struct buf line = { 0 };
	unsigned stopped = 0;
	hostile_open(&h, "{'name':'g','scopeName':'s','patterns':[{'match':'(\\\\w+)','name':'n.$1'}]}");
	for (unsigned i = 0; i < TOKENS_SCOPES_MAX / 500 + 10; i++) {
		buf_clear(&line);
		for (unsigned k = 0; k < 500; k++)
			buf_printf(&line, "w%u ", i * 500 + k);
		stopped += line_flags(&h, buf_view(&line)) == SPAN_PLAIN;
	}
	CHECK(stopped > 0 && stopped < 12, "%u lines are plain", stopped);
	buf_fini(&line);
	hostile_close(&h);
}

/* A thousand brackets a line, line after line: the stack stops growing. */
TEST(nesting_is_bounded)
{
	struct hostile h;
	struct buf b = { 0 };
	struct str line = repeated(&b, "(", 1000);
	unsigned stopped = 0;
	hostile_open(&h,
		"{'name':'g','scopeName':'s','patterns':[{'include':'#p'}],'repository':{'p':{'begin':'\\\\(',"
		"'end':'\\\\)','name':'p','patterns':[{'include':'#p'}]}}}");
	for (unsigned i = 0; i < 200; i++)
		stopped += line_flags(&h, line) == SPAN_PLAIN;
	CHECK(stopped > 180, "%u of 200 lines are stopped", stopped);
	line = repeated(&b, ")", 9000);
	line_flags(&h, line);
	CHECK(line_flags(&h, STR("a")) == 0, "closed again");
	buf_fini(&b);
	hostile_close(&h);
}

/* Patterns that backtrack without end, on the line that makes them: limits end it. */
TEST(backtracking_is_bounded)
{
	static const char *const patterns[] = { "(a+)+$", "(a|aa)+b", "(a*)*b", "(?:a?){30}a{30}b", "(.*)*(.*)*x",
		"(?=(a+)+$)", "(?<p>a\\\\g<p>?a)b", "((a{1,9}){1,9}){1,9}b", "(\\\\s*a\\\\s*)*;" };
	struct buf b = { 0 };
	struct str line = repeated(&b, "a", 2000);
	for (size_t i = 0; i < COUNTOF(patterns); i++) {
		struct hostile h;
		char grammar[512];
		snprintf(grammar, sizeof(grammar),
			"{'name':'g','scopeName':'s','patterns':[{'match':'%s','name':'x'},{'begin':'%s','end':'%s','name':'y'}]}",
			patterns[i], patterns[i], patterns[i]);
		hostile_open(&h, grammar);
		line_flags(&h, line);
		line_flags(&h, STR("short"));
		hostile_close(&h);
	}
	buf_fini(&b);
}

/*
 * What a line may take is counted, not timed: the searches of a long one end at the same place everywhere,
 * at most one search behind the bound.
 */
TEST(work_of_a_line_is_counted)
{
	static const char *const patterns[] = { "[a-z ]+!", "^\\\\s*([^Q]+)(::)", ".*.*.*.*!", "(?:\\\\w|[a-z ])+!", "(?~ab)c",
		"(?=.*(?:.*b.*)+!)", "(.)(?=.*\\\\1.*\\\\1.*\\\\1!)", "(?:a?){50}a{50}b", "\\\\s*+\\\\w*(?<=a)!" };
	static const char *const texts[] = { "a", "\u00e9", " " };
	const uint64_t bound = 2 * PATTERNS_LINE_WORK;
	struct buf b = { 0 };
	for (size_t i = 0; i < 2 * COUNTOF(patterns); i++) {
		struct hostile h;
		char grammar[256];
		snprintf(grammar, sizeof(grammar), "{'name':'g','scopeName':'s','patterns':[{'match':'%s','name':'x'}]}",
			patterns[i / 2]);
		hostile_open_engine(&h, grammar, i % 2 ? TOKENS_PLAIN : TOKENS_AUTOMATON);
		for (size_t k = 0; k < (i % 2 ? 1 : COUNTOF(texts)); k++) {
			line_flags(&h, repeated(&b, texts[k], 16000 / strlen(texts[k])));
			const uint64_t work = h.t->patterns.run.work;
			CHECK(work <= bound, "%s, lines of '%s', engine %zu: %ju", patterns[i / 2], texts[k], i % 2, (uintmax_t)work);
			if (!i && !k)
				CHECK(h.t->patterns.spent && work > PATTERNS_LINE_WORK, "the bound is met");
		}
		hostile_close(&h);
	}
	buf_fini(&b);
}

/* Rules that push one another on nothing, captures that hold themselves, includes in circles. */
TEST(circles_end)
{
	static const char *const grammars[] = {
		"{'name':'g','scopeName':'s','patterns':[{'include':'#a'}],'repository':{'a':{'begin':'(?=.)','end':'never',"
		"'patterns':[{'include':'#b'}]},'b':{'begin':'(?=.)','end':'never','patterns':[{'include':'#a'}]}}}",
		"{'name':'g','scopeName':'s','patterns':[{'include':'#a'}],'repository':{'a':{'match':'.+','captures':{'0':{"
		"'name':'c','patterns':[{'include':'#a'}]}}}}}",
		"{'name':'g','scopeName':'s','patterns':[{'include':'#a'}],'repository':{'a':{'patterns':[{'include':'#b'}]},"
		"'b':{'patterns':[{'include':'#a'},{'include':'$self'},{'include':'s'}]}}}",
		"{'name':'g','scopeName':'s','patterns':[{'begin':'','end':'','name':'x','patterns':[{'include':'$self'}]}]}",
		"{'name':'g','scopeName':'s','patterns':[{'begin':'(?=a)','while':'','name':'x','patterns':[{'include':'$self'}"
		"]}],'injections':{'L:s':{'patterns':[{'begin':'(?=a)','end':'(?=a)','name':'i'}]}}}",
		"{'name':'g','scopeName':'s','patterns':[{'begin':'(a*)','end':'\\\\1\\\\1\\\\1','patterns':[{'include':'$self'}]}]}",
	};
	struct buf b = { 0 };
	struct str line = repeated(&b, "a b", 1000);
	for (size_t i = 0; i < COUNTOF(grammars); i++) {
		struct hostile h;
		hostile_open(&h, grammars[i]);
		for (unsigned k = 0; k < 5; k++)
			line_flags(&h, line);
		hostile_close(&h);
	}
	buf_fini(&b);
}

/* Longer than any limit: one span, the state stays. */
TEST(long_lines_are_plain)
{
	struct hostile h;
	struct buf b = { 0 };
	struct str line = repeated(&b, "\"a\", ", 200000);
	hostile_open(&h, "{'name':'g','scopeName':'s','patterns':[{'begin':'\\u0022','end':'\\u0022','name':'q'}]}");
	uint32_t before = (line_flags(&h, STR("x")), tokens_state(h.t));
	CHECK(line_flags(&h, line) == SPAN_PLAIN, "1 MB in a line");
	CHECK(tokens_state(h.t) == before, "the state is kept");
	tokens_limit(h.t, TOKENS_LINE_MAX);
	CHECK(line_flags(&h, str_sub(line, 0, TOKENS_LINE_MAX)) == 0, "64 KiB are tokenised");
	buf_fini(&b);
	hostile_close(&h);
}
