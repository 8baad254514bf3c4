/* Placeholders of fd's language: a template, LF, a path. Without separator nothing but the path's bytes is added. */
#include <stdint.h>
#include <stdlib.h>

#include "ember/expr/fd_exec.h"
#include "ember/expr/fd_format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	struct arena a = { 0 };
	struct buf plain = { 0 }, parted = { 0 };
	struct fd_format f;
	if (size < 2 || size > 2048)
		return 0;
	struct str template = str_cut(&rest, '\n');
	fd_format_parse(&f, &a, template, false);
	if (rest.n) {
		fd_format_put(&f, &plain, NULL, rest, STR(""));
		fd_format_put(&f, &parted, NULL, rest, STR("/"));
		if (!str_eq(buf_view(&plain), buf_view(&parted)))
			abort(); /* a '/' in place of a '/' */
		if (!f.tokens && plain.n > template.n)
			abort();
		buf_clear(&parted);
		fd_format_put(&f, &parted, NULL, rest, STR("<>"));
	}
	buf_fini(&plain);
	buf_fini(&parted);
	arena_fini(&a);
	return 0;
}
