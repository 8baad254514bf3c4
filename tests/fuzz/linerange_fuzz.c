/* linerange: any text is a range or an error; the reach of a set is enough to decide its lines. */
#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/view/range.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 256)
		return 0;
	struct str rest = { (const char *)data, size };
	struct range_set s = { 0 };
	while (rest.n) {
		struct err e = { 0 };
		REQUIRE(range_add(&s, str_cut(&rest, ' '), &e) == 0 || e.what);
	}
	uint64_t last = range_last(&s), reach = range_reach(&s), tail = range_tail(&s);
	for (uint64_t n = 1; n <= 20; n++)
		for (uint64_t line = 1; line <= n; line++) {
			bool has = range_has(&s, line, n - line);
			REQUIRE(n - line < reach || has == range_has(&s, line, reach));
			REQUIRE(!has || line <= last);
			REQUIRE(!tail || has == (n - line < tail));
		}
	range_fini(&s);
	return 0;
}
