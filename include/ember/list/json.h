/* json: items as JSON, one object a line, for programs that read listings. */
#ifndef EMBER_LIST_JSON_H
#define EMBER_LIST_JSON_H

#include "ember/base/buf.h"
#include "ember/list/cell.h"
#include "ember/list/item.h"

/*
 * Append one line: all that is known of the item, numbers in full precision. `dir`: path of its
 * folder, empty for arguments. A name, path or target that is not UTF-8 is given as KEY_b64.
 */
void json_item(struct buf *b, struct cells *c, struct str dir, const struct item *it);

#endif
