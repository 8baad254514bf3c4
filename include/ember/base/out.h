/* out: the buffered writer that every program ends in. */
#ifndef EMBER_BASE_OUT_H
#define EMBER_BASE_OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/def.h"
#include "ember/base/str.h"

/*
 * Short writes and EINTR are retried, EAGAIN on a non-blocking descriptor is waited for with
 * poll. The first failing write is remembered in `err` (an errno value); all later output is
 * dropped. A sink other than a descriptor (the pager, a test) sets `sink`.
 */
struct out {
	int fd;
	int err;        /* errno of the first failure, 0 = none */
	char *p;        /* buffer, owned */
	size_t n, cap;
	uint64_t total; /* bytes handed on so far */
	int (*sink)(void *ctx, const char *p, size_t n); /* 0 or an errno value; NULL = write(fd) */
	void *ctx;
};

#define OUT_CAP 65536 /* usual buffer size, bytes */

/* Threads: one at a time. No allocation before the first byte. */
void out_init(struct out *o, int fd, size_t cap);
void out_init_sink(struct out *o, int (*sink)(void *ctx, const char *p, size_t n), void *ctx, size_t cap);
void out_fini(struct out *o); /* frees the buffer without flushing */

void out_str(struct out *o, struct str s);
void out_text(struct out *o, const char *c);
void out_fill(struct out *o, char c, size_t n);
void out_uint(struct out *o, uint64_t v);
void out_printf(struct out *o, const char *fmt, ...) EMBER_PRINTF(2, 3);

/* 0, or -1 with o->err set (now or earlier). */
int out_flush(struct out *o);

/* Write all of p to fd with the same retries, no buffer. 0 or an errno value. */
int out_write_all(int fd, const void *p, size_t n);

void out_drain(struct out *o, size_t need); /* out_char's slow path */
void out_more(struct out *o, const void *p, size_t n); /* that of out_bytes */

static inline void out_bytes(struct out *o, const void *p, size_t n)
{
	if (EMBER_UNLIKELY(!o->p || n > o->cap / 2 || n > o->cap - o->n)) {
		out_more(o, p, n);
		return;
	}
	if (n) /* p may be NULL when there is nothing */
		memcpy(o->p + o->n, p, n);
	o->n += n;
}

/* `s` and a line feed behind it. */
static inline void out_line(struct out *o, struct str s)
{
	if (EMBER_UNLIKELY(!o->p || s.n >= o->cap / 2 || s.n >= o->cap - o->n)) {
		out_bytes(o, s.p, s.n);
		out_bytes(o, "\n", 1);
		return;
	}
	memcpy(o->p + o->n, s.p, s.n);
	o->p[o->n + s.n] = '\n';
	o->n += s.n + 1;
}

/* Room for up to `n` bytes, at most half of the buffer, to be written there and told of with out_wrote. */
static inline char *out_room(struct out *o, size_t n)
{
	if (EMBER_UNLIKELY(!o->p || n > o->cap - o->n))
		out_drain(o, n);
	return o->p + o->n;
}

static inline void out_wrote(struct out *o, size_t n)
{
	o->n += n;
}

static inline void out_char(struct out *o, char c)
{
	if (EMBER_UNLIKELY(o->n >= o->cap || !o->p))
		out_drain(o, 1);
	o->p[o->n++] = c;
}

#endif
