#include "reader_own.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/os/file.h"
#include "ember/text/safe.h"
#include "ember/text/utf8.h"

#define STEP ((size_t)64 << 10) /* bytes read between two looks at the lines */

struct str reader_raw(const struct reader *r, const struct reader_line *l)
{
	return (struct str){ r->text.p + (l->at - r->base), l->n };
}

/* ---- lines */

static uint16_t reader_sgr(struct reader *r)
{
	size_t n = r->looks.n;
	if (look_same(r->sgr, r->looks.p[0]))
		return 0;
	for (size_t i = n > 8 ? n - 8 : 0; i < n; i++)
		if (look_same(r->looks.p[i], r->sgr))
			return (uint16_t)i;
	if (n > UINT16_MAX)
		return 0;
	VEC_PUSH(&r->looks) = r->sgr;
	return (uint16_t)n;
}

static bool reader_blank(const struct reader *r, const struct reader_line *l)
{
	return l->n == 0 && (!(l->flags & READER_CR) || r->conf->format.each_input);
}

/* Is the line one empty line too many? */
static bool reader_squeezes(struct reader *r, const struct reader_line *l)
{
	const struct nonprint_conf *f = &r->conf->format;
	r->empty = reader_blank(r, l) ? r->empty + 1 : 0;
	return f->squeeze && r->empty > f->squeeze_limit;
}

/* Show this line: a snip line first, where lines before it were left out. */
static void reader_keep(struct reader *r, const struct reader_line *l)
{
	if (r->last_kept && r->gap && (r->conf->parts & DECORATE_SNIP))
		reader_push(r, READER_SNIP);
	r->last_kept = l->number;
	r->gap = false;
	if (l->flags & READER_SQUEEZED || (r->conf->squeeze_shown && reader_squeezes(r, l)))
		return;
	VEC_PUSH(&r->lines) = *l;
}

static void reader_leave_out(struct reader *r, const struct reader_line *l)
{
	const struct range_set *set = r->want;
	uint64_t next = UINT64_MAX; /* the first range that begins after this line */
	r->gap = true;
	for (size_t i = 0; i < set->of.n; i++) {
		const struct range *one = &set->of.p[i];
		if (!one->first.from_end && one->first.n > l->number && one->first.n < next)
			next = one->first.n;
	}
	if (next == UINT64_MAX || (next > READER_EXACT && next - l->number > READER_GUESS)) {
		r->guessed = true;
		return;
	}
	if (r->tokens)
		reader_pass(r, l);
}

/* Decide what happens to a line, after which at least `after` lines come. */
static void reader_decide(struct reader *r, const struct reader_line *l, uint64_t after)
{
	if (range_has(r->want, l->number, after))
		reader_keep(r, l);
	else
		reader_leave_out(r, l);
}

static void reader_offer(struct reader *r, const struct reader_line *l)
{
	const struct range_set *set = r->want;
	uint64_t reach = set ? range_reach(set) : 0;
	if (!set) {
		reader_keep(r, l);
	} else if (reach == 0) {
		reader_decide(r, l, 0);
	} else {
		VEC_PUSH(&r->waiting) = *l;
		if (r->waiting.n - r->first_waiting > reach) {
			struct reader_line oldest = r->waiting.p[r->first_waiting++];
			reader_decide(r, &oldest, reach);
		}
	}
}

static void reader_widen(struct reader *r, uint64_t number)
{
	if (number < r->number_end || r->number_end == 0 || r->streams)
		return;
	r->frame.number_cols++;
	r->number_end = r->number_end > UINT64_MAX / 10 ? 0 : r->number_end * 10;
	r->version++;
	r->built = SIZE_MAX;
}

/* Number a line as cat and -r count, squeeze it or hand it on. */
static void reader_line_done(struct reader *r, const struct lines_line *cut)
{
	const struct nonprint_conf *f = &r->conf->format;
	struct reader_line l = { .at = r->base + r->split, .n = u32(cut->text.n), .kind = READER_TEXT };
	l.flags = (uint8_t)((cut->lf ? READER_LF : 0) | (cut->cr ? READER_CR : 0) | (r->inside ? READER_INSIDE : 0) |
		(cut->piece ? READER_PIECE : 0));
	r->crlf |= cut->cr;
	r->number += !r->inside;
	l.number = r->number > UINT32_MAX ? UINT32_MAX : (uint32_t)r->number;
	r->inside = cut->piece;
	l.sgr = reader_sgr(r);
	ansi_in_skip(cut->text, &r->sgr);
	r->split += cut->bytes;
	if (!r->conf->squeeze_shown && reader_squeezes(r, &l))
		l.flags |= READER_SQUEEZED;
	const bool blank = reader_blank(r, &l);
	if (!(l.flags & (READER_INSIDE | READER_SQUEEZED)) && !(f->number_nonblank && blank))
		r->shown++;
	l.shown = f->number_nonblank && blank ? 0 : (uint32_t)(r->source.number + r->shown);
	if (!f->number && !f->number_nonblank)
		l.shown = l.number;
	reader_widen(r, l.shown);
	reader_offer(r, &l);
}

static bool reader_past_last(const struct reader *r)
{
	return r->want && r->number >= range_last(r->want) && !r->inside;
}

static void reader_drop_partial(struct reader *r)
{
	struct reader_line *last = r->lines.n ? &r->lines.p[r->lines.n - 1] : NULL;
	if (!last || !(last->flags & READER_PARTIAL))
		return;
	r->lines.n--;
	if (r->tokenised > r->lines.n)
		r->tokenised = r->lines.n;
	r->version++;
	r->built = SIZE_MAX;
}

/* A line that has begun is shown at once; what belongs to its number comes when it ends. */
static void reader_show_partial(struct reader *r)
{
	struct str rest = str_sub(buf_view(&r->text), r->split, r->text.n);
	rest.n -= utf8_tail(rest);
	if (str_ends(rest, STR("\r")))
		rest.n--; /* an LF may follow */
	if (rest.n == 0 || r->want || rest.n > LINES_PIECE)
		return;
	uint64_t number = r->number + !r->inside;
	VEC_PUSH(&r->lines) = (struct reader_line){ .at = r->base + r->split, .n = u32(rest.n),
		.number = (uint32_t)number, .shown = (uint32_t)(r->source.number + r->shown + !r->inside),
		.sgr = reader_sgr(r), .flags = (uint8_t)(READER_PARTIAL | (r->inside ? READER_INSIDE : 0)) };
}

static void reader_end(struct reader *r)
{
	while (r->first_waiting < r->waiting.n) {
		struct reader_line l = r->waiting.p[r->first_waiting++];
		reader_decide(r, &l, r->waiting.n - r->first_waiting);
	}
	if (r->conf->parts & DECORATE_GRID)
		reader_push(r, READER_BOTTOM);
	r->ended = true;
	if (r->source.path && r->fd >= 0 && !r->source.prepared) {
		r->read_to = lseek(r->fd, 0, SEEK_CUR);
		close(r->fd);
		r->fd = -2;
	}
}

/* Cut lines off the decoded text until `want` are known. */
static void reader_split(struct reader *r, size_t want)
{
	struct lines_line cut;
	reader_drop_partial(r);
	reader_skip_lines(r);
	while (r->lines.n < want) {
		struct str rest = str_sub(buf_view(&r->text), r->split, r->text.n);
		if (reader_past_last(r) || !lines_next(&r->cutter, &rest, r->input_ended, &cut)) {
			if (reader_past_last(r) || r->input_ended)
				reader_end(r);
			return;
		}
		reader_line_done(r, &cut);
	}
}

enum doc_state reader_fetch(struct reader *r, size_t want)
{
	if (r->ended)
		return reader_git_poll(r) ? DOC_WAIT : DOC_END;
	if (!r->started) {
		enum doc_state state = reader_start(r);
		if (state != DOC_MORE)
			return state;
	}
	bool awaits = reader_git_poll(r);
	for (size_t done = 0;;) {
		reader_split(r, want);
		if (r->ended)
			return awaits ? DOC_WAIT : DOC_END;
		if (r->lines.n >= want)
			return DOC_MORE;
		if (done >= STEP)
			return DOC_MORE;
		if (!r->regular && !file_ready(r->fd)) {
			reader_show_partial(r);
			return DOC_WAIT;
		}
		size_t before = r->text.n;
		reader_read(r, STEP);
		done += r->text.n - before;
	}
}

/* ---- life */

struct reader *reader_new(const struct reader_conf *conf, const struct reader_source *source, struct tokens *shared)
{
	struct reader *r = mem_zero(1, sizeof(*r));
	r->conf = conf;
	r->source = *source;
	r->want = conf->lines;
	r->fd = -1;
	r->size = UINT64_MAX;
	r->built = SIZE_MAX;
	r->tokens = shared;
	VEC_PUSH(&r->looks) = (struct look){ 0 };
	safe_add(&r->name, str_from(source->named ? source->named : source->path), 0);
	return r;
}

void reader_free(struct reader *r)
{
	if (!r)
		return;
	if (r->fd >= 0 && r->source.path && !r->source.prepared)
		close(r->fd);
	reader_git_end(r);
	decode_close(&r->decode);
	tokens_free(r->own_tokens);
	buf_fini(&r->name);
	buf_fini(&r->text);
	buf_fini(&r->part);
	buf_fini(&r->scratch);
	buf_fini(&r->link);
	VEC_FREE(&r->lines);
	VEC_FREE(&r->waiting);
	VEC_FREE(&r->looks);
	VEC_FREE(&r->styles);
	arena_fini(&r->arena);
	free(r->block);
	marked_fini(&r->plain);
	marked_fini(&r->struck);
	marked_fini(&r->gutter);
	marked_fini(&r->gutter_rest);
	VEC_FREE(&r->spans.of);
	VEC_FREE(&r->laid.of);
	VEC_FREE(&r->links.of);
	wrap_fini(&r->wrap);
	wrap_fini(&r->ruler);
	free(r);
}

const struct err *reader_error(const struct reader *r)
{
	return r->failed ? &r->err : NULL;
}

uint64_t reader_count(const struct reader *r)
{
	return r->shown;
}

bool reader_shown(const struct reader *r)
{
	return r->framed;
}
