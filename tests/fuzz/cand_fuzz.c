/* A pattern, LF, a line: no match of Oniguruma's may be missing from the candidates, or be seen otherwise directly. */
#include <stdint.h>

#include "ember/base/panic.h"
#include "unit/rx/candidates.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size }, pattern;
	struct candidates c;
	size_t matches = 0;
	if (size > 512)
		return 0;
	pattern = str_cut(&text, '\n');
	text = str_sub(text, 0, str_chr(text, '\n') == STR_NONE ? text.n : str_chr(text, '\n') + 1);
	for (size_t i = 0; i < size; i++) /* what is past ASCII has unit tests; here it would be malformed */
		if (data[i] >= 0x80)
			return 0;
	candidates_open(&c, pattern);
	REQUIRE(candidates_missing(&c, text, &matches) == STR_NONE);
	candidates_close(&c);
	return 0;
}
