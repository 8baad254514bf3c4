/* Globs: any pattern with any flags compiles or is refused, and matching ends. First byte: flags. */
#include <stdint.h>
#include <stdlib.h>

#include "ember/text/glob.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2 || size > 4096)
		return 0;
	struct str rest = { (const char *)data + 1, size - 1 };
	struct str pattern = str_cut(&rest, '\n');
	struct err e = { 0 };
	struct glob *g = glob_compile(pattern, data[0] & 15u, &e);
	char *lit = NULL;
	size_t n = 0;
	if (!g) {
		if (!e.what)
			abort();
		return 0;
	}
	bool hit = glob_match(g, rest);
	/* A pattern without wildcards matches its own text and nothing else. */
	if (!(data[0] & GLOB_NOCASE) && glob_literal(pattern, data[0] & 15u, &lit, &n)) {
		if (hit != str_eq(rest, (struct str){ lit, n }) || !glob_match(g, (struct str){ lit, n }))
			abort();
		free(lit);
	}
	glob_free(g);
	return 0;
}
