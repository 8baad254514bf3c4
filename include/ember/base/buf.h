/* buf: growing bytes on the heap. */
#ifndef EMBER_BASE_BUF_H
#define EMBER_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/def.h"
#include "ember/base/str.h"

/* An all-zero value is a valid empty buffer. p[n] is not a NUL unless buf_cstr asked for it. */
struct buf {
	char *p;
	size_t n, cap;
};

/* Threads: one at a time. Errors: none: no memory ends the run. */
void buf_fini(struct buf *b);
void buf_clear(struct buf *b); /* n = 0, memory kept */
void buf_reserve(struct buf *b, size_t more);
void buf_add(struct buf *b, const void *p, size_t n);
void buf_str(struct buf *b, struct str s);
void buf_text(struct buf *b, const char *c);
void buf_char(struct buf *b, char c);
void buf_fill(struct buf *b, char c, size_t n);
void buf_uint(struct buf *b, uint64_t v); /* decimal */
void buf_printf(struct buf *b, const char *fmt, ...) EMBER_PRINTF(2, 3);
void buf_vprintf(struct buf *b, const char *fmt, va_list ap) EMBER_PRINTF(2, 0);
const char *buf_cstr(struct buf *b); /* NUL-terminated view, valid until the next change */

static inline struct str buf_view(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}

#endif
