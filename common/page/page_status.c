#include "page_impl.h"

#include <stdarg.h>

#include "ember/text/safe.h"
#include "ember/text/width.h"

void page_say(struct page *p, const char *fmt, ...)
{
	struct buf raw = { 0 };
	va_list ap;
	va_start(ap, fmt);
	buf_vprintf(&raw, fmt, ap);
	va_end(ap);
	buf_clear(&p->message);
	safe_add(&p->message, buf_view(&raw), 0);
	buf_fini(&raw);
}

/* Number of the first line from `line` on (or down from it) that has one. */
static uint64_t page_number_near(const struct page *p, size_t line, size_t stop, bool up)
{
	const struct doc *d = page_tab(p)->doc;
	struct doc_line info = { 0 };
	size_t lines = page_lines(p);
	while (line < lines) {
		d->ops->line(d->ctx, line, &info);
		if (info.number || line == stop)
			break;
		line = up ? line - 1 : line + 1;
	}
	return info.number;
}

uint64_t page_number(const struct page *p)
{
	return page_lines(p) ? page_number_near(p, page_tab(p)->top.line, page_lines(p) - 1, false)
			     : 0;
}

/* Part of the input above the bottom of the screen, -1 = not known. */
static int page_percent(const struct page *p)
{
	const struct doc *d = page_tab(p)->doc;
	size_t lines = page_lines(p);
	uint64_t size = doc_size(d);
	struct doc_line info = { 0 };
	if (p->at_end)
		return 100;
	if (!lines || p->bottom.line >= lines)
		return -1;
	if (size == UINT64_MAX || !size)
		return page_tab(p)->ended ? (int)(p->bottom.line * 100 / lines) : -1;
	d->ops->line(d->ctx, p->bottom.line, &info);
	return info.offset < size ? (int)((double)info.offset * 100.0 / (double)size) : 99;
}

/* What the status line says of the page; names and patterns in it are as they came. */
static void page_status_raw(struct page *p, struct buf *b)
{
	const struct page_tab *tab = page_tab(p);
	size_t lines = page_lines(p);
	buf_str(b, tab->doc->name);
	if (lines && p->shown) {
		size_t last = p->bottom.row || !p->bottom.line ? p->bottom.line
							       : p->bottom.line - 1;
		uint64_t from = page_number(p), to = page_number_near(p, last, tab->top.line, true);
		buf_printf(b, "  lines %llu-%llu/", (unsigned long long)from,
			(unsigned long long)(to < from ? from : to));
		if (tab->ended)
			buf_uint(b, page_number_near(p, lines - 1, 0, true));
		else
			buf_char(b, '?');
		int percent = page_percent(p);
		if (percent >= 0)
			buf_printf(b, "  %d%%", percent);
	} else if (tab->ended) {
		buf_text(b, "  (empty)");
	}
	if (p->conf.n_docs > 1 && p->at < p->conf.n_docs)
		buf_printf(b, "  [file %zu of %zu]", p->at + 1, p->conf.n_docs);
	page_tally_text(p, b);
	if (p->filtering && p->at < p->conf.n_docs)
		buf_printf(b, "  &%.*s", STR_ARG(buf_view(&p->filter.pattern)));
	if (p->layout.left)
		buf_printf(b, "  >%u", p->layout.left);
	if (p->guessed)
		buf_text(b, "  ~");
	if (p->at == p->conf.n_docs)
		buf_text(b, "  (q leaves the help)");
	else if (p->at_end)
		buf_text(b, p->at + 1 < p->conf.n_docs ? "  (END)  SPACE: next" : "  (END)");
}

static void page_status_text(struct page *p, struct buf *b)
{
	struct buf raw = { 0 };
	page_status_raw(p, &raw);
	safe_add(b, buf_view(&raw), 0);
	buf_fini(&raw);
}

static const char *page_busy_text(const struct page *p)
{
	switch (p->job.kind) {
	case JOB_SEARCH: return "searching ... (^C stops)";
	case JOB_FOLLOW: return "waiting for more ... (^C stops)";
	case JOB_END:
	case JOB_LINE:
	case JOB_PERCENT: return "reading ... (^C stops)";
	case JOB_NONE:
	case JOB_MOVE: break;
	}
	return NULL;
}

static void page_prompt_text(struct page *p, struct buf *b)
{
	static const char *const heads[] = { "", "/", "?", "&/", "" };
	const struct prompt *prompt = &p->prompt;
	if (prompt->kind == PROMPT_NUMBER)
		buf_printf(b, "-%c ", prompt->option);
	if (prompt->files || prompt->from_first)
		buf_text(b, prompt->from_first ? "all files " : "on through files ");
	buf_text(b, prompt->wrap ? "wrap " : "");
	buf_text(b, prompt->keep ? "stay " : "");
	buf_text(b, prompt->flags & SEARCH_LITERAL ? "literal " : "");
	buf_text(b, prompt->flags & SEARCH_NOT ? "not " : "");
	buf_text(b, heads[prompt->kind]);
}

/* What is typed, its end in sight where it is longer than the line. */
static void page_prompt_row(struct page *p, struct page_frame *frame)
{
	struct buf *b = &p->status;
	struct str typed = buf_view(&p->prompt.text), cluster;
	struct buf safe = { 0 };
	page_prompt_text(p, b);
	size_t head = width_str(buf_view(b)), room = p->cols > head + 1 ? p->cols - head - 1 : 1;
	safe_add(&safe, str_sub(typed, 0, p->prompt.at), 0);
	size_t before = safe.n;
	safe_add(&safe, str_sub(typed, p->prompt.at, typed.n), 0);
	struct str shown = buf_view(&safe);
	size_t cursor = width_str(str_sub(shown, 0, before));
	while (cursor > room && shown.n)
		cursor -= width_next(&shown, &cluster);
	buf_str(b, width_cut(shown, room));
	frame->prompt = true;
	frame->cursor = (unsigned)(head + cursor);
	buf_fini(&safe);
}

void page_status(struct page *p, struct page_frame *frame)
{
	struct buf *b = &p->status;
	struct look look = p->conf.status;
	const char *busy = page_busy_text(p);
	buf_clear(b);
	if (p->prompt.kind) {
		page_prompt_row(p, frame);
		look = p->conf.prompt;
	} else if (p->message.n) {
		buf_str(b, buf_view(&p->message));
	} else if (p->count >= 0 || p->prefix) {
		if (p->count >= 0)
			buf_printf(b, ":%lld", (long long)p->count);
		if (p->prefix) {
			char name[32];
			keys_name(name, p->prefix);
			buf_text(b, name);
		}
		look = p->conf.prompt;
		frame->prompt = true;
		frame->cursor = (unsigned)width_str(buf_view(b));
	} else if (busy) {
		buf_text(b, busy);
	} else {
		page_status_text(p, b);
	}
	/* The last cell stays free: a character there would scroll some terminals. */
	struct str shown = width_cut(buf_view(b), p->cols > 1 ? p->cols - 1 : 1);
	p->status_runs.n = 0;
	VEC_PUSH(&p->status_runs) = (struct run){ (uint32_t)shown.n, look };
	frame->status = (struct row){ .text = shown, .runs = p->status_runs.p, .n_runs = 1 };
	frame->status.cols = (uint32_t)width_str(shown);
	if (frame->cursor >= p->cols)
		frame->cursor = p->cols - 1;
}

void page_info(struct page *p)
{
	const struct doc *d = page_tab(p)->doc;
	struct buf b = { 0 };
	safe_add(&b, d->path.n ? d->path : d->name, 0);
	if (p->conf.n_docs > 1 && p->at < p->conf.n_docs)
		buf_printf(&b, " (file %zu of %zu)", p->at + 1, p->conf.n_docs);
	buf_printf(&b, "  line %llu", (unsigned long long)page_number(p));
	if (page_tab(p)->ended && page_lines(p))
		buf_printf(&b, " of %llu",
			(unsigned long long)page_number_near(p, page_lines(p) - 1, 0, true));
	if (doc_size(d) != UINT64_MAX)
		buf_printf(&b, "  %llu bytes", (unsigned long long)doc_size(d));
	if (d->ops->info) {
		buf_text(&b, "  ");
		safe_add(&b, d->ops->info(d->ctx), 0);
	}
	buf_clear(&p->message);
	buf_str(&p->message, buf_view(&b));
	buf_fini(&b);
}
