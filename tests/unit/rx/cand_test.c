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
		"[^\u4e2d]", "\\cI", "[\\b]", "\\e", "[a\\]b]", "[z-a]|a",
		/* repeats */
		"a*b", "a+?b", "a??b", "a++", "(?:ab)*+c", "a{2}", "a{2,}b", "a{,2}b", "a{2,3}b", "a{70}b", "(?:a{2}){2}",
		"a{1,40}b", "a{2}?", "a{x}", "{", "a{,}", "(a|b|c){2,3}a", "(?:a?){5}b", "(?:)*a", "()+", "x*",
		/* groups */
		"(a)(b)", "(?<n>a)\\k<n>", "(?:a|b)c", "(a)\\1", "(?>a+)b", "(?#c)a", "a(?#c)+b", "(?'n'a)b", "\\g<1>(a)",
		"(?<p>\\((?:\\g<p>|[^()])*\\))", "(?(?=a)a|b)", "(a)?(?(1)b|c)", "(?~ab)", "(?i)IF", "(?i:if)|x", "if(?i)ELSE|x",
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

static struct cand_set *set_of(struct cand *c, const char *const *patterns, uint32_t n)
{
	uint32_t numbers[8];
	for (uint32_t i = 0; i < n; i++) {
		struct cand_facts f;
		cand_facts(&f, str_from(patterns[i]));
		numbers[i] = cand_pattern(c, str_from(patterns[i]), f.first);
	}
	return cand_set(c, numbers, n);
}

TEST(candidates_come_in_the_order_of_the_set)
{
	static const char *const patterns[] = { "\\w+=", "ab?c", "b", "a", "(?=a)" };
	struct cand *c = cand_new();
	struct cand_set *set = set_of(c, patterns, COUNTOF(patterns));
	struct cand_list list;
	CHECK(cand_next(c, set, STR("--abc="), 0, 6, false, &list) == 2, "place");
	CHECK(list.n == 4, "%u candidates", list.n);
	static const uint32_t want[] = { 0, 1, 3, 4 };
	for (uint32_t i = 0; i < list.n && i < 4; i++)
		CHECK(cand_item(list, i) == want[i], "candidate %u is %u", i, cand_item(list, i));
	CHECK(cand_next(c, set, STR("--abc="), 3, 3, false, &list) == 3 && list.n == 2, "at the next");
	CHECK(cand_next(c, set, STR("--abc="), 0, 1, false, &list) == STR_NONE, "up to a place");
	CHECK(cand_next(c, set, STR(""), 0, 0, false, &list) == STR_NONE, "empty");
	cand_free(c);
}

TEST(states_are_dropped_when_they_are_many)
{
	static const char *const patterns[] = { "(?:[a-h]{1,12}x|[a-d][e-h]*y)", "[a-z]+=", "(?:ab|cd|ef|gh)*z" };
	struct cand *c = cand_new();
	struct cand_set *set = set_of(c, patterns, COUNTOF(patterns));
	struct cand_list list;
	char text[64];
	uint32_t seed = 1;
	for (unsigned i = 0; i < 4000; i++) {
		for (size_t k = 0; k < sizeof(text); k++)
			text[k] = "abcdefghxyz= "[candidates_random(&seed) % 13];
		struct str s = { text, sizeof(text) };
		for (size_t at = 0; at < s.n; at++)
			cand_next(c, set, s, at, at, false, &list);
		CHECK(cand_memory(c) < 16u << 20, "%zu bytes", cand_memory(c));
	}
	cand_free(c);
}

TEST(facts)
{
	struct cand_facts f;
	cand_facts(&f, STR("(?i)[ab]c|\\d"));
	CHECK(f.whole && !f.refers && !f.g, "plain");
	CHECK(cols_has(f.first, cols_of_byte['B']) && cols_has(f.first, cols_of_byte['7']), "first");
	CHECK(!cols_has(f.first, cols_of_byte['c']) && !cols_has(f.first, COLS_EDGE), "not first");
	cand_facts(&f, STR("(a)\\1"));
	CHECK(f.refers, "back reference");
	cand_facts(&f, STR("(?<n>a)\\g<n>"));
	CHECK(f.refers, "call");
	cand_facts(&f, STR("\\Ga"));
	CHECK(f.g, "\\G");
	cand_facts(&f, STR("(?i)[\\w]"));
	CHECK(f.wide_fold, "ss is one of [\\w]");
	cand_facts(&f, STR("(a"));
	CHECK(!f.whole && cols_has(f.first, cols_of_byte['z']), "not understood: anything");
}
