/*
 * gitask: what the git command answers: trees of any bytes, the first lines of hunks, an id's digits. First byte: which
 * of them, and the size of an id.
 */
#include <stdint.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/git/ask.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fuzz_tree(const struct ask *a, struct str bytes)
{
	const char *name = NULL, *end = bytes.p + bytes.n;
	const unsigned char *id = NULL;
	uint32_t mode;
	struct str rest = bytes;
	while (ask_tree_next(a, &rest, &name, &mode, &id) && mode != ASK_DAMAGED) {
		REQUIRE(mode < 01000000 && name > bytes.p && (const char *)id == name + strlen(name) + 1);
		REQUIRE((const char *)id + a->id_n == end - rest.n);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ask a = { .id_n = 20 };
	unsigned char id[GIT_PLUGIN_ID_MAX];
	char digits[2 * GIT_PLUGIN_ID_MAX + 1];
	uint32_t at[4];
	if (size < 1)
		return 0;
	struct str bytes = { (const char *)data + 1, size - 1 };
	if (data[0] & 1)
		a.id_n = GIT_PLUGIN_ID_MAX;
	fuzz_tree(&a, bytes);
	ask_hunk(bytes, at);
	if (ask_id(&a, bytes, id)) {
		ask_digits(&a, id, digits);
		REQUIRE(memcmp(digits, bytes.p, 2 * (size_t)a.id_n) == 0);
	}
	return 0;
}
