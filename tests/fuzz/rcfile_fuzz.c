/* rcfile: what comes out of any bytes is a list of whole argument vectors in the order of lines. */
#include <stdint.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/cli/rcfile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct rcfile rc;
	unsigned line = 0;
	size_t bytes = 0;
	rcfile_parse(&rc, &a, "rc", (struct str){ (const char *)data, size });
	for (size_t i = 0; i < rc.n; i++) {
		const struct rcfile_line *l = &rc.lines[i];
		REQUIRE(l->line > line);
		line = l->line;
		REQUIRE(l->what ? l->argc == 0 : l->argc >= 2 && l->argc <= RCFILE_WORDS + 1);
		for (int k = 1; k < l->argc; k++)
			bytes += strlen(l->argv[k]);
		if (l->argc)
			REQUIRE(!l->argv[l->argc] && l->argv[1][0] == '-');
	}
	/* Splitting only takes bytes away, but for the two dashes of "name = value". */
	REQUIRE(bytes <= size + 2 * rc.n);
	arena_fini(&a);
	return 0;
}
