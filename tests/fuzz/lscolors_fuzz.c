/* lscolors: any table is read or refused; a look-up answers with bytes of the table. */
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/base/panic.h"
#include "ember/term/lscolors.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2 || size > 65536)
		return 0;
	struct arena a = { 0 };
	struct lscolors c;
	struct str text = { (const char *)data + 2, size - 2 }, unknown, sgr = { NULL, 0 };
	if (lscolors_parse(&c, &a, text, &unknown) == 0) {
		struct lscolors_file f = { .name = str_sub(text, text.n / 2, text.n),
			.mode = (unsigned)data[0] << 12 | data[1],
			.known = true,
			.nlink = data[1],
			.broken = data[0] & 16,
			.missing = data[0] & 32 };
		if (lscolors_find(&c, &f, &sgr))
			REQUIRE(sgr.n <= size + 8);
		lscolors_needs(&c);
	} else {
		REQUIRE(unknown.n == 0 || unknown.n == 2);
	}
	arena_fini(&a);
	return 0;
}
