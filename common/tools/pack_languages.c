#include "ember/tools/pack_data.h"

#define PACKAGE "node_modules/linguist-languages/data"

/* Our own map first: its names then count when the outside map is matched with ours. */
void data_languages(struct pack_build *b)
{
	struct err e = { 0 };
	size_t n = 0;
	if (catalog_add_tsv(&b->catalog, data_file(b, "languages.tsv", false), &e) != 0)
		data_die(data_path(b, b->themes, STR("languages.tsv"), ""), &e);
	struct str *files = b->choice == PACK_OWN_ONLY ? NULL : data_folder(b, PACKAGE, ".js", &n);
	for (size_t i = 0; i < n; i++) {
		struct val entry;
		data_value(b, data_path(b, PACKAGE, files[i], ""), &entry);
		catalog_add_linguist(&b->catalog, &entry);
	}
}
