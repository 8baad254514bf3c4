/* Sizes, types and owners of fd's language: any text is taken or refused, and what is taken makes sense. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ember/expr/fd.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Names are looked up in the system's tables: only what needs none is tried here. */
static bool numbers(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (!text.p[i] || !strchr(":!0123456789", text.p[i]))
			return false;
	return text.n > 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct fd_size s;
	unsigned types = 0;
	if (size > 4096)
		return 0;
	if (fd_size(text, &s)) {
		size_t digit = s.sign != 0;
		if ((s.sign && s.sign != text.p[0]) || text.p[digit] < '0' || text.p[digit] > '9')
			abort();
	}
	if (fd_type(text, &types) != (types != 0))
		abort();
	if (numbers(text)) {
		struct fd_owner o = { 0 };
		fd_owner(text, &o);
	}
	return 0;
}
