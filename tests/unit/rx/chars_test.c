/* Sets of characters as Oniguruma has them, and programs that name such: every text over some characters. */
#include "candidates.h"

#include "ember/base/def.h"
#include "ember/base/panic.h"
#include "ember/text/utf8.h"
#include "lib/test.h"

#define CUT_ROW 17
#define CODE_LAST 0x10ffffu

static bool is_character(uint32_t code)
{
	return code < 0xd800 || code > 0xdfff;
}

/* The set against a match: every character up to the planes that hold next to nothing. */
static void check_piece(struct chars_pool *p, const char *piece, bool nocase)
{
	struct buf text = { 0 };
	struct chars c = { .ascii = COLS_NONE };
	size_t wrong = 0;
	buf_printf(&text, "%s%s", nocase ? "(?i)" : "", piece);
	struct rx *rx = rx_new(buf_view(&text), RX_GRAMMAR, 0, NULL, NULL);
	struct rx_limit *limit = rx_limit_new(1000, 1000);
	CHECK(rx && chars_find(p, str_from(piece), nocase, &c), "%s is not known", piece);
	const struct chars_table t = chars_pool_table(p);
	for (uint32_t code = 0; rx && code <= CODE_LAST; code += code < 0x30000 ? 1 : 251) {
		char one[4];
		if (!is_character(code))
			continue;
		const struct str s = { one, utf8_encode(one, code) };
		const bool want = rx_match_at(rx, limit, s, 0, 0, NULL) == 0, has = code < 0x80 ? cols_has(c.ascii, code) : chars_has(&t, c, code);
		if (want != has && !wrong++)
			CHECK(false, "%s: U+%04X is %d", piece, code, want);
	}
	rx_free(rx);
	rx_limit_free(limit);
	buf_fini(&text);
}

TEST(sets_are_as_oniguruma_has_them)
{
	static const char *const rows[] = { "\\w", "\\S", "[^\\s_]", "\u0436", "[\u00e0-\u00ff\u4e2d]", "[^a-z\u0430-\u044f]", "[\\w&&[^\u00e9]]",
		"[-\\w[^\\x00-\\x7F]]", "[[:alpha:]\\d.]", "[^[^\u00e0-\u00ff]x]", "[\\W\u00b2]", "[^\\W]", "[\\D]", "[\\P{L}x]", "[\\x{4e00}-\\x{9fff}\\u00e9]", "\\p{Lu}", "\\P{Greek}",
		"[\\x{50010}-\\x{50020}&&[^a]]", "[\\x{50010}-\\x{50020}]", "[^\\x{10ffff}\\x{4fffe}]", "[\\--9\u00e9]", "[\U0001f600-\U0001f64f]", "[]\u00e9]" };
	struct chars_pool p = { .ask = true };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		if (i != CUT_ROW)
			check_piece(&p, rows[i], false);
	struct chars c;
	CHECK(!chars_find(&p, str_from(rows[CUT_ROW]), false, &c), "a cut within a plane was asked about");
	static const char *const folded[] = { "[^s]", "[a-z]", "[\u0430-\u044f]", "\u0416", "\u2395", "\u4e2d", "[^\\x00-\\x7F]", "[k\\s]", "[^\\W]", "[^[^s]]" };
	for (size_t i = 0; i < COUNTOF(folded); i++)
		check_piece(&p, folded[i], true);
	chars_pool_fini(&p);
}

TEST(nothing_is_asked_without_leave)
{
	struct chars_pool p = { 0 };
	struct chars c;
	CHECK(!chars_find(&p, STR("\\w"), false, &c), "was asked");
	CHECK(!p.asked, "was prepared");
	chars_pool_fini(&p);
}

/* ---------------------------------------------------------------- programs */

static void check_program(struct chars_pool *pool, const char *pattern, const char *const *letters, size_t n_letters)
{
	struct candidates c;
	struct buf bytes = { 0 }, text = { 0 };
	struct arena a = { 0 };
	size_t matches = 0, unsure = 0;
	candidates_open(&c, str_from(pattern));
	CHECK(direct_write(&bytes, pool, str_from(pattern)), "%s is left to Oniguruma", pattern);
	const struct chars_table t = chars_pool_table(pool);
	c.direct = direct_read(&a, buf_view(&bytes), &t, false);
	CHECK(c.direct, "%s does not read", pattern);
	size_t texts = 1;
	for (unsigned k = 0; k < 4; k++)
		texts *= n_letters;
	for (size_t i = 0; i < texts && c.direct; i++) {
		buf_clear(&text);
		for (size_t k = 0, rest = i; k < 4; k++, rest /= n_letters)
			buf_text(&text, letters[rest % n_letters]);
		const size_t at = candidates_missing(&c, buf_view(&text), &matches);
		CHECK(at == STR_NONE, "%s: %zu of '%.*s'", pattern, at, STR_ARG(buf_view(&text)));
		unsure += direct_match_at(c.direct, &c.run, buf_view(&text), 0, 0, &c.own) == DIRECT_UNSURE;
		if (at != STR_NONE)
			break;
	}
	CHECK(matches, "%s never matches", pattern);
	CHECK(!unsure || strstr(pattern, "(?i)"), "%s is unsure of %zu", pattern, unsure);
	candidates_close(&c);
	buf_fini(&bytes);
	buf_fini(&text);
	arena_fini(&a);
}

TEST(programs_with_characters)
{
	static const char *const rows[] = { "\\b\\w+\\b", "\\B\u0436", "(?<=\u0436)a", "(?<!\u0436\\w)a", "(?<=\u0436|a\u0436)\\s", "[^\\s\u0436]+a", "\u0436{2,}",
		"(?:\u0436| )*+a", "(?=\u0416)\\w(\u0436?)\\1", "(?<=\\w{1,2})a", "\\S*?\u0436", "(?:\u0436|a|\u20ac)+ ", "[[:punct:]\u20ac]", "\\p{Lu}\\p{L}*",
		"(?i)\u0436a", "(?i)[\u0430-\u044f]+", "(?i)\\ba\\w*", "(?i)[^\u0436 ]+", "(?i)as", "(?i)[\\w-]+a", "(?i)\\w(?!\\w)" };
	static const char *const letters[] = { "a", " ", "\u0436", "\u0416", "\u20ac", "s", "\u017f", "\u00df", "-" };
	struct chars_pool pool = { .ask = true };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		check_program(&pool, rows[i], letters, COUNTOF(letters));
	chars_pool_fini(&pool);
}

/* The sign for micro has cases and stands for nothing else; its neighbours in the alphabet begin what one character stands for. */
TEST(programs_with_the_sign_for_micro)
{
	static const char *const rows[] = { "(?i)\u00b5s", "(?i)(?:us|\u00b5s|s)+" };
	static const char *const letters[] = { "s", "S", "\u00b5", "\u03bc", "\u039c", "\u03b9", "\u0345", "\u1fb3" };
	struct chars_pool pool = { .ask = true };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		check_program(&pool, rows[i], letters, COUNTOF(letters));
	struct buf bytes = { 0 };
	struct arena a = { 0 };
	struct direct_run run = { 0 };
	struct rx_match m = { 0 };
	REQUIRE(direct_write(&bytes, &pool, str_from(rows[0])));
	const struct chars_table t = chars_pool_table(&pool);
	const struct direct *d = direct_read(&a, buf_view(&bytes), &t, false);
	CHECK(d && direct_match_at(d, &run, STR("\u039cs"), 0, 0, &m) == 0, "it is not known in a text");
	rx_match_fini(&m);
	direct_run_fini(&run);
	arena_fini(&a);
	buf_fini(&bytes);
	chars_pool_fini(&pool);
}

/* What loops pass over within one match is counted: it ends, and says so. */
TEST(one_match_takes_only_so_much)
{
	struct chars_pool pool = { .ask = true };
	struct buf bytes = { 0 }, text = { 0 };
	struct arena a = { 0 };
	struct direct_run run = { 0 };
	struct rx_match m = { 0 };
	REQUIRE(direct_write(&bytes, &pool, STR("\\w*\\w*!")));
	const struct chars_table t = chars_pool_table(&pool);
	const struct direct *d = direct_read(&a, buf_view(&bytes), &t, false);
	REQUIRE(d);
	for (unsigned i = 0; i < 8000; i++)
		buf_text(&text, "\u00e9");
	const int r = direct_match_at(d, &run, buf_view(&text), 0, 0, &m);
	CHECK(r == RX_LIMIT, "%d", r);
	CHECK(run.work < 5000000, "%zu", (size_t)run.work);
	run.work = 0;
	CHECK(direct_match_at(d, &run, str_sub(buf_view(&text), 0, 200), 0, 0, &m) == RX_NONE, "a short one is gone through");
	rx_match_fini(&m);
	direct_run_fini(&run);
	arena_fini(&a);
	buf_fini(&bytes);
	buf_fini(&text);
	chars_pool_fini(&pool);
}
