/* findprintf: a format of -printf, read and put out for the folder "." */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/panic.h"
#include "ember/expr/find.h"
#include "ember/os/ids.h"
#include "ember/walk/entry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int swallow(void *ctx, const char *p, size_t n)
{
	(void)p;
	*(size_t *)ctx += n;
	return 0;
}

static void report(void *ctx, struct str path, const struct err *e)
{
	(void)ctx;
	(void)path;
	(void)e;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct find_world world = { .now_sec = 1700000000 };
	char *text = malloc(size + 1);
	char name[] = "find", flag[] = "-printf";
	char *argv[] = { name, flag, text, NULL };
	struct arena arena = { 0 };
	struct find_line line;
	size_t total = 0;
	if (!text || size > 4096)
		return free(text), 0;
	memcpy(text, data, size);
	text[size] = '\0';
	if (find_parse(&line, &arena, &world, 3, argv) == 0) {
		struct find_state state = { .root = STR(".") };
		struct expr_run run = { .report = report };
		struct out out;
		struct str message, path;
		struct entry e = { .path = STR("."), .at = AT_FDCWD, .name = ".", .type = DT_UNKNOWN };
		out_init_sink(&out, swallow, &total, 4096);
		REQUIRE(find_open(&state, &line, &arena, &out, &run, &message) == 0);
		run.entry = &e;
		expr_judge(&line.expr, &run);
		out_flush(&out);
		find_close(&state, &run, &path);
		out_fini(&out);
	}
	find_line_fini(&line);
	arena_fini(&arena);
	free(text);
	return 0;
}
