/*
 * hostile: lines that are made to take long, under each language of the pack.
 *   hostile [-p] [-s MS] [-m MS] SAMPLES [LANGUAGE...]
 * -p: the plain engine. SAMPLES: a folder of files LANGUAGE.*, whose first lines stand before and between the
 * hostile ones and whose words some of these are made of. Prints lines that took more than -s (20) ms of
 * processor time, and a sum. The status is 1 if a line took more than -m ms twice; without -m nothing is judged.
 * Lines that a known bound leaves plain are counted, not listed.
 */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/arena.h"
#include "ember/base/def.h"
#include "ember/base/panic.h"
#include "ember/base/vec.h"
#include "ember/os/clock.h"
#include "ember/os/file.h"
#include "ember/syntax/token.h"

enum { SAMPLE_LINES = 20, WORDS_MAX = 400, FILE_MAX = 1 << 20, RANDOM_LINES = 3 };

static const char marks[] = "()[]{}<>'\"`/\\|&*+-=#@!?%^~$;:,._";

struct sweep {
	struct registry reg;
	struct arena a; /* of the language at hand */
	enum tokens_engine engine;
	double show, most;
	const char *samples;
	struct language lang;
	struct tokens *t;
	VEC(struct str) lines; /* the sample's first */
	VEC(struct str) words;
	struct buf line;
	uint64_t seed;
	unsigned long n, plain, above;
	double total, longest;
};

static uint32_t sweep_random(struct sweep *s, uint32_t below)
{
	s->seed = s->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(s->seed >> 33) % below;
}

static double line_ms(struct sweep *s, struct str line)
{
	size_t n;
	const int64_t begin = clock_ns(CLOCK_THREAD_CPUTIME_ID);
	const struct span *span = tokens_line(s->t, line, &n);
	const int64_t took = clock_ns(CLOCK_THREAD_CPUTIME_ID) - begin;
	REQUIRE(n && span[n - 1].end == line.n);
	s->plain += span[n - 1].flags & SPAN_PLAIN;
	s->n++;
	return (double)took / 1e6;
}

static void sweep_begin(struct sweep *s, bool afresh)
{
	if (afresh) {
		tokens_free(s->t);
		s->t = tokens_new(&s->reg, NULL);
		tokens_engine(s->t, s->engine);
	}
	tokens_begin(s->t, s->lang.id);
}

/* The line at the start of a file and within the sample; where that took long, once more from the beginning. */
static double one_file(struct sweep *s, bool afresh, struct str line)
{
	sweep_begin(s, afresh);
	double most = line_ms(s, line);
	for (size_t i = 0; i < s->lines.n; i++)
		line_ms(s, s->lines.p[i]);
	const double inside = line_ms(s, line);
	return inside > most ? inside : most;
}

static void one_line(struct sweep *s, const char *kind)
{
	struct str line = buf_view(&s->line);
	double ms = one_file(s, false, line);
	s->total += ms;
	if (ms > s->show) {
		const double again = one_file(s, true, line);
		ms = again < ms ? again : ms;
	}
	if (ms > s->show)
		printf("%.0f ms %s%s %s\n", ms, s->engine == TOKENS_PLAIN ? "plain " : "", s->lang.name.p, kind);
	s->longest = ms > s->longest ? ms : s->longest;
	s->above += ms > s->most;
	buf_clear(&s->line);
}

static void repeated(struct sweep *s, const char *what, size_t bytes)
{
	char kind[64];
	const size_t n = strlen(what);
	for (size_t i = 0; i + n <= bytes; i += n)
		buf_add(&s->line, what, n);
	snprintf(kind, sizeof(kind), "%zu bytes of %s", bytes, what);
	one_line(s, kind);
}

static void nested(struct sweep *s, const char *open, const char *close)
{
	char kind[64];
	for (size_t i = 0; i < 1000; i++)
		buf_text(&s->line, open);
	for (size_t i = 0; i < 1000; i++)
		buf_text(&s->line, close);
	snprintf(kind, sizeof(kind), "1000 of %s, 1000 of %s", open, close);
	one_line(s, kind);
}

static void lines_of_one(struct sweep *s)
{
	static const char *const units[] = { "a", "Z", "0", "_", " ", "\t", "\xc3\xa9", "\xd1\x8f", "\xe6\xbc\xa2", "e\xcc\x81",
		"\xf0\x9f\x98\x80", "\xc3\xa9 ", "a\xc3\xa9", "\xd1\x8f\xc3\xa9.", "\xe2\x80\xae", "\xff", "\x80", "\x01", "aB9_", "a ",
		"  a", "\ta", "1.", "0x", "a.", "a,", "a(", "a<", "a:", "a=", "a-", "a'", "a\"", "a::", "a->", "<a", "#a", "@a",
		"$a", "&a", "/a", "\\a", "%a", "!a", "*a", "_*", "**a", "[a](", "<a ", "</", "/*", "*/", "//", "--", "#{", "${", "{{",
		"<%", "<?", "\"\\", "a b=", "a b(", "a<b,", "a.b::", "(a) ", "if ", "a ? b : ", "\"a\" ", "'a' ", "a: b, ", "let a = " };
	char mark[2] = { 0 };
	for (size_t i = 0; i < COUNTOF(units); i++)
		repeated(s, units[i], 16000);
	for (size_t i = 0; (mark[0] = marks[i]); i++) {
		repeated(s, mark, 1000);
		repeated(s, mark, 16000);
	}
	repeated(s, "a", TOKENS_LINE_DEFAULT - 1);
	repeated(s, "a", TOKENS_LINE_DEFAULT);
	repeated(s, "a", TOKENS_LINE_DEFAULT + 1);
}

static void lines_of_pairs(struct sweep *s)
{
	static const char *const pairs[][2] = { { "(", ")" }, { "[", "]" }, { "{", "}" }, { "<", ">" }, { "([{<", ">}])" },
		{ "a(", ")" }, { "a<", ">" }, { "\"(", ")\"" }, { "${", "}" }, { "<a>", "</a>" }, { "(a, ", ")" }, { "[a](", ")" } };
	for (size_t i = 0; i < COUNTOF(pairs); i++)
		nested(s, pairs[i][0], pairs[i][1]);
	for (unsigned i = 0; i < 24; i++) {
		char pair[3] = { marks[sweep_random(s, sizeof(marks) - 1)], marks[sweep_random(s, sizeof(marks) - 1)], 0 };
		repeated(s, pair, 16000);
	}
}

static void lines_at_random(struct sweep *s)
{
	for (unsigned k = 0; k < RANDOM_LINES; k++) {
		while (s->line.n < 16000) {
			char c = (char)sweep_random(s, 256);
			buf_char(&s->line, c == '\n' ? ' ' : c);
		}
		one_line(s, "random bytes");
		while (s->line.n < 16000)
			buf_char(&s->line, (char)(' ' + sweep_random(s, 95)));
		one_line(s, "random printable text");
		while (s->line.n < 16000)
			buf_char(&s->line, marks[sweep_random(s, sizeof(marks) - 1)]);
		one_line(s, "random marks");
		while (s->words.n && s->line.n < 16000)
			buf_str(&s->line, s->words.p[sweep_random(s, u32(s->words.n))]);
		one_line(s, "the sample's words at random");
		for (size_t i = 0; s->lines.n && s->line.n < 15000 && i < 16000; i++)
			buf_str(&s->line, str_sub(s->lines.p[sweep_random(s, u32(s->lines.n))], 0, 1000));
		one_line(s, "the sample's lines in one");
	}
}

/* Words of the sample, each 16 KB long. */
static void lines_of_words(struct sweep *s)
{
	char word[32];
	for (unsigned i = 0; s->words.n && i < 24; i++) {
		struct str w = s->words.p[sweep_random(s, u32(s->words.n))], v = s->words.p[sweep_random(s, u32(s->words.n))];
		snprintf(word, sizeof(word), "%.*s%.*s", w.n < 15 ? (int)w.n : 15, w.p, v.n < 15 ? (int)v.n : 15, v.p);
		if (*word)
			repeated(s, word, 16000);
	}
}

static bool is_letter(char c)
{
	return (unsigned char)c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static void cut_words(struct sweep *s, struct str line)
{
	for (size_t at = 0, end; at < line.n && s->words.n < WORDS_MAX; at = end) {
		for (end = at + 1; end < line.n && is_letter(line.p[end]) == is_letter(line.p[at]) && end - at < 40; end++)
			continue;
		VEC_PUSH(&s->words) = str_sub(line, at, end);
	}
}

static void read_sample(struct sweep *s)
{
	glob_t found;
	struct str text, line;
	struct err e;
	const char *pattern = arena_printf(&s->a, "%s/%s.*", s->samples, s->lang.name.p).p;
	s->lines.n = s->words.n = 0;
	if (glob(pattern, 0, NULL, &found) != 0)
		return;
	if (file_slurp(&text, &s->a, found.gl_pathv[0], FILE_MAX, &e) == 0)
		while (s->words.n < WORDS_MAX && str_line(&text, &line)) {
			if (s->lines.n < SAMPLE_LINES)
				VEC_PUSH(&s->lines) = line;
			cut_words(s, line);
		}
	globfree(&found);
}

static void one_language(struct sweep *s, struct language lang)
{
	const unsigned long above = s->above, n = s->n;
	const double total = s->total;
	s->lang = lang;
	s->lang.name.p = arena_cstr(&s->a, lang.name);
	s->seed = 1;
	read_sample(s);
	sweep_begin(s, true);
	lines_of_one(s);
	lines_of_pairs(s);
	lines_at_random(s);
	lines_of_words(s);
	if (s->above > above || s->total - total > 5000)
		printf("%s: %lu lines, %.0f ms, %lu kinds above\n", s->lang.name.p, s->n - n, s->total - total, s->above - above);
	fflush(stdout);
	arena_fini(&s->a);
}

static bool is_asked(const struct sweep *s, uint32_t id, char **names)
{
	struct language l;
	for (; *names; names++)
		if (registry_find(&s->reg, str_from(*names), &l) && l.id == id)
			return true;
	return false;
}

int main(int argc, char **argv)
{
	struct sweep s = { .show = 20, .most = 1e9 };
	struct err e;
	for (int c; (c = getopt(argc, argv, "ps:m:")) != -1;) {
		if (c == 'p')
			s.engine = TOKENS_PLAIN;
		else if (c == 's')
			s.show = strtod(optarg, NULL);
		else if (c == 'm')
			s.most = strtod(optarg, NULL);
		else
			return 2;
	}
	if (optind >= argc)
		return 2;
	s.samples = argv[optind++];
	arena_init(&s.a);
	REQUIRE(registry_open(&s.reg, ember_pack_data, (size_t)(ember_pack_end - ember_pack_data), &e) == 0);
	for (uint32_t id = 1; id < registry_count(&s.reg); id++)
		if (!argv[optind] || is_asked(&s, id, argv + optind))
			one_language(&s, registry_language(&s.reg, id));
	printf("%lu lines, %lu of them plain, %.0f ms, the longest %.0f ms\n", s.n, s.plain, s.total, s.longest);
	tokens_free(s.t);
	VEC_FREE(&s.lines);
	VEC_FREE(&s.words);
	buf_fini(&s.line);
	return s.above != 0;
}
