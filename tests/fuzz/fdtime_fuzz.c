/* Dates and durations of fd's language; first byte: when "now" is. */
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include "ember/expr/fd.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const int64_t nows[] = { 0, 1711886400, -5000000000, INT64_C(4102444800) };
	if (size < 1 || size > 4096)
		return 0;
	setenv("TZ", data[0] & 4 ? "CET-1CEST,M3.5.0,M10.5.0/3" : "UTC0", 1);
	tzset();
	struct stat_time now = { nows[data[0] & 3], 5 }, out = { 0 };
	struct str text = { (const char *)data + 1, size - 1 };
	if (fd_time(text, now, &out) && out.nsec >= 1000000000)
		abort();
	return 0;
}
