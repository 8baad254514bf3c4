/* The direct matcher decides as Oniguruma does: on every short text over a few letters. LONG=1: longer ones. */
#include <stdlib.h>
#include <string.h>

#include "candidates.h"

#include "lib/test.h"

#define TEXT_LEN 5

/* The next text over the letters, shorter ones first. False: there is none. */
static bool text_next(char *text, size_t *n, const char *letters, size_t most)
{
	for (size_t i = *n; i--;) {
		const char *at = strchr(letters, text[i]);
		text[i] = at[1] ? at[1] : letters[0];
		if (at[1])
			return true;
	}
	text[(*n)++] = letters[0];
	return *n <= most;
}

static void check_texts(const char *pattern, const char *letters)
{
	struct candidates c;
	char text[TEXT_LEN + 1];
	size_t n = 0, matches = 0, wrong = 0;
	candidates_open(&c, str_from(pattern));
	CHECK(c.direct, "%s is left to Oniguruma", pattern);
	do {
		struct str s = { text, n };
		if (candidates_missing(&c, s, &matches) != STR_NONE && !wrong++)
			CHECK(false, "%s is matched otherwise in '%.*s'", pattern, STR_ARG(s));
	} while (text_next(text, &n, letters, TEXT_LEN));
	CHECK(matches, "%s never matches", pattern);
	candidates_close(&c);
}

TEST(turns_that_may_take_nothing)
{
	static const char *const rows[] = { "(?:a?)*b", "(?:a|)*b", "(?:|a)*b", "(a|b?)*c", "(?:(a)|(b)?)*", "(?:a*|b)*c",
		"(?:(?:a|b?)*c)*a", "(?:(?!b)c?|b)*a", "(?:a?)*?b", "(?:(a?)(b?))*c", "(?:(?:\\b|)a?)*+c",
		"(?:(?:^|a|)b?)*c", "(?x)a\v?b # c\n c", "(?>(?:a?)*)b", "(?:(a)?|c)*b", "(?<x>(?:a|b?)*)c\\g<x>" };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		check_texts(rows[i], "abc");
}

TEST(a_class_or_what_begins_otherwise)
{
	static const char *const rows[] = { "(?:a|bc)*b", "(?:[ab]|c.)*c", "(?:a|b|cb)+b", "(?:bc|a)*+b", "(?:a|(b)c)*(?:b|$)",
		"((?:a|bc)*)c", "(?:a|b[ac]+)*c", "(?>(?:a|bb)*)b", "(?:a|b|c)*c", "(?:(?:a|bc)*c)*b", "(?:a|b)?c", "(?:a|b|cc|c)a",
		"(?=a)(?!b).+", "a(?!b)", "(?<=a)b", "(?<!a)b", "(?<![ab])c|a", "(?=[ab])c?.", "(?:a(?=b)|c)*b" };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		check_texts(rows[i], "abc");
}

/* A cut keeps what each group held before it, and only that; the back reference tells which. */
TEST(groups_come_back_behind_a_cut)
{
	static const char *const rows[] = { "(?>(a|b)+)c|(?:b|a)+\\1?", "(?:(a)|b)(?:(?>(?:(?<x>b)|c)+)a|.+\\1)",
		"(a)(?:(?>(?:\\1|b)*)c|.*\\1)", "(?:(?=(a|b|c)).)+?(?>(?:(?=(.))[bc])*)a\\1?", "(.)(?:(?>(?:(.))+)x|.*\\1)",
		"(?:(?<x>.)(?>(?:a|b|(?<y>c)a)*)c|.*\\k<x>)", "(?<x>a(?>(?:b|\\g<x>)*)c|b)+", "(?:(a|b)*+c|.*)\\1" };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		check_texts(rows[i], "abc");
}

TEST(letters_that_stand_for_others)
{
	static const char *const rows[] = { "(?i)[\\w]t", "(?i)[\\w]+t", "(?i)[\u00e0-\u00ff]", "(?i)[\u00e0-\u00ffa]+t",
		"(?i)[^\\x00-\\x7F]", "(?i)[-\\w]{1,2}t", "(?i)(?<![-:\\w])t", "(?i)[\\w]s(?!t)", "(?i)[\\w&&[^a]]*s",
		"(?i)(?:a|[^a])t", "(?i)[\\x{17f}\\x{212a}]|t", "(?i)[a-z\\x7F-\\x{10FFFF}][a-z\\x7F-\\x{10FFFF}]*t",
		"(?i)(?:[a-z\u00df]|[a-z\u00df]*)t", "(?i)[a-z\u00df][a-z\u00df]*+", "(?i)[r-t\u00df][a-z\u00df]*\\b", "(?i)[\u00df-\u0101]?s+" };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct candidates c;
		char text[TEXT_LEN + 1];
		size_t n = 0, matches = 0;
		candidates_open(&c, str_from(rows[i]));
		do {
			struct str s = { text, n };
			size_t at = candidates_missing(&c, s, &matches);
			CHECK(at == STR_NONE, "%s: %zu of '%.*s'", rows[i], at, STR_ARG(s));
			if (at != STR_NONE)
				break;
		} while (text_next(text, &n, "aSsfitK", getenv("LONG") ? TEXT_LEN : 4));
		candidates_close(&c);
	}
}

/* Whatever the order in which they stand, and those that one character stands for. */
TEST(characters_that_have_cases)
{
	static const char *const letters[] = { "s", "\u00b5", "\u03bc", "\u039c", "\u03b9", "\u0345", "\u1fb3", "\u03b1", "\u2126", "\u03c9" };
	static const char *const rows[] = { "(?i)\u00b5s", "(?i:s|\u00b5|\u03bcs)s*", "(?i)\u03b1\u03b9|s", "(?i)[\u03b1\u03c9]+", "(?i)\u2126\u03b9?s?" };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct candidates c;
		struct buf b = { 0 };
		size_t matches = 0;
		candidates_open(&c, str_from(rows[i]));
		CHECK(i > 1 || c.direct, "%s is left to Oniguruma", rows[i]);
		for (size_t k = 0; k < COUNTOF(letters) * COUNTOF(letters) * COUNTOF(letters); k++) {
			buf_clear(&b);
			for (size_t n = k, of = 3; of--; n /= COUNTOF(letters))
				buf_text(&b, letters[n % COUNTOF(letters)]);
			CHECK(candidates_missing(&c, buf_view(&b), &matches) == STR_NONE, "%s in '%.*s'", rows[i], STR_ARG(buf_view(&b)));
		}
		CHECK(matches, "%s never matches", rows[i]);
		buf_fini(&b);
		candidates_close(&c);
	}
}

/* As a class is read here where Oniguruma is not asked: at run time. */
TEST(kinds_of_characters)
{
	static const char *const rows[] = { "\\p{S}", "\\P{S}", "\\p{P}", "\\P{Punctuation}", "[\\p{Symbol}\\d]", "[\\p{S}\\p{P}]",
		"[[\\p{S}\\p{P}]&&[^]\"'(),;\\[_`{}]]", "[]\"'(),;\\[_`{}[^\\p{S}\\p{P}]]", "\\p{Pc}", "\\p{Zs}", "[^\\p{P}&&\\p{S}]" };
	char text[127];
	for (unsigned i = 0; i < sizeof(text); i++)
		text[i] = (char)(i + 1);
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct candidates c;
		size_t matches = 0;
		candidates_open(&c, str_from(rows[i]));
		CHECK(c.direct, "%s is left to Oniguruma", rows[i]);
		CHECK(candidates_missing(&c, (struct str){ text, sizeof(text) }, &matches) == STR_NONE, "%s", rows[i]);
		CHECK(matches, "%s never matches", rows[i]);
		candidates_close(&c);
	}
}

TEST(line_ends)
{
	static const char *const rows[] = { "\\R", "a\\R?b", "\\R\\n", "(?:a|\\R){2}b", "(?i)\\Rb|a" };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		check_texts(rows[i], "ab\r\n\v");
}

TEST(calls_and_references)
{
	static const char *const rows[] = { "(a\\g<1>?b)", "(a|b\\g<1>c)*c", "(?<q>a|b)\\g<q>+c", "([ab])c?\\1",
		"(?:(a)\\1)*b", "(a)(?:b\\1){2,}", "(?<p>a(?:b|\\g<p>)*c)", "((a)|b\\g<2>)c", "(a\\g<1>?b)(c)\\2", "(a(b\\g<2>?c)?)c?\\1",
		"(b|a\\g<1>c)(a|c)\\2*", "()()()()()()()()()(a|b)c?\\10", "(\\g<d>)c(?<d>a|b){0}",
		"(?<d>a\\g<d>?b){0}c\\g<d>", "(?i)(a|b)c?\\1", "a+{1,0}b?", "(?:a|b){1,0}a", "b{2,1}b?",
		"(?:ab){2}?c", "a{2}?b", "(?:a|b){2}?+c", "a{1}??b", "a{2,2}?b", "a{2}+b",
		"(a|bc)(?!(?<=c\\1)a)", "([ab]+)c(?<=\\1c)b?", "(a+)b?(?<!b\\1)c", "(?:(a)|b)c(?<=\\1|c)", "(a|b)+(?<=\\1{2})c" };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		check_texts(rows[i], "abc");
}

TEST(many_groups)
{
	struct buf b = { 0 };
	for (unsigned i = 0; i < 200; i++)
		buf_text(&b, i % 2 ? "(a)?" : "(b|)");
	buf_text(&b, "c");
	buf_char(&b, '\0');
	check_texts(b.p, "abc");
	buf_clear(&b);
	for (unsigned i = 0; i < 100; i++)
		buf_text(&b, i % 2 ? "(a)?" : "(b|)");
	buf_text(&b, "\\g<3>c");
	buf_char(&b, '\0');
	check_texts(b.p, "abc");
	buf_fini(&b);
}

TEST(fixed_places)
{
	static const struct {
		const char *pattern;
		bool fixed;
	} rows[] = { { "^a", true }, { "(^|\\G)a", true }, { "(?:^|\\G)(?=x)", true }, { "\\A", true }, { "((^)|\\G)a|^b", true },
		{ "^a|b", false }, { "a", false }, { "(?=^)a", false }, { "(?:^)?a", false }, { "$", false }, { "(|^)a", false } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct direct *d = direct_new(str_from(rows[i].pattern));
		CHECK(d && direct_fixed(d) == rows[i].fixed, "%s", rows[i].pattern);
		direct_free(d);
	}
}

/* A program with one word of it made another does not run astray; most such are not even read. */
TEST(damaged_programs_end)
{
	static const char *const rows[] = { "(?:a?)*(b|c)\\1", "(?<x>a(?:b|\\g<x>)*c)", "(?<=a|bc)(?!b+)(?>c*)c{2,3}", "abc|abd|ca|[bc]+|^a$" };
	static const uint32_t values[] = { 0, 1, 7, 0xffff, 0x10000, 0x1c001b, UINT32_MAX };
	size_t read = 0;
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct buf bytes = { 0 };
		struct chars_pool pool = { 0 };
		CHECK(direct_write(&bytes, &pool, str_from(rows[i])), "%s", rows[i]);
		for (size_t at = 0; at < bytes.n / 4 * COUNTOF(values); at += getenv("LONG") ? 1 : 5) {
			struct arena a = { 0 };
			struct direct_run run = { 0 };
			struct rx_match m = { 0 };
			uint32_t *word = (uint32_t *)(void *)bytes.p + at / COUNTOF(values), kept = *word;
			*word ^= values[at % COUNTOF(values)];
			const struct chars_table sets = chars_pool_table(&pool);
			const struct direct *d = direct_read(&a, buf_view(&bytes), &sets, false);
			int r = 0;
			for (size_t from = 0; d && from < 9 && r != RX_LIMIT; from++, read++)
				r = direct_match_at(d, &run, STR("abcabccab"), from, 0, &m);
			*word = kept;
			rx_match_fini(&m);
			direct_run_fini(&run);
			arena_fini(&a);
		}
		const struct chars_table sets = chars_pool_table(&pool);
		CHECK(!direct_read(&(struct arena){ 0 }, str_sub(buf_view(&bytes), 0, bytes.n - 4), &sets, false), "%s: cut short", rows[i]);
		buf_fini(&bytes);
		chars_pool_fini(&pool);
	}
	CHECK(read > 100, "%zu were read", read);
}
