/* page_one: input that may fit on one screen (spec P3). Part of page_ui, not for others. */
#ifndef EMBER_PAGE_PAGE_ONE_H
#define EMBER_PAGE_PAGE_ONE_H

#include <stdbool.h>

#include "ember/base/buf.h"
#include "ember/term/tty.h"
#include "ember/page/page_ui.h"

/*
 * Write the documents' rows to the normal screen as they arrive. True: that was all of it, or the
 * user left. False: there is more than a screen, or a key was pressed (then in `typed`): what was
 * written is taken off again and the pager begins.
 */
bool page_one_screen(const struct page_ui_conf *conf, struct out *out, struct tty_watch *watch, int key_fd,
	struct buf *typed);

#endif
