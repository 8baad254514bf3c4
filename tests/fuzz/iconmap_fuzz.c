/* icon_map: any els.icons is read; a look-up answers with a character or nothing. */
#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/list/icon_map.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fuzz_bad(void *ctx, unsigned line, const char *what)
{
	unsigned *last = ctx;
	REQUIRE(line > *last && what && *what);
	*last = line;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const kinds[] = { "name", "ext", "dir", "type" };
	if (size > 4096)
		return 0;
	struct arena a = { 0 };
	struct icon_map m = { 0 };
	struct str text = { (const char *)data, size };
	unsigned last = 0;
	icon_map_parse(&m, &a, text, fuzz_bad, &last);
	for (struct str rest = text; rest.n;) {
		struct str word = str_cut(&rest, ' ');
		for (int i = 0; i < 4; i++)
			REQUIRE(icon_map_get(&m, kinds[i], word) <= 0x10ffff);
	}
	icon_map_fini(&m);
	arena_fini(&a);
	return 0;
}
