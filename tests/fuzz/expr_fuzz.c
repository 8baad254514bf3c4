/* expr: NUL-separated words as a line of find's, read and judged as far as it opens nothing. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/expr/find.h"
#include "repeats.h"

#define WORDS_MAX 512

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct find_world world = { .now_sec = 1700000000, .now_nsec = 5, .warn = true };
	char *text = malloc(size + 1), *argv[WORDS_MAX + 1];
	struct arena arena = { 0 };
	struct find_line line;
	int argc = 1;
	if (!text || size > 4096)
		return free(text), 0;
	memcpy(text, data, size);
	text[size] = '\0';
	argv[0] = text + size;
	for (size_t at = 0; at < size && argc < WORDS_MAX; at += strlen(text + at) + 1)
		argv[argc++] = text + at;
	argv[argc] = NULL;
	for (int i = 2; i < argc; i++)
		if (str_ends(str_from(argv[i - 1]), STR("regex")) && repeats_repeats(argv[i]))
			return free(text), 0;
	for (int i = 1; i < argc; i++) {
		enum find_word word = find_word(argv[i]);
		REQUIRE(word == FIND_WORD_PRIMARY || find_word_args(argv[i]) == 0);
		find_closest(argv[i]);
	}
	int bad = find_parse(&line, &arena, &world, argc, argv);
	REQUIRE((bad != 0) == (line.message.n != 0));
	REQUIRE(bad || line.expr.n > 0 || line.help || line.version);
	for (uint32_t i = 0; !bad && i < line.expr.n; i++) {
		const struct expr_step *s = &line.expr.steps[i];
		/* Jumps only go forward: judging ends. */
		REQUIRE(s->yes > i && s->no > i);
		REQUIRE((s->yes < line.expr.n || s->yes >= EXPR_FALSE) && (s->no < line.expr.n || s->no >= EXPR_FALSE));
	}
	find_line_fini(&line);
	arena_fini(&arena);
	free(text);
	return 0;
}
