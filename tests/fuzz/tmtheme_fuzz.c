/* tmtheme: any theme, JSON or property list, becomes a trie that can be walked. */
#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/compile/theme.h"
#include "ember/pack/pack.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct pack *p)
{
	uint32_t n, nodes = pack_count(p, PACK_NODES);
	for (uint32_t i = 1; i < nodes; i++) {
		const struct pack_node *node = pack_node(p, i);
		const struct pack_style_rule *r = pack_styles(p, node->styles, &n);
		REQUIRE(n == node->styles.n);
		for (uint32_t k = 0; k < n; k++) {
			uint32_t words;
			pack_words(p, r[k].parents, &words);
			REQUIRE(words == r[k].parents.n);
		}
		pack_child(p, i, STR("a"));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct theme_source t;
	struct val root;
	struct err e = { 0 };
	if (size > 4096)
		return 0;
	if (val_read(&root, &a, (struct str){ (const char *)data, size }, &e) == 0) {
		struct pack_writer w;
		struct buf file = { 0 };
		struct pack p;
		uint32_t id;
		writer_init(&w);
		if (theme_source_read(&t, &a, &root, STR(""), NULL, &e) == 0 &&
			theme_source_write(&t, &w, &id, &e) == 0) {
			writer_finish(&w, &file, 0);
			REQUIRE(pack_open(&p, file.p, file.n, &e) == 0 && pack_theme(&p, id)->root);
			check(&p);
		}
		theme_source_fini(&t);
		buf_fini(&file);
		writer_fini(&w);
	}
	arena_fini(&a);
	return 0;
}
