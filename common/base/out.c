#include "ember/base/out.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/base/number.h"
#include "ember/base/size.h"

void out_init(struct out *o, int fd, size_t cap)
{
	*o = (struct out){ .fd = fd, .cap = cap < 64 ? 64 : cap };
}

void out_init_sink(struct out *o, int (*sink)(void *ctx, const char *p, size_t n), void *ctx, size_t cap)
{
	out_init(o, -1, cap);
	o->sink = sink;
	o->ctx = ctx;
}

void out_fini(struct out *o)
{
	free(o->p);
	o->p = NULL;
	o->n = 0;
}

int out_write_all(int fd, const void *p, size_t n)
{
	const char *at = p;
	while (n) {
		ssize_t k = write(fd, at, n);
		if (k >= 0) {
			at += k;
			n -= (size_t)k;
		} else if (errno == EAGAIN) {
			struct pollfd wait = { .fd = fd, .events = POLLOUT };
			if (poll(&wait, 1, -1) < 0 && errno != EINTR)
				return errno;
		} else if (errno != EINTR) {
			return errno;
		}
	}
	return 0;
}

static void out_send(struct out *o, const void *p, size_t n)
{
	if (o->err || n == 0)
		return;
	o->err = o->sink ? o->sink(o->ctx, p, n) : out_write_all(o->fd, p, n);
	o->total += n;
}

void out_drain(struct out *o, size_t need)
{
	if (!o->p)
		o->p = mem_alloc(o->cap);
	REQUIRE(need <= o->cap);
	if (o->cap - o->n < need) {
		out_send(o, o->p, o->n);
		o->n = 0;
	}
}

void out_more(struct out *o, const void *p, size_t n)
{
	if (n == 0)
		return;
	if (n > o->cap / 2) { /* large runs go past the buffer */
		out_send(o, o->p, o->n);
		o->n = 0;
		out_send(o, p, n);
		return;
	}
	if (!o->p || o->cap - o->n < n)
		out_drain(o, n);
	memcpy(o->p + o->n, p, n);
	o->n += n;
}

void out_str(struct out *o, struct str s)
{
	out_bytes(o, s.p, s.n);
}

void out_text(struct out *o, const char *c)
{
	out_bytes(o, c, strlen(c));
}

void out_fill(struct out *o, char c, size_t n)
{
	while (n--)
		out_char(o, c);
}

void out_uint(struct out *o, uint64_t v)
{
	char digits[20];
	out_bytes(o, digits, number_put(digits, v));
}

void out_printf(struct out *o, const char *fmt, ...)
{
	char small[256];
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(small, sizeof(small), fmt, ap);
	va_end(ap);
	REQUIRE(n >= 0);
	if ((size_t)n < sizeof(small)) {
		out_bytes(o, small, (size_t)n);
	} else {
		char *big = mem_alloc((size_t)n + 1);
		vsnprintf(big, (size_t)n + 1, fmt, again);
		out_bytes(o, big, (size_t)n);
		free(big);
	}
	va_end(again);
}

int out_flush(struct out *o)
{
	out_send(o, o->p, o->n);
	o->n = 0;
	return o->err ? -1 : 0;
}
