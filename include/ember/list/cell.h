/* cell: what one column says about one item, as text with or without colours. */
#ifndef EMBER_LIST_CELL_H
#define EMBER_LIST_CELL_H

#include <stdbool.h>

#include "ember/base/buf.h"
#include "ember/list/conf.h"
#include "ember/list/item.h"
#include "ember/list/scale.h"
#include "ember/list/when.h"
#include "ember/os/ids.h"

/* What the cells of all items share. */
struct cells {
	const struct list_conf *conf;
	struct ids *ids;  /* made on first need */
	struct when when;
	struct buf text;  /* of the cell that is being made */
	struct buf tint;  /* its colour on the scale */
	struct buf piece; /* a part of it, not painted yet */
	struct cells_kept *kept; /* those made before; NULL = none */
	struct scale scale;
	uint32_t uid, gid; /* our own */
	bool any_acl;
	unsigned major, minor; /* digits of the widest device numbers */
};

/* Threads: one at a time. conf is borrowed. */
void cells_init(struct cells *c, const struct list_conf *conf);
void cells_fini(struct cells *c);

/* A column of numbers, which end at its right edge. */
bool cell_is_right(const struct list_conf *conf, enum list_column column);

/*
 * Make the text of a column (none of icon and name) in c->text, which is cleared first. paint: with the palette's colours.
 * Returns its cells; control characters of foreign names are shown as '?'.
 */
unsigned cell_make(struct cells *c, const struct item *it, enum list_column column, bool paint);

/* The same, where a cell that says the same was made before without making it again. *text is good until the next call. */
unsigned cell_get(struct cells *c, const struct item *it, enum list_column column, bool paint, struct str *text);
void cells_forget(struct cells *c); /* what is kept for that */

/* The time that a column of dates shows of an item that has facts, and whether it is known. */
struct stat_time cell_time(const struct item *it, enum list_column column, bool *known);

/* The column's title. */
const char *cell_title(const struct list_conf *conf, enum list_column column);

/* Append the text with control bytes as '?'. */
void cell_foreign(struct buf *b, struct str text);

/* The mode's ten characters into p, 'x' bits as GNU shows them; returns 10. */
unsigned cell_mode(char *p, const struct item *it);

/* The size as conf writes sizes. p has HUMAN_MAX + 8 bytes. */
unsigned cell_size(char *p, const struct list_conf *conf, uint64_t bytes);

/* A letter of git as it is shown, ' ' for none. */
char cell_letter(const struct list_conf *conf, char letter);

/* The palette's colour of a letter of git. */
struct str cell_git_sgr(const struct palette *p, char letter);

#endif
