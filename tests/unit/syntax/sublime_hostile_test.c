/* Syntaxes and texts that would hang or grow without the caps, and the length of the look ahead. */
#include "ember/syntax/engine.h"
#include "sublime.h"

static uint32_t open_one(struct sublime_fixture *s, const char *yaml)
{
	struct err e = { 0 };
	struct language l;
	sublime_begin(s);
	bool ok = sublime_file(s, "a.sublime-syntax", str_from(yaml), &e);
	CHECK(ok, "line %u: %s", e.line, e.what);
	sublime_open(s);
	CHECK(s->set.all.p[0].context, "line %u: %s", s->set.all.p[0].error.line, s->set.all.p[0].error.what);
	REQUIRE(registry_find(&s->f.reg, STR("a"), &l));
	return l.id;
}

static struct str path_of(struct tokens *t, size_t span, struct buf *b)
{
	buf_clear(b);
	tokens_scope_path(t, tokens_scopes(t)[span], b);
	return buf_view(b);
}

/* The scopes of the first span of the first line of `lines` lines, the last of which is `end`. */
static void check_ahead(const char *yaml, size_t lines, const char *end, const char *want)
{
	struct sublime_fixture s;
	struct syntax_text x = { 0 };
	struct buf b = { 0 };
	size_t n;
	uint32_t language = open_one(&s, yaml);
	struct tokens *t = tokens_new(&s.f.reg, NULL);
	for (size_t i = 0; i < lines; i++)
		VEC_PUSH(&x.lines) = i == 0 ? STR("a") : i + 1 == lines ? str_from(end) : STR("");
	tokens_want_scopes(t, true);
	tokens_ahead(t, syntax_text_ahead, &x);
	tokens_begin(t, language);
	for (x.at = 0; x.at < x.lines.n; x.at++) {
		tokens_line(t, x.lines.p[x.at], &n);
		if (x.at == 0)
			CHECK(str_eqc(path_of(t, 0, &b), want), "%zu lines: '%.*s'", lines, STR_ARG(path_of(t, 0, &b)));
	}
	tokens_free(t);
	buf_fini(&b);
	syntax_text_fini(&x);
	sublime_close(&s);
}

static const char *const far_branch =
	"{scope: s, version: 2, contexts: {main: [{match: '(?=a)', branch_point: p, branch: [one, two]}],"
	"one: [{match: a, scope: one}, {match: '!', fail: p}], two: [{match: a, scope: two}]}}";

TEST(branch_reaches_128_lines)
{
	check_ahead(far_branch, 2, "!", "s two");
	check_ahead(far_branch, 100, "!", "s two");
	check_ahead(far_branch, 128, "!", "s two");
	check_ahead(far_branch, 129, "!", "s two"); /* 128 lines below */
	check_ahead(far_branch, 130, "!", "s one");
	check_ahead(far_branch, 1000, "!", "s one");
	check_ahead(far_branch, 100, "", "s one");
}

/* Each line anew from the state before it, without the lines ahead: only the line itself decides. */
TEST(branch_without_look_ahead)
{
	struct sublime_fixture s;
	struct buf b = { 0 };
	size_t n;
	uint32_t language = open_one(&s, far_branch);
	struct tokens *t = tokens_new(&s.f.reg, NULL);
	tokens_want_scopes(t, true);
	tokens_begin(t, language);
	tokens_line(t, STR("a"), &n);
	CHECK_STR(path_of(t, 0, &b), STR("s one"));
	tokens_line(t, STR("!"), &n);
	tokens_begin(t, language);
	tokens_line(t, STR("a!"), &n);
	CHECK_STR(path_of(t, 0, &b), STR("s two"));
	tokens_free(t);
	buf_fini(&b);
	sublime_close(&s);
}

/* Tokenise `lines` lines of one text and return the sum of the searches, which counts the work. */
static uint64_t work(const char *yaml, struct str line, size_t lines)
{
	struct sublime_fixture s;
	struct syntax_text x = { 0 };
	size_t n;
	uint64_t sum = 0;
	uint32_t language = open_one(&s, yaml);
	struct tokens *t = tokens_new(&s.f.reg, NULL);
	for (size_t i = 0; i < lines; i++)
		VEC_PUSH(&x.lines) = line;
	tokens_ahead(t, syntax_text_ahead, &x);
	tokens_begin(t, language);
	for (x.at = 0; x.at < x.lines.n; x.at++) {
		const struct span *spans = tokens_line(t, line, &n);
		CHECK(spans[n - 1].end == line.n, "line %zu ends at %u", x.at, spans[n - 1].end);
		sum += t->patterns.searches;
	}
	CHECK(t->states.list.n < 100000, "%zu states", t->states.list.n);
	tokens_free(t);
	syntax_text_fini(&x);
	sublime_close(&s);
	return sum;
}

static struct str repeated(struct buf *b, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_text(b, text);
	return buf_view(b);
}

TEST(nested_brackets)
{
	struct buf b = { 0 };
	uint64_t sum = work("{scope: s, contexts: {main: [{match: '[(]', push: in}], in: [{meta_scope: g},"
			    "{match: '[(]', push: in}, {match: '[)]', pop: true}]}}",
		repeated(&b, "(", 1000), 200);
	CHECK(sum < 1000 * 200 * 10, "%llu searches", (unsigned long long)sum);
	buf_fini(&b);
}

/* The bounds are those of the line's budget, not of what the machine can do. */
static void bounded(const char *what, const char *yaml, const char *text, size_t n)
{
	struct buf b = { 0 };
	struct str line = repeated(&b, text, n);
	uint64_t sum = work(yaml, line, 10);
	CHECK(sum <= 10 * (ENGINE_BUDGET + ENGINE_BUDGET_BYTE * 129 * (line.n + 20)), "%s: %llu searches", what,
		(unsigned long long)sum);
	buf_fini(&b);
}

TEST(loops_end)
{
	bounded("pushes without text",
		"{scope: s, contexts: {main: [{match: '', push: [a, b]}], a: [{match: '', push: b}],"
		"b: [{match: '', push: a}]}}",
		"xy", 100);
	bounded("sets without text",
		"{scope: s, contexts: {main: [{match: '', set: a}], a: [{match: '', set: b}],"
		"b: [{match: '', set: main}]}}",
		"xy", 100);
	bounded("embeds without text",
		"{scope: s, contexts: {main: [{match: '', embed: main, escape: ''}]}}", "xy", 100);
	bounded("embeds in embeds",
		"{scope: s, contexts: {main: [{match: x, embed: main, escape: y}]}}", "x", 1000);
	bounded("a fail that comes back",
		"{scope: s, version: 2, contexts: {main: [{match: '', branch_point: p, branch: [a, b]}],"
		"a: [{match: '', fail: p}], b: [{match: '', pop: 1}]}}",
		"xy", 50);
	bounded("branches that fail in turn",
		"{scope: s, version: 2, contexts: {main: [{match: '', branch_point: p, branch: [a, b]},"
		"{match: '', branch_point: q, branch: [c, b]}], a: [{match: '', fail: p}],"
		"c: [{match: '', fail: q}], b: [{match: '', pop: 1}]}}",
		"xy", 50);
}

/* Without a cap the number of ways would double with every x. */
TEST(branches_double)
{
	bounded("nested branches",
		"{scope: s, version: 2, contexts: {main: [{match: '(?=x)', branch_point: p, branch: [a, b]}],"
		"a: [{match: x, push: main}, {match: '!', fail: p}], b: [{match: x, push: main},"
		"{match: '!', fail: p}]}}",
		"xx!", 20);
	bounded("a branch on each of many lines",
		"{scope: s, version: 2, contexts: {main: [{match: x, branch_point: p, branch: [a, b]}],"
		"a: [{include: main}, {match: '!', fail: p}], b: [{include: main}, {match: '!', fail: p}]}}",
		"x!x", 10);
}

/* Nothing is allocated anew for a text that was seen: arenas and vectors stay as they are. */
TEST(steady_state)
{
	struct sublime_fixture s;
	size_t n, states = 0, texts = 0;
	uint32_t language = open_one(&s,
		"{scope: s, version: 2, contexts: {main: [{match: '\"', push: str}, {match: '<<([A-Z]+)', push: here},"
		"{match: '(?=[(])', branch_point: p, branch: [a, b]}], str: [{meta_scope: q}, {match: '\"', pop: 1}],"
		"here: [{meta_content_scope: h}, {match: '^\\1$', pop: 1}], a: [{match: '[(]'}, {match: '[)]', scope: a, pop: 1},"
		"{match: '!', fail: p}], b: [{match: '[^)]*[)]', scope: b, pop: 1}]}}");
	static const char *const lines[] = { "\"a", "b\" (c) (d! e)", "<<EOT x", "EOX", "EOT", "(", "!", ")" };
	struct syntax_text x = { 0 };
	for (size_t i = 0; i < COUNTOF(lines); i++)
		VEC_PUSH(&x.lines) = str_from(lines[i]);
	struct tokens *t = tokens_new(&s.f.reg, NULL);
	tokens_ahead(t, syntax_text_ahead, &x);
	tokens_begin(t, language);
	for (size_t pass = 0; pass < 20; pass++) {
		for (x.at = 0; x.at < x.lines.n; x.at++)
			tokens_line(t, x.lines.p[x.at], &n);
		if (pass == 2) {
			states = t->states.list.n;
			texts = t->contexts.fills.n;
		}
	}
	CHECK(t->states.list.n == states && t->contexts.fills.n == texts, "%zu states, were %zu; %zu fills",
		t->states.list.n, states, t->contexts.fills.n);
	tokens_free(t);
	syntax_text_fini(&x);
	sublime_close(&s);
}
