/* date: a date of find's -newerXt, in the zone of Berlin. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/expr/primary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1);
	find_ns once = 0, again = 0;
	if (!text || size > 4096)
		return free(text), 0;
	memcpy(text, data, size);
	text[size] = '\0';
	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	bool ok = find_date(&once, text, (find_ns)1700000000 * FIND_NS + 5);
	REQUIRE(ok == find_date(&again, text, (find_ns)1700000000 * FIND_NS + 5));
	REQUIRE(!ok || once == again);
	REQUIRE(strcmp(getenv("TZ"), "CET-1CEST,M3.5.0,M10.5.0/3") == 0);
	free(text);
	return 0;
}
