#include "ember/rx/cand.h"

#include "candidates.h"
#include "lib/test.h"

/* Texts that between them hold what the patterns below look for, and near misses of it. */
static const char *const texts[] = {
	"",
	"\n",
	"a",
	"if else elseif iffy\n",
	"foo.bar(x, y) = \"z\\\"\"; // c\n",
	"  0x1F 12.5e+10 .5 1'000\n",
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n",
	"stra\u00dfe STRASSE \u017fs \u212a K k \ufb01x fix ss SS\n",
	"\u4e2d\u6587 a\u00e9b \U0001f600\n",
	"<a href='b'>]]></a> {{ x }} ((())) [[1]]\n",
	"\tTAB\ttab  \r",
	"-_$@#!%^&*~`|/?,:;+\n",
	"abcabc aabbcc xyz\n",
};

TEST(no_match_is_missed)
{
	static const char *const rows[] = {
		/* text, escapes, classes */
		"a", "if", "\\.", "\\x41|\\x{62}|\\u0063", "\\141", "\\t", "[]a]", "[^]a]", "[a-c-x]", "[\\w-.]",
		"[--/]", "[a&&b]", "[a-z&&[^aeiou]]", "[^a-z&&[^x]]", "[[:alpha:]_]+", "[^[:^space:]]", "[[:word:]]",
		"[\\x00-\\x7f]", "[^\\x00-\\x7f]", "\\p{Lu}", "\\P{L}", "\\p{^Alpha}", "[\\p{L}\\p{Nd}_]+", "\\p{Han}",
		"[[:punct:]]", "\\p{Punct}", "\\p{S}", "[^\\p{P}]", "\\d+", "\\D", "\\s", "\\S", "\\h", "\\H", "\\w", "\\W",
		"\\R", "\\X", "\\N", "\\O", ".", "(?m).", "(?m:.)b", "\\xe4\\xb8\\xad", "[\\xe4]", "\u4e2d", "[\u4e00-\u9fff]",
		"[^\u4e2d]", "\\cI", "[\\b]", "\\e", "[a\\]b]", "[z-a]|a", "c[~e&&]|a", "(?=^<[&&a])",
		/* repeats */
		"a*b", "a+?b", "a??b", "a++", "(?:ab)*+c", "a{2}", "a{2,}b", "a{,2}b", "a{2,3}b", "a{70}b", "(?:a{2}){2}",
		"a{1,40}b", "a{2}?", "a{x}", "{", "a{,}", "(a|b|c){2,3}a", "(?:a?){5}b", "(?:)*a", "()+", "x*",
		/* groups */
		"(a)(b)", "(?<n>a)\\k<n>", "(?:a|b)c", "(a)\\1", "(?>a+)b", "(?#c)a", "a(?#c)+b", "(?'n'a)b", "\\g<1>(a)",
		"(?<p>\\((?:\\g<p>|[^()])*\\))", "(\\((?:\\g<1>)*\\))(.)\\2", "(a(\\(\\g<2>*\\))?)b\\1", "(\\(\\g<1>?(b)\\2\\))", "(a)\\10", "(a)()()()()()()()()(b)\\10",
		"(a)()()()()()()()()\\10(b)", "()()()()()()()()(?<n>a)(b)\\011|\\10", "(a)\\1000", "()()()()()()()()(b)\\08",
		"(?(?=a)a|b)", "(a)?(?(1)b|c)", "(?~ab)", "(?i)IF", "(?i:if)|x", "if(?i)ELSE|x",
		"(?-i)a", "(?x) a  # c\n b", "(?x: a [ ] )b", "(?i)[a-c]+", "(?i)strasse", "(?i)\u00df", "(?i)[\u00df]e",
		"(?i)[^s]", "(?i)k", "(?i)\u212a", "(?i)[\\w]+x", "(?i)fix", "(?i)[^k\\W]", "(?i)\\p{Lu}", "(?i)[f][i]x",
		"a(?i)b|c", "(?W)\\w",
		/* places */
		"^a", "a$", "^", "$", "\\Aa", "\\z", "\\Z", "^$", "\\b", "\\B", "\\bif\\b", "\\Bf", "\\Ga", "(?!\\G)a", "(?<=\\G)a",
		"(?=a)", "(?=a)a", "(?=ab)abc", "(?!a).", "(?!ab)a", "(?![a-z]).", "(?!$).", "(?!\\w)", "(?=\\s|$)", "x(?=y)z?",
		"(?<=a)b", "(?<!a)b", "(?<=ab|c)a", "(?<!ab)c", "(?<=^|\\s)\\w", "(?<!^)a", "(?<![\\w$])if", "(?<=\\s*)a",
		"(?<=\u4e2d)\u6587", "(?<!\u4e2d)\u6587", "(?i)(?<=s)e", "(?i)(?<=\u00df)e", "(?<=\\b)a", "\\b(?<!\\.)\\w+\\b(?!\\()",
		"(?=.*=)\\w+", "(?<=(a)\\1)b", "a(?=b(?=c))", "(?=a)(?=.b)", "(?:(?=a)|b)c?", "(?=a)?b", "(?:^|\\G)\\s*",
		/* alternatives */
		"if|else|elseif|iffy", "(?:a|ab|abc)$", "|a", "a||b", "(?:)", "(?:if|else)(?:if)?\\b", "a|[ab]|.",
		"\\b(?:foo|bar|baz|for|far)\\b", "(?:(a)|()|(b)|c)*?$", "[a-c](?:x|y)|[a-c]z|[a-c]",
		/* what is no pattern */
		"(", ")", "[", "a)", "(?", "*a", "\\", "[a", "(?<n", "a**", "(?<=a*)b", "\\k<x>", "(*FAIL)", "(?{x})",
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct candidates c;
		size_t matches = 0;
		candidates_open(&c, str_from(rows[i]));
		for (size_t k = 0; k < COUNTOF(texts); k++) {
			size_t at = candidates_missing(&c, str_from(texts[k]), &matches);
			CHECK(at == STR_NONE, "%s misses %zu of '%s'", rows[i], at, texts[k]);
		}
		candidates_close(&c);
	}
}

TEST(places_that_cannot_match_are_left_out)
{
	static const struct {
		const char *pattern, *text, *places; /* '^' under each candidate, the end included */
	} rows[] = {
		{ "if", "if fi if", "^     ^" },
		{ "\\bif\\b", "if iff xif", "^" },
		{ "(?:if|else)\\s", "if else elsei", "^  ^" },
		{ "[0-9]+x", "12x 12", "^^" },
		{ "a(?=b)", "ab ac", "^" },
		{ "a(?!b)", "ab ac", "   ^" },
		{ "(?<=\\.)a", "a .a", "   ^" },
		{ "(?<!\\.)a", "a .a", "^" },
		{ "^a", "aa", "^" },
		{ "a$", "aa", " ^" },
		{ "(?i)IF", "iF If f", "^  ^" },
		{ "[^a-z]", "ab c", "  ^" },
		{ "\\p{Lu}", "aB c", " ^" },
		{ "[a-z&&[^b]]", "abc", "^ ^" },
		{ "a{3}", "aaaa", "^^" },
		{ "\\z", "ab", "  ^" },
		{ "\u4e2d", "a\u4e2d\u6587", " ^  ^" }, /* one column: any character past ASCII */
		{ "\\Ga", "aaa", "" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct candidates c;
		struct str text = str_from(rows[i].text), want = str_from(rows[i].places);
		candidates_open(&c, str_from(rows[i].pattern));
		for (size_t at = 0; at <= text.n; at++) {
			bool expected = at < want.n && want.p[at] == '^';
			CHECK(candidates_has(&c, text, at, false) == expected, "%s in '%s' at %zu",
				rows[i].pattern, rows[i].text, at);
		}
		candidates_close(&c);
	}
}

TEST(g_matches_at_the_place_asked_for)
{
	struct candidates c;
	struct cand_list list;
	candidates_open(&c, STR("\\Ga"));
	CHECK(cand_next(c.cand, c.set, STR("baa"), 1, 3, true, &list) == 1, "at the place");
	CHECK(cand_next(c.cand, c.set, STR("baa"), 0, 3, true, &list) == STR_NONE, "behind it");
	CHECK(cand_next(c.cand, c.set, STR("baa"), 1, 3, false, &list) == STR_NONE, "not allowed");
	candidates_close(&c);
}

/* A set of several patterns. */
struct several {
	struct cand *cand;
	struct cand_set *set;
	struct buf automata;
	struct str automaton[8];
	struct cols first[8];
	uint32_t numbers[8];
};

static void several_open(struct several *s, const char *const *patterns, uint32_t n)
{
	size_t at[9] = { 0 };
	*s = (struct several){ .cand = NULL };
	for (uint32_t i = 0; i < n; i++) {
		struct plan plan;
		plan_make(&plan, str_from(patterns[i]), &s->automata);
		s->first[i] = plan.first;
		s->numbers[i] = i;
		at[i + 1] = s->automata.n;
	}
	for (uint32_t i = 0; i < n; i++)
		s->automaton[i] = str_sub(buf_view(&s->automata), at[i], at[i + 1]);
	s->cand = cand_new(candidates_automaton, s->automaton);
	s->set = cand_set(s->cand, s->numbers, s->first, n);
}

static void several_close(struct several *s)
{
	cand_free(s->cand);
	buf_fini(&s->automata);
}

TEST(candidates_come_in_the_order_of_the_set)
{
	static const char *const patterns[] = { "\\w+=", "ab?c", "b", "a", "(?=a)" };
	struct several s;
	several_open(&s, patterns, COUNTOF(patterns));
	struct cand_list list;
	CHECK(cand_next(s.cand, s.set, STR("--abc="), 0, 6, false, &list) == 2, "place");
	CHECK(list.n == 4, "%u candidates", list.n);
	static const uint32_t want[] = { 0, 1, 3, 4 };
	for (uint32_t i = 0; i < list.n && i < 4; i++)
		CHECK(cand_item(list, i) == want[i], "candidate %u is %u", i, cand_item(list, i));
	CHECK(cand_next(s.cand, s.set, STR("--abc="), 3, 3, false, &list) == 3 && list.n == 2, "at the next");
	CHECK(cand_next(s.cand, s.set, STR("--abc="), 0, 1, false, &list) == STR_NONE, "up to a place");
	CHECK(cand_next(s.cand, s.set, STR(""), 0, 0, false, &list) == STR_NONE, "empty");
	several_close(&s);
}

TEST(states_are_dropped_when_they_are_many)
{
	static const char *const patterns[] = { "(?:[a-h]{1,12}x|[a-d][e-h]*y)", "[a-z]+=", "(?:ab|cd|ef|gh)*z" };
	struct several s;
	several_open(&s, patterns, COUNTOF(patterns));
	struct cand_list list;
	char text[64];
	uint32_t seed = 1;
	for (unsigned i = 0; i < 4000; i++) {
		for (size_t k = 0; k < sizeof(text); k++)
			text[k] = "abcdefghxyz= "[candidates_random(&seed) % 13];
		for (size_t at = 0; at < sizeof(text); at++)
			cand_next(s.cand, s.set, (struct str){ text, sizeof(text) }, at, at, false, &list);
		CHECK(cand_memory(s.cand) < 16u << 20, "%zu bytes", cand_memory(s.cand));
	}
	several_close(&s);
}

TEST(facts)
{
	static const struct {
		const char *pattern;
		struct plan plan;
	} rows[] = {
		{ "(?i)[ab]c|\\d", { .whole = true } },
		{ "(a)\\1", { .whole = true, .refers = true } },
		{ "(?<n>a)\\g<n>", { .whole = true, .refers = true } },
		{ "\\Ga", { .whole = true, .g = true } },
		{ "(?i)[\\w]", { .whole = true, .wide_fold = true } }, /* ss is one of it */
		{ "(a", { .whole = false } },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct candidates c;
		struct plan p;
		candidates_open(&c, str_from(rows[i].pattern));
		plan_make(&p, str_from(rows[i].pattern), &c.automaton);
		CHECK(p.whole == rows[i].plan.whole && p.refers == rows[i].plan.refers && p.g == rows[i].plan.g &&
				p.wide_fold == rows[i].plan.wide_fold, "%s", rows[i].pattern);
		CHECK(p.whole || cols_same(p.first, COLS_ALL), "%s: anything", rows[i].pattern);
		candidates_close(&c);
	}
}

TEST(first_columns)
{
	struct candidates c;
	struct plan p;
	candidates_open(&c, STR("(?i)[ab]c|\\d"));
	plan_make(&p, STR("(?i)[ab]c|\\d"), &c.automaton);
	CHECK(cols_has(p.first, cols_of_byte['B']) && cols_has(p.first, cols_of_byte['7']), "first");
	CHECK(!cols_has(p.first, cols_of_byte['c']) && !cols_has(p.first, COLS_EDGE), "not first");
	candidates_close(&c);
}
