#include "reader_own.h"

#include <errno.h>
#include <poll.h>
#include <string.h>

#include "ember/base/size.h"

#define FORGET ((size_t)256 << 10)

/* Drop the text before `from` and before what still waits; not every time, so that what stays is not moved often. */
static bool reader_forget_text(struct reader *r, uint64_t from)
{
	if (r->waiting.n > r->first_waiting && r->waiting.p[r->first_waiting].at < from)
		from = r->waiting.p[r->first_waiting].at;
	if (from - r->base < FORGET || from - r->base < r->text.n / 2)
		return false;
	size_t bytes = (size_t)(from - r->base);
	memmove(r->text.p, r->text.p + bytes, r->text.n - bytes);
	r->text.n -= bytes;
	r->split -= bytes;
	r->base = from;
	if (r->first_waiting) {
		r->waiting.n -= r->first_waiting;
		memmove(r->waiting.p, r->waiting.p + r->first_waiting, r->waiting.n * sizeof(*r->waiting.p));
		r->first_waiting = 0;
	}
	r->built = SIZE_MAX;
	return true;
}

/* Lines up to `line` will not be asked for again. Returns how many were dropped. */
static size_t reader_forget(struct reader *r, size_t line)
{
	uint64_t from = line < r->lines.n ? r->lines.p[line].at : r->base + r->split;
	if (line < 2 || !reader_forget_text(r, from))
		return 0;
	size_t gone = line - 1; /* the line before it holds the state to go on with */
	memmove(r->lines.p, r->lines.p + gone, (r->lines.n - gone) * sizeof(*r->lines.p));
	r->lines.n -= gone;
	r->tokenised = r->tokenised > gone ? r->tokenised - gone : 0;
	return gone;
}

/* Does a newline belong behind the line's last row? Text without decorations ends as its input does. */
static bool reader_breaks(const struct reader *r, size_t line)
{
	const struct reader_line *l = &r->lines.p[line];
	if (l->kind != READER_TEXT || (l->flags & READER_LF))
		return true;
	if (l->flags & READER_PIECE) /* the rest follows where nothing but the terminal breaks it */
		return r->layout.wrap != DOC_CHOP;
	return r->conf->parts || line + 1 < r->lines.n || (r->conf->ends_rows && r->layout.wrap != DOC_CHOP);
}

/* bat leaves the CR where it does not wrap. */
static bool reader_ends_cr(const struct reader *r, size_t line)
{
	return r->conf->keep_cr && r->layout.wrap == DOC_CHOP && (r->lines.p[line].flags & READER_CR) &&
		!r->conf->pictures;
}

/* The row from byte `from` of its text on. */
static void reader_write_row(struct reader *r, struct out *out, struct row row, size_t from, enum color_depth depth)
{
	r->spans.of.n = 0;
	for (size_t i = 0; from && i < row.n_runs; i++)
		if (row.runs[i].end > from)
			VEC_PUSH(&r->spans.of) = (struct run){ row.runs[i].end - u32(from), row.runs[i].look };
	if (from) {
		row.text = str_sub(row.text, from, row.text.n);
		row.runs = r->spans.of.p;
		row.n_runs = r->spans.of.n;
	}
	row_out_memo(out, &row, depth, r->memo);
}

/*
 * Write a line's rows. Of a line that was shown in part, what is new follows behind that part; where
 * the part looks different by now, the row is written anew below it.
 */
static void reader_write_line(struct reader *r, struct out *out, size_t line, enum color_depth depth)
{
	const bool partial = r->lines.p[line].flags & READER_PARTIAL;
	const size_t n = r->wrap.rows.n;
	if (r->part.n && r->part_row >= n)
		r->part_row = n - 1;
	for (size_t i = r->part.n ? r->part_row : 0; i < n; i++) {
		struct row row = wrap_row_at(&r->wrap, i, r->links.of.p, r->links.of.n);
		size_t from = 0;
		if (r->part.n && i == r->part_row) {
			from = str_starts(row.text, buf_view(&r->part)) ? r->part.n : 0;
			if (from == 0)
				out_char(out, '\n');
		}
		reader_write_row(r, out, row, from, depth);
		if (i + 1 == n && !partial && reader_ends_cr(r, line))
			out_char(out, '\r');
		if (i + 1 < n || (!partial && reader_breaks(r, line)))
			out_char(out, '\n');
		if (partial && i + 1 == n) {
			r->part_row = i;
			buf_clear(&r->part);
			buf_str(&r->part, row.text);
		}
	}
	if (!partial)
		buf_clear(&r->part);
}

/* Make the line known; false: there is none. Shows what there is of it before waiting. */
static bool reader_await(struct reader *r, size_t line, struct out *out, const struct doc_layout *layout,
	enum color_depth depth)
{
	while (line >= r->lines.n || (r->lines.p[line].flags & READER_PARTIAL)) {
		enum doc_state state = reader_fetch(r, line + 512);
		if (state == DOC_END)
			break;
		if (line >= r->lines.n) /* lines that are left out or squeezed pile up nothing */
			reader_forget_text(r, r->base + r->split);
		if (state != DOC_WAIT || (line < r->lines.n && !(r->lines.p[line].flags & READER_PARTIAL)))
			continue;
		if (line < r->lines.n) {
			reader_build(r, line, layout);
			reader_write_line(r, out, line, depth);
		}
		if (out_flush(out) != 0)
			return false;
		struct pollfd wait = { .fd = r->fd, .events = POLLIN };
		if (poll(&wait, 1, -1) < 0 && errno != EINTR)
			break;
	}
	return line < r->lines.n;
}

int reader_print(struct reader *r, struct out *out, const struct doc_layout *layout, enum color_depth depth)
{
	r->streams = true;
	if (!r->memo)
		look_memo_init(r->memo = arena_alloc(&r->arena, sizeof(*r->memo)));
	for (size_t line = 0; reader_await(r, line, out, layout, depth); line++) {
		reader_build(r, line, layout);
		reader_write_line(r, out, line, depth);
		if (out->err)
			return -1;
		line -= reader_forget(r, line + 1);
	}
	return out->err ? -1 : 0;
}
