#include "page_impl.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/mem.h"
#include "ember/base/panic.h"
#include "ember/text/utf8.h"

enum { USUAL_ROWS = 24, USUAL_COLS = 80 };

/* ---------------------------------------------------------------- start and end */

static bool look_plain(struct look look)
{
	return look_same(look, (struct look){ 0 });
}

/* +cmd: keys, a bare number being a line. */
static void page_first(struct page *p)
{
	struct str first = p->conf.first;
	bool number = first.n > 0;
	while (first.n) {
		uint32_t key;
		unsigned len = utf8_decode(first, &key);
		if (!len)
			key = 0xfffd;
		number = number && ascii_digit(first.p[0]);
		page_key(p, key);
		first = str_sub(first, len ? len : 1, first.n);
	}
	if (number)
		page_key(p, 'g');
	else if (p->prompt.kind)
		page_key(p, '\r');
	p->marks[PAGE_MARK_LAST].set = false;
}

struct page *page_new(const struct page_conf *conf)
{
	struct page *p = mem_zero(1, sizeof(*p));
	REQUIRE(conf->n_docs > 0);
	p->conf = *conf;
	p->tabs = mem_zero(conf->n_docs + 1, sizeof(*p->tabs));
	for (size_t i = 0; i < conf->n_docs; i++)
		p->tabs[i].doc = &conf->docs[i];
	p->layout = conf->layout;
	p->rows = USUAL_ROWS;
	p->cols = p->layout.cols = USUAL_COLS;
	p->count = -1;
	p->hide_hits = conf->no_highlight;
	if (look_plain(conf->match))
		p->conf.match = (struct look){ .fg = COLOR_INDEX(3), .font = LOOK_REVERSE };
	if (look_plain(conf->match_here))
		p->conf.match_here = (struct look){ .fg = COLOR_INDEX(2),
			.font = LOOK_REVERSE | LOOK_BOLD };
	if (look_plain(conf->status))
		p->conf.status = (struct look){ .font = LOOK_REVERSE };
	arena_init(&p->arena);
	p->start = arena_mark(&p->arena);
	page_first(p);
	return p;
}

void page_free(struct page *p)
{
	if (!p)
		return;
	for (size_t i = 0; i <= p->conf.n_docs; i++)
		VEC_FREE(&p->tabs[i].shown);
	free(p->tabs);
	if (p->helped)
		text_doc_fini(&p->help_text);
	buf_fini(&p->prompt.text);
	buf_fini(&p->message);
	buf_fini(&p->status);
	VEC_FREE(&p->status_runs);
	VEC_FREE(&p->frame);
	VEC_FREE(&p->spans);
	VEC_FREE(&p->row_spans);
	page_history_fini(p);
	search_fini(&p->search);
	search_fini(&p->filter);
	arena_fini(&p->arena);
	free(p);
}

void page_resize(struct page *p, unsigned rows, unsigned cols)
{
	struct doc_layout layout = p->layout;
	layout.cols = p->cols = cols ? cols : 1;
	page_relayout(p, &layout, rows ? rows : 1);
}

/* ---------------------------------------------------------------- work */

bool page_busy(const struct page *p)
{
	return p->job.kind != JOB_NONE && p->job.kind != JOB_MOVE && p->job.kind != JOB_FOLLOW;
}

static int page_wake(const struct page *p)
{
	const struct doc *d = page_tab(p)->doc;
	return d->ops->wake ? d->ops->wake(d->ctx) : -1;
}

size_t page_fds(const struct page *p, enum doc_state state, int fds[2])
{
	const struct doc *d = page_tab(p)->doc;
	size_t n = 0;
	int fd = state == DOC_WAIT && page_tab(p)->waits && d->ops->fd ? d->ops->fd(d->ctx) : -1;
	int wake = page_wake(p);
	if (fd >= 0)
		fds[n++] = fd;
	if (wake >= 0 && wake != fd)
		fds[n++] = wake;
	return n;
}

/* Rows given out before may look different now. */
static void page_look_again(struct page *p, unsigned *wishes)
{
	struct page_tab *tab = page_tab(p);
	uint64_t version = doc_version(tab->doc);
	if (version == tab->version)
		return;
	tab->version = version;
	p->full = false;
	if (tab->shown.n) /* the last line may have grown */
		tab->shown.n--;
	page_clamp(p, &tab->top);
	*wishes |= PAGE_DRAW;
}

static void page_notice(struct page *p)
{
	struct page_tab *tab = page_tab(p);
	if (!tab->ended || tab->told || !tab->doc->ops->notice)
		return;
	struct str notice = tab->doc->ops->notice(tab->doc->ctx);
	if (notice.n)
		page_say(p, "%.*s", STR_ARG(notice));
	tab->told = true;
}

/* The screen, and one line below it, so that the end is known when it is in sight. */
static bool page_fill(struct page *p, unsigned *wishes, enum doc_state *state)
{
	struct page_tab *tab = page_tab(p);
	if (tab->ended || p->full)
		return false;
	size_t want = page_height(p) + PAGE_AHEAD, have = page_rows_after(p, tab->top, want);
	p->full = have >= want;
	if (p->full)
		return false;
	size_t lines = page_lines(p);
	*state = page_fetch(p, lines + want - have);
	if (*state == DOC_END) {
		page_clamp(p, &tab->top);
		page_notice(p);
		*wishes |= PAGE_DRAW;
	} else if (page_lines(p) != lines) {
		*wishes |= PAGE_DRAW;
	}
	return true;
}

/* Nothing else to do: the rest of a file of fair size, for its number of lines. */
static bool page_index(struct page *p, unsigned *wishes, enum doc_state *state)
{
	struct page_tab *tab = page_tab(p);
	uint64_t size = doc_size(tab->doc);
	if (tab->ended || size == UINT64_MAX || size > PAGE_INDEX_MAX)
		return false;
	*state = page_fetch(p, page_lines(p) + PAGE_CHUNK);
	if (*state == DOC_END) {
		*wishes |= PAGE_DRAW;
		page_notice(p);
	}
	return *state != DOC_WAIT;
}

enum doc_state page_step(struct page *p, unsigned *wishes)
{
	enum doc_state state = DOC_END;
	*wishes = 0;
	if (page_wake(p) >= 0) /* it may be what brought us here: a fetch takes it in, wanted or not */
		(void)page_fetch(p, page_lines(p));
	page_look_again(p, wishes);
	if (p->job.kind != JOB_NONE) {
		p->full = false;
		if (page_job_step(p, wishes, &state)) {
			p->job.kind = JOB_NONE;
			return DOC_MORE;
		}
		page_look_again(p, wishes);
		return state;
	}
	if (page_fill(p, wishes, &state) || page_index(p, wishes, &state)) {
		page_look_again(p, wishes);
		return state == DOC_END ? DOC_MORE : state;
	}
	return page_tally_step(p, wishes) ? DOC_MORE : DOC_END;
}

/* ---------------------------------------------------------------- the frame */

static void *page_copy(struct page *p, const void *from, size_t bytes)
{
	if (!bytes)
		return NULL;
	void *to = arena_alloc(&p->arena, bytes);
	memcpy(to, from, bytes);
	return to;
}

/* Rows are the document's until its next call; the frame keeps its own. */
static void page_keep(struct page *p, struct row *row)
{
	row->text.p = page_copy(p, row->text.p, row->text.n);
	row->runs = page_copy(p, row->runs, row->n_runs * sizeof(*row->runs));
	row->pieces = page_copy(p, row->pieces, row->n_pieces * sizeof(*row->pieces));
	struct str *links = page_copy(p, row->links, row->n_links * sizeof(*row->links));
	for (size_t i = 0; i < row->n_links; i++)
		links[i].p = page_copy(p, links[i].p, links[i].n);
	row->links = links;
}

/* Rows of one line into the frame; moves `at` behind them. */
static size_t page_frame_line(
	struct page *p, struct place *at, const struct doc_layout *layout, size_t room)
{
	const struct doc *d = page_tab(p)->doc;
	size_t all = page_line_rows(p, at->line), n = 0;
	if (at->row < all) {
		struct row *rows = p->frame.p + p->frame.n;
		n = d->ops->rows(d->ctx, at->line, layout, at->row, room, rows);
		n = n < room ? n : room;
		for (size_t i = 0; i < n; i++)
			page_keep(p, &rows[i]);
		p->frame.n += n;
		p->guessed = p->guessed || (d->ops->guessed && d->ops->guessed(d->ctx));
		page_paint_hits(p, at->line, rows, n);
	}
	at->row += n;
	if (at->row >= all || !n) {
		at->line++;
		at->row = 0;
	}
	return n;
}

static void page_frame_filler(struct page *p, size_t height)
{
	struct run *dim = arena_alloc(&p->arena, sizeof(*dim));
	*dim = (struct run){ 1, { .font = LOOK_DIM } };
	while (p->frame.n < height)
		p->frame.p[p->frame.n++] =
			(struct row){ .text = STR("~"), .runs = dim, .n_runs = 1, .cols = 1 };
}

void page_frame(struct page *p, struct page_frame *frame)
{
	struct doc_layout layout = page_layout(p);
	size_t height = page_height(p), lines = page_lines(p);
	struct place at = page_tab(p)->top;
	arena_rewind(&p->arena, p->start);
	p->frame.n = 0;
	p->guessed = false;
	VEC_RESERVE(&p->frame, height);
	while (p->frame.n < height && at.line < lines)
		page_frame_line(p, &at, &layout, height - p->frame.n);
	p->shown = p->frame.n;
	p->bottom = at;
	p->at_end = page_tab(p)->ended && page_rows_after(p, at, 1) == 0;
	page_frame_filler(p, height);
	*frame = (struct page_frame){ .rows = p->frame.p, .n = p->rows > 1 ? height : 0 };
	page_status(p, frame);
}

const struct doc *page_doc(const struct page *p)
{
	return page_tab(p)->doc;
}

bool page_reread(struct page *p)
{
	struct page_tab *tab = page_tab(p);
	const struct doc *d = tab->doc;
	if (!d->ops->reload || d->ops->reload(d->ctx) != 0)
		return false;
	tab->ended = tab->waits = tab->told = false;
	tab->shown.n = 0;
	tab->top = (struct place){ 0, 0 };
	return true;
}

void page_reload(struct page *p)
{
	uint64_t line = page_tab(p)->top.line + 1;
	if (!page_reread(p)) {
		page_say(p, "this cannot be read again");
		return;
	}
	page_job(p, (struct job){ .kind = JOB_LINE, .n = (int64_t)line });
}

void page_message(struct page *p, struct str text)
{
	page_say(p, "%.*s", STR_ARG(text));
}
