/* Untrusted text: whatever comes in, what is shown is well-formed, without controls, and cut whole. */
#include <stddef.h>
#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/text/safe.h"
#include "ember/text/utf8.h"
#include "ember/text/width.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data, size };
	struct buf b = { 0 };
	for (unsigned flags = 0; flags < 8; flags++) {
		buf_clear(&b);
		safe_add(&b, s, flags);
		REQUIRE(utf8_valid(buf_view(&b)));
		REQUIRE(safe_clean(buf_view(&b), flags));
		REQUIRE(!safe_clean(s, flags) || str_eq(s, buf_view(&b)));
	}
	size_t cols = width_str(s);
	for (size_t n = 0; n < cols + 2 && n < 64; n++) {
		struct str head = width_cut(s, n);
		REQUIRE(width_str(head) <= n && head.n <= s.n);
	}
	size_t bad = utf8_bad(s);
	REQUIRE(bad <= s.n && utf8_valid(str_sub(s, 0, bad)) && utf8_ascii(s) <= bad + (bad == 0));
	REQUIRE(utf8_tail(s) <= 3);
	buf_fini(&b);
	return 0;
}
