/* quote: every style quotes any bytes; what is for terminals holds no control byte. */
#include <locale.h>
#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/text/quote.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1 || size > 4096)
		return 0;
	setlocale(LC_ALL, data[0] & 128 ? "C" : "C.UTF-8");
	struct str name = { (const char *)data + 1, size - 1 };
	struct buf b = { 0 };
	for (int style = QUOTE_LITERAL; style <= QUOTE_CLOCALE; style++) {
		struct quote q = { .style = (enum quote_style)style,
			.hide = true,
			.guard = data[0] & 1,
			.also = data[0] & 2 ? ":@" : NULL };
		buf_clear(&b);
		struct quote_result r = quote_name(&b, &q, name);
		REQUIRE(r.cols == quote_cols(buf_view(&b)));
		for (size_t i = 0; i < b.n; i++)
			REQUIRE((unsigned char)b.p[i] >= 32 && b.p[i] != 127);
	}
	buf_fini(&b);
	return 0;
}
