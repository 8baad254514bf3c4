#include "ember/view/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/size.h"
#include "ember/base/vec.h"
#include "ember/os/file.h"
#include "ember/text/decode.h"
#include "ember/view/tail.h"

/* Lines as they pass: which number comes next, and those that wait for what follows them. */
struct copy_lines {
	bool begun;    /* the first block, with its byte order mark, is seen */
	enum decode_encoding encoding; /* in UTF-16 an LF is two bytes */
	uint64_t at;   /* offset of what comes next */
	unsigned char before; /* the byte in front of that */
	uint64_t line; /* number of the line that is being read, or the oldest held one */
	uint64_t last, reach;
	struct buf held;
	size_t head;   /* start of the oldest held line */
	VEC(size_t) ends; /* lengths of complete held lines, from `first` on */
	size_t first;
};

static int copy_mute(void *ctx, const char *p, size_t n)
{
	(void)ctx, (void)p, (void)n;
	return 0;
}

void copy_init(struct copy *c, struct out *out, struct nonprint *format, const struct range_set *lines)
{
	*c = (struct copy){ .out = out, .format = format, .lines = lines };
	out_init_sink(&c->muted, copy_mute, NULL, NONPRINT_OUT);
}

void copy_fini(struct copy *c)
{
	free(c->block);
	out_fini(&c->muted);
}

static void copy_put(struct copy *c, const char *p, size_t n, bool wanted)
{
	if (c->format)
		nonprint_feed(c->format, wanted ? c->out : &c->muted, (struct str){ p, n });
	else if (wanted)
		out_bytes(c->out, p, n);
}

/* The block as it is, past the buffer, which is empty. */
static void copy_through(struct copy *c, size_t n)
{
	c->out->err = out_write_all(c->out->fd, c->block, n);
	c->out->total += n;
}

/* Decide the oldest held line, after which `after` lines are known. */
static void copy_decide(struct copy *c, struct copy_lines *l, uint64_t after)
{
	size_t n = l->ends.p[l->first++];
	copy_put(c, l->held.p + l->head, n, range_has(c->lines, l->line++, after));
	l->head += n;
	if (l->head > l->held.n / 2) {
		memmove(l->held.p, l->held.p + l->head, l->held.n - l->head);
		l->held.n -= l->head;
		l->head = 0;
	}
	if (l->first > l->ends.n / 2) {
		memmove(l->ends.p, l->ends.p + l->first, (l->ends.n - l->first) * sizeof(*l->ends.p));
		l->ends.n -= l->first;
		l->first = 0;
	}
}

static bool copy_is_wide(enum decode_encoding encoding)
{
	return encoding == DECODE_UTF16LE || encoding == DECODE_UTF16BE;
}

/* As copy_line, in UTF-16: the two bytes of an LF may lie in two blocks. */
static size_t copy_wide_line(const struct copy_lines *l, struct str block)
{
	const bool little = l->encoding == DECODE_UTF16LE;
	const char first = little ? '\n' : 0, second = little ? 0 : '\n';
	for (size_t i = !(l->at % 2); i < block.n; i += 2)
		if (block.p[i] == second && (i ? block.p[i - 1] : (char)l->before) == first)
			return i + 1;
	return 0;
}

/* How many bytes of the block reach to the end of a line and with it; 0: it holds no line end. */
static size_t copy_line(const struct copy_lines *l, struct str block)
{
	if (copy_is_wide(l->encoding))
		return copy_wide_line(l, block);
	const char *lf = memchr(block.p, '\n', block.n);
	return lf ? (size_t)(lf - block.p) + 1 : 0;
}

/* False: no line of this block or after it is wanted. */
static bool copy_block_lines(struct copy *c, struct copy_lines *l, struct str block, size_t *open)
{
	if (!l->begun)
		l->encoding = decode_sniff(block, false).encoding;
	l->begun = true;
	while (block.n) {
		if (l->line > l->last)
			return false;
		const size_t ends = copy_line(l, block), n = ends ? ends : block.n;
		if (l->reach) {
			buf_add(&l->held, block.p, n);
			*open += n;
			if (ends) {
				VEC_PUSH(&l->ends) = *open;
				*open = 0;
				if (l->ends.n - l->first > l->reach)
					copy_decide(c, l, l->reach);
			}
		} else {
			copy_put(c, block.p, n, range_has(c->lines, l->line, 0));
			l->line += ends != 0;
		}
		l->at += n;
		l->before = (unsigned char)block.p[n - 1];
		block = str_sub(block, n, block.n);
	}
	return l->line <= l->last;
}

/*
 * Read and write until the end. Output leaves before a read, so that no line waits for the next;
 * a regular file never makes wait.
 */
static enum copy_end copy_blocks(struct copy *c, int fd, struct copy_lines *l, bool regular, struct err *e)
{
	size_t open = 0;
	enum copy_end end = COPY_DONE;
	if (!c->block && !(c->block = aligned_alloc(COPY_ALIGN, COPY_BLOCK)))
		panic_memory();
	for (;;) {
		if (!regular)
			out_flush(c->out);
		if (c->out->err)
			break;
		ssize_t k = file_read(fd, c->block, COPY_BLOCK);
		if (k < 0) {
			err_sys(e, errno, "read");
			end = COPY_INPUT;
			break;
		}
		if (k == 0)
			break;
		if (!l && !c->format)
			copy_through(c, (size_t)k);
		else if (!l)
			copy_put(c, c->block, (size_t)k, true);
		else if (!copy_block_lines(c, l, (struct str){ c->block, (size_t)k }, &open))
			break;
	}
	if (l && open)
		VEC_PUSH(&l->ends) = open;
	return end;
}

/* Set the offset to where the last `lines` lines begin; false when fd cannot tell, or lines do not end in one byte. */
static bool copy_seek_tail(int fd, uint64_t lines)
{
	char head[DECODE_SNIFF];
	off_t start = lseek(fd, 0, SEEK_CUR), at = -1;
	ssize_t n = start < 0 ? -1 : pread(fd, head, sizeof(head), start);
	if (n < 0 || copy_is_wide(decode_sniff((struct str){ head, (size_t)n }, false).encoding) ||
		!tail_find(fd, start, lines, &at))
		at = -1;
	return lseek(fd, at >= 0 ? at : start, SEEK_SET) >= 0 && at >= 0;
}

static enum copy_end copy_some_lines(struct copy *c, int fd, bool regular, struct err *e)
{
	bool counts = c->format && (c->format->conf.number || c->format->conf.number_nonblank || c->format->conf.squeeze);
	uint64_t tail = range_tail(c->lines);
	if (regular && tail && !counts && copy_seek_tail(fd, tail))
		return copy_blocks(c, fd, NULL, regular, e);
	struct copy_lines l = { .line = 1, .last = range_last(c->lines), .reach = range_reach(c->lines) };
	enum copy_end end = l.last ? copy_blocks(c, fd, &l, regular, e) : COPY_DONE;
	while (l.ends.n > l.first)
		copy_decide(c, &l, l.ends.n - l.first - 1);
	buf_fini(&l.held);
	VEC_FREE(&l.ends);
	return end;
}

enum copy_end copy_input(struct copy *c, int fd, struct err *e)
{
	struct stat sb;
	if (file_is_output(fd, c->out->fd))
		return COPY_SELF;
	enum copy_end end = COPY_DONE;
	bool regular = fstat(fd, &sb) == 0 && S_ISREG(sb.st_mode) && sb.st_size > 0;
	if (c->lines)
		end = copy_some_lines(c, fd, regular, e);
	else if (c->format || file_copy_kernel(fd, c->out->fd, &c->out->total) != FILE_COPIED)
		end = copy_blocks(c, fd, NULL, regular, e);
	if (out_flush(c->out) != 0) {
		err_sys(e, c->out->err, "write");
		return COPY_OUTPUT;
	}
	return end;
}
