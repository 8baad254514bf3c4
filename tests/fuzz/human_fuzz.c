/* human: any block size is read or refused, and what it is read as writes every number in its room. */
#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/text/human.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint64_t n;
	char text[HUMAN_MAX];
	struct human h = HUMAN_BYTES;
	if (size < 9 || size > 256)
		return 0;
	memcpy(&n, data, 8);
	n >>= data[8] & 63;
	int num = human_parse(&h, (struct str){ (const char *)data + 9, size - 9 });
	REQUIRE(num == 0 || num == EINVAL || num == ERANGE);
	REQUIRE(num != 0 || h.unit > 0 || h.scale);
	if (h.unit == 0)
		h = HUMAN_BYTES;
	unsigned len = human_put(text, n, data[8] & 64 ? 512 : 1, &h);
	REQUIRE(len > 0 && len <= HUMAN_MAX);
	for (unsigned i = 0; i < len; i++)
		REQUIRE((unsigned char)text[i] > 32);
	/* Never less than there is: sizes are rounded up. */
	if (num == 0 && !h.scale && !h.group && !h.suffix && !(data[8] & 64)) {
		uint64_t shown = 0;
		for (unsigned i = 0; i < len && text[i] >= '0' && text[i] <= '9'; i++)
			shown = shown * 10 + (uint64_t)(text[i] - '0');
		REQUIRE(shown == n / h.unit + (n % h.unit != 0));
	}
	return 0;
}
