/* json: relaxed JSON is read or refused; what is read is a tree within the caps. */
#include "lib/fuzz_val.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_val(json_read, data, size);
	return 0;
}
