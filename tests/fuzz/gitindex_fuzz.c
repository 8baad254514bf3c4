/* gitindex: any bytes are refused, or are an index whose entries are sound and sorted. First byte:
 * id size. */
#include <stdint.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/git/index.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct index x;
	struct index_list all, sub;
	struct err e;
	volatile unsigned char seen = 0;
	if (size < 1)
		return 0;
	struct str bytes = { (const char *)data + 1, size - 1 };
	if (index_parse(&x, &a, bytes, data[0] & 1 ? 32 : 20, &e) != 0) {
		REQUIRE(e.what);
		arena_fini(&a);
		return 0;
	}
	char name[INDEX_BASE_NAME];
	if (index_base(&x, name)) {
		/* Over itself, for want of a second input. */
		REQUIRE(strlen(name) < sizeof(name));
		if (index_merge(&x, &x, &a, &all, &e) != 0)
			REQUIRE(e.what);
		arena_fini(&a);
		return 0;
	}
	all = x.list;
	for (size_t i = 0; i < all.n; i++) {
		const struct index_entry *n = &all.p[i];
		seen = (unsigned char)(seen + n->id[0] + n->id[x.hash_size - 1]);
		struct index_stat stat;
		index_stat(n, &stat);
		seen = (unsigned char)(seen + stat.size);
		REQUIRE(n->path.n && n->path.n < INDEX_PATH_MAX && n->path.p[0] != '/');
		REQUIRE(strlen(n->path.p) == n->path.n);
		REQUIRE(i == 0 || str_cmp(all.p[i - 1].path, n->path) <= 0);
		REQUIRE(str_eq(index_find(all, n->path)->path, n->path));
		size_t slash = str_chr(n->path, '/');
		struct str folder = str_sub(n->path, 0, slash == STR_NONE ? 0 : slash + 1);
		sub = index_sub(all, folder);
		REQUIRE(sub.n && sub.p <= n && n < sub.p + sub.n);
		const unsigned char *id = index_tree(
			&x, str_sub(folder, 0, folder.n ? folder.n - 1 : 0));
		if (id)
			seen = (unsigned char)(seen + id[x.hash_size - 1]);
	}
	arena_fini(&a);
	return 0;
}
