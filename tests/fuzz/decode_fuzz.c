/* decode: any bytes, in any encoding, become UTF-8 (or pass), the same in one piece and in many. */
#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/text/decode.h"
#include "ember/text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 4096)
		return 0;
	struct str text = { (const char *)data, size };
	struct decode_guess g = decode_sniff(text, true);
	REQUIRE(g.mark <= size);
	for (int e = DECODE_UTF8; e <= DECODE_CP1252; e++) {
		struct decode whole = { .encoding = (enum decode_encoding)e }, pieces = whole;
		struct buf a = { 0 }, b = { 0 };
		decode_feed(&whole, &a, text);
		decode_end(&whole, &a);
		for (size_t i = 0; i < size; i += 3)
			decode_feed(&pieces, &b, str_sub(text, i, i + 3));
		decode_end(&pieces, &b);
		REQUIRE(str_eq(buf_view(&a), buf_view(&b)));
		REQUIRE(e == DECODE_UTF8 || utf8_valid(buf_view(&a)));
		buf_fini(&a);
		buf_fini(&b);
	}
	return 0;
}
