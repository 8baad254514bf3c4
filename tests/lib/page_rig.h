/* page_rig: the pager's model over text in memory, for unit tests and fuzzing: keys in, rows out. */
#ifndef EMBER_TESTS_LIB_PAGE_RIG_H
#define EMBER_TESTS_LIB_PAGE_RIG_H

#include <string.h>

#include "ember/base/buf.h"
#include "ember/base/panic.h"
#include "ember/page/page.h"
#include "ember/view/text_doc.h"

#define RIG_DOCS 4

struct rig {
	struct text_doc texts[RIG_DOCS];
	struct doc docs[RIG_DOCS];
	struct page_conf conf;
	struct page *page;
	unsigned wishes;       /* all bits since rig_clear */
	enum doc_state state;  /* of the last step */
	struct page_frame frame;
	struct buf screen;     /* rows joined by LF, the status line last */
};

/* Before rig_open: a document more. */
EMBER_UNUSED static void rig_doc(struct rig *r, struct str name, struct str text)
{
	REQUIRE(r->conf.n_docs < RIG_DOCS);
	size_t i = r->conf.n_docs++;
	text_doc_init(&r->texts[i], text);
	text_doc_end(&r->texts[i]);
	r->docs[i] = text_doc(&r->texts[i], name);
	r->conf.docs = r->docs;
}

/* Step until there is nothing to do at once. */
EMBER_UNUSED static void rig_run(struct rig *r)
{
	for (int i = 0; i < 100000; i++) {
		unsigned wishes;
		r->state = page_step(r->page, &wishes);
		r->wishes |= wishes;
		if (r->state != DOC_MORE)
			return;
	}
	panic("the pager does not come to rest");
}

EMBER_UNUSED static void rig_open(struct rig *r, unsigned rows, unsigned cols)
{
	r->page = page_new(&r->conf);
	page_resize(r->page, rows, cols);
	rig_run(r);
}

EMBER_UNUSED static void rig_key(struct rig *r, uint32_t key)
{
	r->wishes |= page_key(r->page, key);
	rig_run(r);
	page_frame(r->page, &r->frame);
}

/* Text as typed; '\r' is Enter. */
EMBER_UNUSED static void rig_keys(struct rig *r, const char *keys)
{
	for (; *keys; keys++)
		rig_key(r, (unsigned char)*keys);
}

EMBER_UNUSED static struct str rig_screen(struct rig *r)
{
	page_frame(r->page, &r->frame);
	buf_clear(&r->screen);
	for (size_t i = 0; i < r->frame.n; i++) {
		buf_str(&r->screen, r->frame.rows[i].text);
		buf_char(&r->screen, '\n');
	}
	buf_str(&r->screen, r->frame.status.text);
	return buf_view(&r->screen);
}

EMBER_UNUSED static struct str rig_row(struct rig *r, size_t i)
{
	page_frame(r->page, &r->frame);
	return i < r->frame.n ? r->frame.rows[i].text : (struct str){ 0 };
}

EMBER_UNUSED static struct str rig_status(struct rig *r)
{
	page_frame(r->page, &r->frame);
	return r->frame.status.text;
}

EMBER_UNUSED static void rig_close(struct rig *r)
{
	page_free(r->page);
	for (size_t i = 0; i < r->conf.n_docs; i++)
		text_doc_fini(&r->texts[i]);
	buf_fini(&r->screen);
	memset(r, 0, sizeof(*r));
}

#endif
