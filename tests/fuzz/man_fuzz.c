/* man: overstrikes and escape sequences in any mixture keep within the text. */
#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/view/ansi_in.h"
#include "ember/view/overstrike.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 4096)
		return 0;
	struct marked from = { 0 }, to = { 0 };
	struct look look = { 0 };
	ansi_in_line(&from, NULL, (struct str){ (const char *)data, size }, &look);
	overstrike_line(&to, &from);
	REQUIRE(from.text.n <= size && to.text.n <= from.text.n);
	REQUIRE(to.runs.of.n == 0 || to.runs.of.p[to.runs.of.n - 1].end == to.text.n);
	marked_fini(&from);
	marked_fini(&to);
	return 0;
}
