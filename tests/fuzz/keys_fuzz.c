/* Any bytes a terminal may send: keys stay in range, the state stays bounded, flushing ends. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/term/ask.h"
#include "ember/term/keys.h"
#include "ember/text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_key(uint32_t key)
{
	uint32_t code = KEYS_CODE(key);
	char name[32];
	REQUIRE(code <= KEYS_UNKNOWN && code != KEYS_NAMED);
	keys_name(name, key);
	size_t n = strlen(name);
	REQUIRE(n > 0 && n < 32 && utf8_valid((struct str){ name, n }));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct keys k = { 0 };
	uint32_t key;
	for (size_t i = 0; i < size; i++) {
		if (keys_feed(&k, data[i], &key))
			check_key(key);
		REQUIRE(k.n < KEYS_PART_MAX);
	}
	size_t open = k.n;
	while (keys_flush(&k, &key)) {
		check_key(key);
		REQUIRE(k.n < open);
		open = k.n;
	}
	REQUIRE(!keys_pending(&k));

	struct ask a = { 0 };
	ask_feed(&a, (const char *)data, size);
	REQUIRE(a.n_part <= sizeof(a.part) && a.typed.n <= size);
	REQUIRE(!a.has_color || a.rgb <= 0xffffff);
	ask_fini(&a);
	return 0;
}
