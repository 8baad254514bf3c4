/* Cells that were made before: most rows have the mode, the owners and the links of one before them. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/base/mem.h"
#include "ember/list/cell.h"
#include "ember/list/more.h"

#define KEPT_SLOTS 8u /* of a column; files, folders and links take turns */

struct kept_cell {
	bool known, paint;
	uint64_t key[2];
	struct buf text;
	unsigned cols;
};

struct cells_kept {
	struct kept_cell slot[LIST_COLUMNS][KEPT_SLOTS];
};

static void key_date(const struct item *it, enum list_column column, uint64_t *key)
{
	bool known;
	const struct stat_time t = cell_time(it, column, &known);
	key[0] = (uint64_t)t.sec;
	key[1] = (uint64_t)t.nsec << 1 | known;
}

/* All that the cell's text depends on. False: it is more than that, or seldom the same. */
static bool cell_key(const struct cells *c, const struct item *it, enum list_column column, uint64_t *key)
{
	const struct item_facts *f = it->facts;
	if (!f)
		return false;
	key[0] = (uint64_t)it->type << 32 | f->mode;
	key[1] = 0;
	switch (column) {
	case LIST_COL_PERMISSION:
		key[1] = (uint64_t)(unsigned char)f->acl << 1 | c->any_acl;
		return c->conf->permission != LIST_ATTRIBUTES;
	case LIST_COL_OCTAL:
		return true;
	case LIST_COL_LINKS:
		key[1] = f->nlink;
		return true;
	case LIST_COL_USER:
	case LIST_COL_AUTHOR:
		key[0] = f->uid;
		return true;
	case LIST_COL_GROUP:
		key[0] = f->gid;
		key[1] = c->conf->smart_group ? f->uid : 0;
		return true;
	case LIST_COL_SIZE:
		key[1] = f->size;
		return !f->more && !S_ISCHR(f->mode) && !S_ISBLK(f->mode);
	case LIST_COL_DATE:
	case LIST_COL_MODIFIED:
	case LIST_COL_ACCESSED:
	case LIST_COL_CHANGED:
	case LIST_COL_BORN:
		key_date(it, column, key);
		return true;
	default:
		return false;
	}
}

unsigned cell_get(struct cells *c, const struct item *it, enum list_column column, bool paint, struct str *text)
{
	uint64_t key[2];
	if (!cell_key(c, it, column, key)) {
		const unsigned cols = cell_make(c, it, column, paint);
		*text = buf_view(&c->text);
		return cols;
	}
	if (!c->kept)
		c->kept = mem_zero(1, sizeof(*c->kept));
	const uint64_t mix = (key[0] ^ key[1] * UINT64_C(0x9e3779b97f4a7c15)) * UINT64_C(0xc2b2ae3d27d4eb4f);
	struct kept_cell *k = &c->kept->slot[column][mix >> 61 & (KEPT_SLOTS - 1)];
	if (!k->known || k->paint != paint || k->key[0] != key[0] || k->key[1] != key[1]) {
		k->cols = cell_make(c, it, column, paint);
		k->known = true;
		k->paint = paint;
		memcpy(k->key, key, sizeof(key));
		buf_clear(&k->text);
		buf_str(&k->text, buf_view(&c->text));
	}
	*text = buf_view(&k->text);
	return k->cols;
}

void cells_forget(struct cells *c)
{
	for (size_t i = 0; c->kept && i < LIST_COLUMNS; i++)
		for (size_t k = 0; k < KEPT_SLOTS; k++)
			buf_fini(&c->kept->slot[i][k].text);
	free(c->kept);
	c->kept = NULL;
}
