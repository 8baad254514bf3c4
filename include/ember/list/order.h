/* order: in which order the items of one folder are shown. */
#ifndef EMBER_LIST_ORDER_H
#define EMBER_LIST_ORDER_H

#include "ember/list/conf.h"
#include "ember/list/item.h"

/*
 * Sort l->v as conf says. Items that no key tells apart keep the order in which they were read.
 * With LIST_BY_NONE nothing moves. Threads: any, one listing at a time.
 */
void order_items(const struct list_conf *conf, struct listing *l);

#endif
