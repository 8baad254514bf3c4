/* Ignore files: any bytes are rules; up to the first NUL, the rest is paths to judge. */
#include <stdint.h>
#include <stdlib.h>

#include "ember/base/buf.h"
#include "ember/text/ignore.h"
#include "ember/walk/ignore_global.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	if (size > 4096)
		return 0;
	struct str rules = str_cut(&rest, '\0');
	struct ignore *ig = ignore_parse(rules);
	struct str path;
	while (ig && str_line(&rest, &path)) {
		size_t slash = str_rchr(path, '/');
		struct str base = str_sub(path, slash == STR_NONE ? 0 : slash + 1, path.n);
		enum ignore_verdict file = ignore_match(ig, path, base, false);
		enum ignore_verdict dir = ignore_match(ig, path, base, true);
		/* Rules for folders only can add a verdict, never take the only one away. */
		if (file != IGNORE_NONE && dir == IGNORE_NONE)
			abort();
	}
	ignore_free(ig);
	struct buf value = { 0 };
	ignore_git_config(rules, &value);
	buf_fini(&value);
	return 0;
}
