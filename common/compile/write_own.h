/* write_own: what the files of the writer share. */
#ifndef EMBER_COMPILE_WRITE_OWN_H
#define EMBER_COMPILE_WRITE_OWN_H

#include "ember/compile/write.h"

/* Append a text as it lies in PACK_TEXT; returns its offset. */
uint32_t writer_put_text(struct buf *out, struct str text);

/* The regexes of a pack, those of a base first, which stay as they are; NULL: there is none. */
struct writer_regexes *writer_regexes_new(const struct pack *base);
void writer_regexes_free(struct writer_regexes *r); /* NULL is fine */
/* Lay out what the others are compiled to, and their texts, behind all else in the sections. Once. */
void writer_regexes_finish(struct pack_writer *w);

#endif
