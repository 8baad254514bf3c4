/* fd's regexes: what the parser takes, Oniguruma takes (but for unknown properties), and matching ends. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ember/rx/rust.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2 || size > 1024)
		return 0;
	struct str rest = { (const char *)data + 1, size - 1 };
	struct str pattern = str_cut(&rest, '\n');
	struct rust_facts facts = { 0 };
	struct rust_fault fault = { 0 };
	struct buf out = { 0 };
	unsigned flags = data[0] & (RUST_IGNORE_CASE | RUST_EXTENDED);
	int ret = rust_translate(&out, &facts, pattern, flags, &fault);
	if (ret != 0 && (!fault.what || fault.at > pattern.n))
		abort();
	buf_fini(&out);
	buf_fini(&facts.literal);
	struct rust_rx *rx = rust_new(pattern, flags, &fault);
	if (ret != 0 && rx)
		abort();
	if (rx) {
		struct rx_limit *l = rx_limit_new(20000, 20000);
		rust_match(rx, l, rest);
		rx_limit_free(l);
	}
	rust_free(rx);
	rx = rust_new_literal(pattern, data[0] & 4, flags & RUST_IGNORE_CASE);
	if (pattern.n && rust_match(rx, NULL, pattern) != 1)
		abort(); /* a text contains itself */
	rust_free(rx);
	return 0;
}
