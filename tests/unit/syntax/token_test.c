#include "ember/syntax/token.h"

#include "fixture.h"

/* One grammar for each rule of the line machine (spec syntax.md, section 1). */
#define GRAMMAR(name, rest) "{'name':'" name "','scopeName':'s'," rest "}"

struct bench {
	struct fixture f;
	struct tokens *t;
};

static void bench_open(struct bench *b, const char *const *grammars)
{
	struct language l;
	fixture_open(&b->f, grammars, NULL, NULL);
	b->t = tokens_new(&b->f.reg, NULL);
	REQUIRE(registry_find(&b->f.reg, STR("g"), &l));
	tokens_want_scopes(b->t, true);
	tokens_begin(b->t, l.id);
}

static void bench_close(struct bench *b)
{
	tokens_free(b->t);
	fixture_close(&b->f);
}

/* The tokens of a line as "end:scopes", the root scope left out, the others joined by '/'. */
static void line_is(struct bench *b, const char *line, const char *want)
{
	struct buf got = { 0 }, path = { 0 };
	size_t n;
	const struct span *spans = tokens_line(b->t, str_from(line), &n);
	for (size_t i = 0; i < n; i++) {
		buf_clear(&path);
		tokens_scope_path(b->t, tokens_scopes(b->t)[i], &path);
		struct str rest = buf_view(&path), root = str_cut(&rest, ' ');
		CHECK_STR(root, STR("s"));
		buf_printf(&got, "%s%u:", i ? " " : "", spans[i].end);
		for (size_t k = 0; k < rest.n; k++)
			buf_char(&got, rest.p[k] == ' ' ? '/' : rest.p[k]);
	}
	CHECK(str_eqc(buf_view(&got), want), "line '%s': want '%s' got '%s'", line, want,
		buf_cstr(&got));
	buf_fini(&got);
	buf_fini(&path);
}

struct row {
	const char *line, *want;
};

static void lines_are(const char *grammar, const struct row *rows, size_t n)
{
	struct bench b;
	const char *const one[] = { grammar, NULL };
	bench_open(&b, one);
	for (size_t i = 0; i < n; i++)
		line_is(&b, rows[i].line, rows[i].want);
	bench_close(&b);
}

#define LINES(grammar, ...)                                                                        \
	do {                                                                                       \
		static const struct row rows[] = { __VA_ARGS__ };                                  \
		lines_are(GRAMMAR("g", grammar), rows, COUNTOF(rows));                             \
	} while (0)

TEST(match_leftmost_then_first_listed)
{
	LINES("'patterns':[{'match':'bc','name':'x'},{'match':'abc','name':'y'},{'match':'ab','"
	      "name':'z'}]",
		{ "abc", "3:y" }, { "bcab", "2:x 4:z" }, { "", "0:" }, { "--", "2:" });
}

TEST(begin_end_names_the_marks_and_the_content)
{
	LINES("'patterns':[{'begin':'<','end':'>','name':'n','contentName':'c',"
	      "'beginCaptures':{'0':{'name':'b'}},'endCaptures':{'0':{'name':'e'}}}]",
		{ "a<b>c", "1: 2:n/b 3:n/c 4:n/e 5:" }, { "<x", "1:n/b 2:n/c" }, { "y", "1:n/c" },
		{ ">", "1:n/e" }, { "z", "1:" });
}

TEST(end_pattern_first_or_last)
{
	LINES("'patterns':[{'begin':'<','end':'>','name':'n','patterns':[{'match':'>+','name':'m'}]"
	      "}]",
		{ "<>>", "2:n 3:" });
	LINES("'patterns':[{'begin':'<','end':'>','applyEndPatternLast':1,'name':'n',"
	      "'patterns':[{'match':'>>','name':'m'}]}]",
		{ "<>>>x", "1:n 3:n/m 4:n 5:" });
}

TEST(end_with_back_reference)
{
	LINES("'patterns':[{'begin':'<<(\\\\S+)','end':'^\\\\1$','name':'h'}]", { "<<a.b*", "6:h" },
		{ "aXbb", "4:h" }, { "a.b*", "4:h" }, { "x", "1:" });
}

TEST(missing_end_never_matches)
{
	LINES("'patterns':[{'begin':'<','name':'n','patterns':[{'match':'x','name':'m'}]}]",
		{ "<ax", "2:n 3:n/m" }, { "b", "1:n" });
}

TEST(begin_while_is_checked_at_line_starts)
{
	LINES("'patterns':[{'begin':'> ','while':'> "
	      "','name':'q','contentName':'c','whileCaptures':{'0':{'name':'w'}},"
	      "'patterns':[{'match':'x','name':'m'}]}]",
		{ "> x>", "2:q 3:q/c/m 4:q/c" }, { "> x", "2:q/c/w 3:q/c/m" }, { "xx", "2:" });
}

TEST(while_frames_end_from_the_outermost)
{
	LINES("'patterns':[{'begin':'>','while':'>','name':'q','patterns':["
	      "{'begin':'- ','while':'  ','name':'l'},{'match':'x','name':'m'}]}]",
		{ ">- a", "1:q 4:q/l" }, { ">  b", "1:q 4:q/l" }, { "> x", "2:q 3:q/m" },
		{ "- a", "3:" });
}

TEST(captures_nest_and_leave_gaps)
{
	LINES("'patterns':[{'match':'a((b)c)d(e)?','name':'m',"
	      "'captures':{'1':{'name':'x'},'2':{'name':'y'},'3':{'name':'z'}}}]",
		{ "abcd", "1:m 2:m/x/y 3:m/x 4:m" }, { "abcde", "1:m 2:m/x/y 3:m/x 4:m 5:m/z" });
}

TEST(captures_are_tokenised_again)
{
	LINES("'patterns':[{'match':'(<)(.*)>','name':'m','captures':{'1':{'name':'b'},"
	      "'2':{'name':'c','contentName':'k','patterns':[{'match':'x$','name':'end'},{'match':'"
	      "x','name':'x'}]}}}]",
		{ "<axx>x", "1:m/b 2:m/c/k 3:m/c/k/x 4:m/c/k/end 5:m 6:" });
}

/* A begin/end rule that is left open in a capture ends with it. */
TEST(states_of_captures_are_dropped)
{
	LINES("'patterns':[{'match':'<(.*)>','captures':{'1':{'patterns':["
	      "{'begin':'\\\\(','end':'\\\\)','name':'p'}]}}}]",
		{ "<a(b>c", "2: 4:p 6:" }, { ")", "1:" });
}

TEST(groups_of_look_ahead_behind_the_match_stop)
{
	LINES("'patterns':[{'match':'a(?=b(c))','captures':{'0':{'name':'m'},'1':{'name':'c'}}}]",
		{ "abc", "1:m 3:" });
}

TEST(names_take_groups)
{
	LINES("'patterns':[{'match':'([a-z.]+)-([A-Z]+)(!)?','name':'n.$1 x.${2:/downcase} $3y "
	      "$9'}]",
		{ "..ab-CD", "7:n.ab/x.cd/y/$9" });
}

/* After a begin that took the line end, the start of each line of the frame counts too. */
TEST(anchor_g_follows_begin)
{
	LINES("'patterns':[{'begin':'<\\n?','end':'>','patterns':[{'match':'\\\\Ga','name':'g'}]}]",
		{ "<aa>a", "1: 2:g 5:" }, { "<", "1:" }, { "aa", "1:g 2:" }, { "a", "1:g" });
}

TEST(anchor_a_is_the_file_s_start)
{
	LINES("'patterns':[{'match':'\\\\A#','name':'a'},{'match':'#','name':'h'}]",
		{ "##", "1:a 2:h" }, { "#", "1:h" });
}

TEST(z_matches_only_in_captures)
{
	LINES("'patterns':[{'match':'a\\\\z','name':'z'},{'match':'<(.*)>','captures':{'1':{'"
	      "patterns':["
	      "{'match':'b\\\\z','name':'z'}]}}}]",
		{ "a", "1:" }, { "<bb>", "2: 3:z 4:" });
}

/* Guard 1: pushed and popped at one place without moving: the line ends in the frame. */
TEST(guard_pushed_and_popped_in_place)
{
	LINES("'patterns':[{'begin':'(?=a)','end':'(?=a)','name':'n'}]", { "xab", "1: 3:n" });
}

/* Guards 2 and 3: the same rule at the same place: the new frame is dropped. */
TEST(guard_same_rule_in_place)
{
	LINES("'patterns':[{'begin':'(?=a)','end':'z','name':'n','patterns':[{'include':'$self'}]}"
	      "]",
		{ "xab", "1: 3:n/n" }, { "az", "2:n/n/n" }, { "zzab", "1:n/n/n 4:n/n" },
		{ "z", "1:n/n" });
	LINES("'patterns':[{'begin':'(?=a)','while':'z','name':'n','patterns':[{'include':'$self'}]"
	      "}]",
		{ "ab", "2:n" });
}

/* Guard 4: an empty match of a match rule drops one frame more and ends the line. */
TEST(guard_empty_match)
{
	LINES("'patterns':[{'begin':'<','end':'>','name':'n','patterns':[{'match':'(?=a)','name':'"
	      "e'}]}]",
		{ "<bac", "2:n 4:" }, { ">", "1:" });
	LINES("'patterns':[{'match':'(?=a)','name':'e'},{'match':'b','name':'b'}]",
		{ "bab", "1:b 3:" }, { "b", "1:b" });
}

TEST(newline_belongs_to_the_line)
{
	LINES("'patterns':[{'match':'a$\\\\n?','name':'m'},{'begin':'#','end':'$\\\\n?','name':'c'}"
	      ","
	      "{'match':'\\\\n','name':'l'}]",
		{ "a", "1:m" }, { "#x", "2:c" }, { "b", "1:" }, { "", "0:" });
}

TEST(injections_by_priority)
{
	struct bench b;
	static const char *const grammars[] = {
		GRAMMAR("g",
			"'patterns':[{'begin':'<','end':'>','name':'in.x','patterns':[{'match':'ab'"
			",'name':'m'},"
			"{'match':'cd','name':'m'}]},{'match':'ef','name':'m'}],"
			"'injections':{'L:in.x':{'patterns':[{'match':'a','name':'left'}]},"
			"'in - "
			"in.y':{'patterns':[{'match':'cd','name':'plain'},{'match':'d','name':'d'}]"
			"},"
			"'R:s -(in | "
			"no)':{'patterns':[{'match':'e','name':'right'},{'match':'g','name':'g'}]}"
			"}"),
		"{'name':'other','scopeName':'o','injectionSelector':'L:in','injectTo':['s'],"
		"'patterns':[{'match':'k','name':'k'}]}",
		NULL
	};
	bench_open(&b, grammars);
	line_is(&b, "efg<abcddk>ak",
		"2:m 3:g 4:in.x 5:in.x/left 6:in.x 8:in.x/m 9:in.x/d 10:in.x/k 11:in.x 13:");
	bench_close(&b);
}

TEST(repositories_self_and_base)
{
	struct bench b;
	static const char *const grammars[] = {
		GRAMMAR("g",
			"'patterns':[{'include':'#r'},{'include':'o'},{'match':'own','name':'own'}]"
			","
			"'repository':{'r':{'match':'rep','name':'rep'}}"),
		"{'name':'other','scopeName':'o','patterns':[{'begin':'\\\\(','end':'\\\\)','name':"
		"'p',"
		"'patterns':[{'include':'$base'}]},{'begin':'\\\\[','end':'\\\\]','name':'q',"
		"'patterns':[{'include':'$self'}]},{'include':'#gone'},{'include':'no.such'}]}",
		NULL
	};
	bench_open(&b, grammars);
	line_is(&b, "rep(own[own])", "3:rep 4:p 7:p/own 12:p/q 13:p");
	bench_close(&b);
}

TEST(bytes_that_are_no_text)
{
	LINES("'patterns':[{'match':'\\\\x1a','name':'bad'},{'match':'é','name':'e'},{'match':'.','"
	      "name':'any'}]",
		{ "\xc3\xa9\xff\xc3", "2:e 4:bad" }, { "a\xf0\x9f\x98", "1:any 4:bad" });
}

TEST(carriage_return_is_hidden)
{
	LINES("'patterns':[{'match':'a$','name':'m'},{'match':'\\\\r','name':'r'}]",
		{ "a\r", "2:m" }, { "\r\r", "2:r" }, { "\r", "1:" });
}

TEST(long_lines_keep_the_state)
{
	struct bench b;
	static const char *const grammars[] = {
		GRAMMAR("g",
			"'patterns':[{'begin':'<','end':'>','name':'n'},{'match':'a','name':'m'}]"),
		NULL
	};
	size_t n;
	bench_open(&b, grammars);
	tokens_limit(b.t, 8);
	line_is(&b, "a<", "1:m 2:n");
	uint32_t state = tokens_state(b.t);
	line_is(&b, "123456789>", "10:n");
	CHECK(tokens_line(b.t, STR("123456789"), &n)[0].flags & SPAN_PLAIN, "a long line says so");
	CHECK(tokens_state(b.t) == state, "state %u", tokens_state(b.t));
	line_is(&b, "1234567>", "8:n");
	line_is(&b, "a", "1:m");
	bench_close(&b);
}

TEST(states_are_numbers)
{
	struct bench b;
	static const char *const grammars[] = {
		GRAMMAR("g",
			"'patterns':[{'begin':'<(.)','end':'\\\\1>','name':'n','patterns':[{'"
			"include':'$self'}]}]"),
		NULL
	};
	bench_open(&b, grammars);
	CHECK(tokens_state(b.t) == 0, "a file starts in state 0");
	line_is(&b, "x", "1:");
	uint32_t root = tokens_state(b.t);
	CHECK(root != 0, "the second line is no first line");
	line_is(&b, "<a", "2:n");
	uint32_t in = tokens_state(b.t);
	line_is(&b, "<b", "2:n/n");
	uint32_t deep = tokens_state(b.t);
	CHECK(in != root && deep != in, "%u %u %u", root, in, deep);
	line_is(&b, "b>", "2:n/n");
	CHECK(tokens_state(b.t) == in, "%u is %u again", tokens_state(b.t), in);
	line_is(&b, "a>", "2:n");
	CHECK(tokens_state(b.t) == root, "%u is %u again", tokens_state(b.t), root);
	tokens_restore(b.t, deep);
	line_is(&b, "a>b>x", "4:n/n 5:n");
	CHECK(tokens_state(b.t) == in, "%u is %u after a jump", tokens_state(b.t), in);
	bench_close(&b);
}

/* More resolved end patterns than are kept compiled: each is compiled again when its turn comes. */
TEST(end_patterns_come_and_go)
{
	struct bench b;
	static const char *const grammars[] = {
		GRAMMAR("g",
			"'patterns':[{'begin':'<(\\\\d+)','end':'^\\\\1>$',"
			"'patterns':[{'include':'$self'}]}]"),
		NULL
	};
	char line[32];
	size_t n;
	uint32_t states[601];
	bench_open(&b, grammars);
	tokens_line(b.t, STR("x"), &n);
	for (unsigned i = 0; i < 600; i++) {
		states[i] = tokens_state(b.t);
		tokens_line(b.t, (struct str){ line, (size_t)snprintf(line, 32, "<%u", i) }, &n);
	}
	for (unsigned i = 600; i-- > 0;) {
		tokens_line(b.t, (struct str){ line, (size_t)snprintf(line, 32, "%u>x", i) }, &n);
		tokens_line(b.t, (struct str){ line, (size_t)snprintf(line, 32, "%u>", i) }, &n);
		CHECK(tokens_state(b.t) == states[i], "depth %u: state %u, not %u", i,
			tokens_state(b.t), states[i]);
	}
	bench_close(&b);
}

/* Deep nesting is bounded, and what is left of the line is one plain span. */
TEST(depth_is_capped)
{
	struct bench b;
	static const char *const grammars[] = {
		GRAMMAR("g",
			"'patterns':[{'begin':'\\\\(','end':'\\\\)','name':'p','patterns':[{'"
			"include':'$self'}]}]"),
		NULL
	};
	static char line[12000];
	size_t n;
	memset(line, '(', sizeof(line));
	bench_open(&b, grammars);
	tokens_line(b.t, (struct str){ line, sizeof(line) }, &n);
	const struct span *s = tokens_line(b.t, (struct str){ line, sizeof(line) }, &n);
	CHECK(n == 1 && (s->flags & SPAN_PLAIN) && s->end == sizeof(line), "%zu spans to %u", n,
		s->end);
	memset(line, ')', sizeof(line));
	s = tokens_line(b.t, (struct str){ line, sizeof(line) }, &n);
	CHECK(n > 9000 && !(s[n - 1].flags & SPAN_PLAIN), "%zu spans on the way out", n);
	bench_close(&b);
}

/* A pattern that backtracks without end costs some time, not the run. */
TEST(searches_have_limits)
{
	struct bench b;
	static const char *const grammars[] = {
		GRAMMAR("g",
			"'patterns':[{'match':'^(a|aa)+$x','name':'m'},{'match':'b','name':'b'}]"),
		NULL
	};
	static char line[400];
	size_t n;
	memset(line, 'a', sizeof(line));
	line[399] = 'b';
	bench_open(&b, grammars);
	const struct span *s = tokens_line(b.t, (struct str){ line, sizeof(line) }, &n);
	CHECK(n == 2 && s[0].end == 399, "%zu spans, the first to %u", n, s[0].end);
	bench_close(&b);
}

TEST(styles_cascade)
{
	struct fixture f;
	struct theme theme;
	struct language l;
	size_t n;
	static const char *const grammars[] = {
		GRAMMAR("g",
			"'patterns':[{'begin':'<','end':'>','name':'string.x','patterns':["
			"{'match':'a','name':'constant'},{'match':'b','name':'keyword other'}]}]"),
		NULL
	};
	static const char *colours =
		"{'type':'dark','colors':{'editor.foreground':'#010203','editor.background':'#"
		"000000'},'tokenColors':["
		"{'scope':'string','settings':{'foreground':'#112233','fontStyle':'italic'}},"
		"{'scope':'string constant, nothing','settings':{'foreground':'#445566'}},"
		"{'scope':'constant','settings':{'foreground':'#ffffff','fontStyle':''}},"
		"{'scope':'keyword','settings':{'background':'#778899','fontStyle':'bold "
		"underline'}}]}";
	fixture_open(&f, grammars, colours, NULL);
	REQUIRE(theme_find(&theme, &f.reg.pack, STR("TEST")) &&
		registry_find(&f.reg, STR("g"), &l));
	struct tokens *t = tokens_new(&f.reg, &theme);
	tokens_begin(t, l.id);
	const struct span *s = tokens_line(t, STR("x<cab>"), &n);
	static const struct {
		uint32_t end, fg, bg;
		unsigned font, set;
	} want[] = {
		{ 1, 0x010203ff, 0x000000ff, 0, 0 },
		{ 3, 0x112233ff, 0x000000ff, STYLE_ITALIC, STYLE_FG | STYLE_FONT },
		{ 4, 0x445566ff, 0x000000ff, 0, STYLE_FG | STYLE_FONT },
		{ 5, 0x112233ff, 0x778899ff, STYLE_BOLD | STYLE_UNDERLINE,
			STYLE_FG | STYLE_BG | STYLE_FONT },
		{ 6, 0x112233ff, 0x000000ff, STYLE_ITALIC, STYLE_FG | STYLE_FONT },
	};
	CHECK(n == COUNTOF(want), "%zu spans", n);
	for (size_t i = 0; i < n && i < COUNTOF(want); i++) {
		const struct style *st = tokens_style(t, s[i].style);
		CHECK(s[i].end == want[i].end && st->fg == want[i].fg && st->bg == want[i].bg &&
				st->font == want[i].font && st->set == want[i].set,
			"span %zu: end %u fg %08x bg %08x font %u set %u", i, s[i].end, st->fg,
			st->bg, st->font, st->set);
	}
	tokens_free(t);
	fixture_close(&f);
}
