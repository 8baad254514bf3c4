#include "reader_own.h"

#include <string.h>
#include <unistd.h>

static size_t reader_doc_lines(void *ctx)
{
	const struct reader *r = ctx;
	return r->lines.n;
}

static enum doc_state reader_doc_fetch(void *ctx, size_t want)
{
	return reader_fetch(ctx, want);
}

static void reader_doc_line(void *ctx, size_t line, struct doc_line *info)
{
	const struct reader *r = ctx;
	const struct reader_line *l = &r->lines.p[line];
	*info = (struct doc_line){ .number = l->kind == READER_TEXT ? l->number : 0, .offset = l->at };
}

static struct str reader_doc_text(void *ctx, size_t line)
{
	return reader_text(ctx, line);
}

static size_t reader_doc_height(void *ctx, size_t line, const struct doc_layout *layout)
{
	return reader_height(ctx, line, layout);
}

static size_t reader_doc_rows(void *ctx, size_t line, const struct doc_layout *layout, size_t first, size_t max,
	struct row *rows)
{
	struct reader *r = ctx;
	reader_build(r, line, layout);
	size_t n = 0;
	for (size_t i = first; i < r->wrap.rows.n && n < max; i++)
		rows[n++] = wrap_row_at(&r->wrap, i, r->links.of.p, r->links.of.n);
	return n;
}

static int reader_doc_fd(void *ctx)
{
	const struct reader *r = ctx;
	if (r->ended && r->awaits_marks)
		return changes_fd(r->job);
	return r->fd < 0 ? -1 : r->fd;
}

static int reader_doc_wake(void *ctx)
{
	const struct reader *r = ctx;
	return r->awaits_marks ? changes_fd(r->job) : -1;
}

static uint64_t reader_doc_version(void *ctx)
{
	const struct reader *r = ctx;
	return r->version;
}

static bool reader_doc_guessed(void *ctx)
{
	const struct reader *r = ctx;
	return r->tokens && (r->guessed || r->guess_used);
}

static uint64_t reader_doc_size(void *ctx)
{
	const struct reader *r = ctx;
	return r->decode.encoding == DECODE_UTF8 && r->started ? r->size : UINT64_MAX;
}

static struct str reader_doc_info(void *ctx)
{
	struct reader *r = ctx;
	if (!r->started || r->failed)
		return (struct str){ 0 };
	struct str language = registry_language(r->conf->registry, r->language).display;
	return arena_printf(&r->arena, "%.*s, %s%s", STR_ARG(language), decode_name(r->decode.encoding),
		r->crlf ? ", CRLF" : "");
}

static struct str reader_doc_notice(void *ctx)
{
	struct reader *r = ctx;
	char words[128];
	if (!r->failed)
		return (struct str){ 0 };
	if (r->err.num == 0)
		return str_from(r->err.what);
	return arena_str(&r->arena, str_from(strerror_r(r->err.num, words, sizeof(words))));
}

/* What was learnt of the input is forgotten; compiled patterns stay. */
static int reader_doc_reload(void *ctx)
{
	struct reader *r = ctx;
	if (!r->source.path)
		return -1;
	if (r->source.prepared)
		return -1;
	if (r->fd >= 0)
		close(r->fd);
	reader_git_end(r);
	r->job = NULL;
	r->own_lines = (struct range_set){ 0 };
	r->want = r->conf->lines;
	r->awaits_marks = r->gap = r->frame.marks = false;
	r->fd = -1;
	r->started = r->input_ended = r->ended = r->failed = r->binary = r->inside = r->guessed = r->crlf = false;
	r->size = UINT64_MAX;
	decode_close(&r->decode);
	r->decode = (struct decode){ 0 };
	r->cutter = (struct lines){ 0 };
	r->changes = (struct git_changes){ 0 };
	r->sgr = (struct look){ 0 };
	r->text.n = r->split = 0;
	r->lines.n = r->waiting.n = r->first_waiting = 0;
	r->base = r->number = r->shown = r->last_kept = 0;
	r->empty = 0;
	r->start_state = 0;
	r->tokenised = r->guess_from = r->guess_to = 0;
	r->built = SIZE_MAX;
	r->version++;
	return 0;
}

static int reader_doc_grow(void *ctx)
{
	return reader_grow(ctx);
}

static const struct doc_ops reader_ops = {
	.lines = reader_doc_lines,
	.fetch = reader_doc_fetch,
	.line = reader_doc_line,
	.text = reader_doc_text,
	.height = reader_doc_height,
	.rows = reader_doc_rows,
	.fd = reader_doc_fd,
	.wake = reader_doc_wake,
	.version = reader_doc_version,
	.guessed = reader_doc_guessed,
	.size = reader_doc_size,
	.info = reader_doc_info,
	.notice = reader_doc_notice,
	.reload = reader_doc_reload,
	.grow = reader_doc_grow,
};

struct doc reader_doc(struct reader *r)
{
	return (struct doc){ .ops = &reader_ops, .ctx = r,
		.name = r->name.n ? buf_view(&r->name) : STR("standard input"),
		.path = str_from(r->source.path) };
}
