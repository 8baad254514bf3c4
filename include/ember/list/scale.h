/* scale: colours that grow with size or age (--color-scale). */
#ifndef EMBER_LIST_SCALE_H
#define EMBER_LIST_SCALE_H

#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/list/conf.h"
#include "ember/list/item.h"

struct scale {
	const struct list_conf *conf;
	uint64_t least, most;  /* sizes of the listing */
	int64_t oldest, newest, now;
	bool filled;
};

void scale_init(struct scale *s, const struct list_conf *conf, int64_t now);

/* Take the listing's sizes and times in; ranges only ever grow. */
void scale_see(struct scale *s, const struct listing *l);

/*
 * The SGR sequence for a size or time of that listing into b (cleared first), seen through `base`, the
 * colour of the column: its luminance grows on a dark ground and falls on a light one. False: no scale, the base colour
 * is right.
 */
bool scale_size(const struct scale *s, struct buf *b, struct str base, uint64_t size);
bool scale_age(const struct scale *s, struct buf *b, struct str base, int64_t sec);

#endif
