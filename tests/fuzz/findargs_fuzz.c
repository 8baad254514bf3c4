/* findargs: the argument of one of find's tests: -size, -perm, -mtime, -regex ... the first byte
 * says which. */
#include <regex.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/expr/find.h"
#include "ember/expr/gnu_regex.h"
#include "ember/expr/mode.h"
#include "repeats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What a glance says that a match must hold, all matches do: seen on texts made of the pattern. */
static void must_hold(const char *text, unsigned long syntax)
{
	bool at_end = false;
	const char *wrong = NULL;
	struct str must = gnu_regex_must(str_from(text), &at_end);
	if (!must.n || strlen(text) > 64)
		return;
	struct gnu_regex *re = gnu_regex_compile(text, syntax, &wrong);
	struct str whole = str_from(text);
	for (size_t i = 0; re && i <= whole.n; i++) {
		/* The pattern as a text, short of one character: often still a match of itself. */
		char part[128];
		size_t n = 0;
		for (size_t k = 0; k < whole.n; k++)
			if (k != i && whole.p[k] != '\\')
				part[n++] = whole.p[k];
		part[n] = '\0';
		struct str s = { part, n };
		bool may = at_end ? str_ends(s, must) : str_find(s, must) != STR_NONE;
		REQUIRE(may || !gnu_regex_whole_slow(re, 0, s));
	}
	gnu_regex_free(re);
}

/* A plain pattern's table and the C library say the same of texts that are pieces of the pattern. */
static void table_agrees(const char *text, unsigned long syntax)
{
	static const char joins[] = "aZ0/.\n";
	const char *wrong = NULL;
	struct gnu_regex *re = strlen(text) <= 48 ? gnu_regex_compile(text, syntax, &wrong) : NULL;
	struct str whole = str_from(text);
	if (re)
		gnu_regex_quicken(re);
	for (size_t i = 0; re && i <= whole.n; i++) {
		for (size_t k = 0; k < sizeof(joins); k++) {
			char part[128];
			size_t n = 0;
			for (size_t c = 0; c < whole.n; c++) {
				if (c == i && joins[k])
					part[n++] = joins[k];
				if (!strchr("\\()[]^|", whole.p[c]) && (c < i || (c + k) % 3))
					part[n++] = whole.p[c];
			}
			struct str s = { part, n };
			REQUIRE(gnu_regex_whole(re, 0, s) == gnu_regex_whole_slow(re, 0, s));
		}
	}
	gnu_regex_free(re);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct find_world world = { .now_sec = 1700000000 };
	static const char *const tests[] = { "-size", "-perm", "-mtime", "-mmin", "-type",
		"-newermt", "-links", "-used", "-maxdepth", "-name", "-iname", "-path", "-regex",
		"-iregex", "-user", "-limit", "-depth" };
	char *text = malloc(size + 1), *argv[5];
	struct arena arena = { 0 };
	struct find_line line;
	unsigned file, dir;
	if (!text || size < 1 || size > 256)
		return free(text), 0;
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	char *word = strdup(tests[data[0] % COUNTOF(tests)]), name[] = "find", print[] = "-print";
	if (strstr(word, "regex") && repeats_repeats(text))
		return free(word), free(text), 0;
	argv[0] = name;
	argv[1] = word;
	argv[2] = text;
	argv[3] = print;
	argv[4] = NULL;
	int bad = find_parse(&line, &arena, &world, 4, argv);
	REQUIRE((bad != 0) == (line.message.n != 0));
	if (mode_parse(&file, &dir, text))
		REQUIRE(file <= 07777 && dir <= 07777);
	if (strstr(word, "regex")) {
		must_hold(text, RE_SYNTAX_EMACS);
		must_hold(text, RE_SYNTAX_POSIX_EXTENDED);
		must_hold(text, RE_SYNTAX_POSIX_MINIMAL_BASIC);
		must_hold(text, RE_SYNTAX_GREP);
		table_agrees(text, RE_CHAR_CLASSES | RE_INTERVALS);
		table_agrees(text, RE_SYNTAX_POSIX_EXTENDED | RE_ICASE);
		table_agrees(text, RE_SYNTAX_POSIX_MINIMAL_BASIC);
		table_agrees(text, RE_SYNTAX_GNU_AWK);
		table_agrees(text, RE_SYNTAX_GREP | RE_ICASE);
	}
	find_line_fini(&line);
	arena_fini(&arena);
	free(word);
	free(text);
	return 0;
}
