#include "page_impl.h"

#include "ember/os/clock.h"

int64_t page_deadline(void)
{
	return clock_monotonic_ms() + PAGE_SLICE_MS;
}

bool page_over(int64_t deadline)
{
	return clock_monotonic_ms() >= deadline;
}

void page_job(struct page *p, struct job job)
{
	p->job = job;
}

/* ---------------------------------------------------------------- moving by rows */

static bool page_move_down(struct page *p, unsigned *wishes, enum doc_state *state)
{
	struct page_tab *tab = page_tab(p);
	struct place top = tab->top;
	size_t height = page_height(p), n = p->job.n > PAGE_CHUNK ? PAGE_CHUNK : (size_t)p->job.n;
	size_t rows = page_rows_after(p, top, height + n);
	size_t step = rows > height ? rows - height : 0;
	page_forward(p, &tab->top, step);
	p->job.n -= (int64_t)step;
	if (step)
		*wishes |= PAGE_DRAW;
	if (!p->job.n)
		return true;
	if (step < n) {
		if (tab->ended) {
			if (step == 0)
				*wishes |= p->conf.quit_at_eof ? PAGE_QUIT : PAGE_BELL;
			return true;
		}
		*state = page_fetch(p, page_lines(p) + n - step);
		if (*state == DOC_END)
			*state = DOC_MORE; /* the rest of the way is gone next time */
		return false;
	}
	*state = DOC_MORE;
	return false;
}

static bool page_move_up(struct page *p, unsigned *wishes, enum doc_state *state)
{
	struct page_tab *tab = page_tab(p);
	size_t n = p->job.n < -PAGE_CHUNK ? PAGE_CHUNK : (size_t)-p->job.n;
	struct place at = tab->top;
	size_t step = page_back(p, &at, n);
	if (step)
		*wishes |= PAGE_DRAW;
	tab->top = at;
	p->job.n += (int64_t)step;
	if (step < n) {
		if (!step)
			*wishes |= PAGE_BELL;
		return true;
	}
	*state = DOC_MORE;
	return p->job.n == 0;
}

/* ---------------------------------------------------------------- places far away */

/* Read on until `done` lines are known or there is no more. True when that is so. */
static bool page_read_to(struct page *p, size_t want, enum doc_state *state)
{
	int64_t deadline = page_deadline();
	*state = DOC_MORE;
	while (!page_tab(p)->ended && page_lines(p) < want) {
		*state = page_fetch(p, want);
		if (*state == DOC_WAIT)
			return false;
		if (page_over(deadline))
			break;
	}
	if (*state == DOC_END)
		*state = DOC_MORE;
	return page_tab(p)->ended || page_lines(p) >= want;
}

static bool page_line_step(struct page *p, unsigned *wishes, enum doc_state *state)
{
	uint64_t number = (uint64_t)p->job.n;
	size_t lines = page_lines(p);
	const struct doc *d = page_tab(p)->doc;
	struct doc_line info = { 0 };
	if (lines)
		d->ops->line(d->ctx, lines - 1, &info);
	/* Decorations count no lines of the input, so know one more than the number asks for. */
	uint64_t missing = info.number < number ? number - info.number : 0;
	if (missing && !page_tab(p)->ended) {
		page_read_to(p, lines + (size_t)missing, state);
		return false;
	}
	size_t line = page_line_of_number(p, number);
	if (line >= lines) {
		page_tab(p)->top = page_last_top(p);
		page_say(p, "there is no line %llu", (unsigned long long)number);
		*wishes |= PAGE_BELL;
	} else {
		page_show(p, line, 0);
		/* Line 1 is seen with what stands above it. */
		if (number <= 1)
			page_tab(p)->top = (struct place){ 0, 0 };
		page_clamp(p, &page_tab(p)->top);
	}
	*wishes |= PAGE_DRAW;
	return true;
}

static bool page_end_step(struct page *p, unsigned *wishes, enum doc_state *state)
{
	if (!page_read_to(p, SIZE_MAX, state))
		return false;
	page_tab(p)->top = page_last_top(p);
	*wishes |= PAGE_DRAW;
	return true;
}

static bool page_percent_step(struct page *p, unsigned *wishes, enum doc_state *state)
{
	const struct doc *d = page_tab(p)->doc;
	uint64_t size = doc_size(d);
	if (size == UINT64_MAX && !page_read_to(p, SIZE_MAX, state))
		return false;
	size = doc_size(d);
	uint64_t part = (uint64_t)p->job.n;
	size_t lines = page_lines(p),
	       line = lines ? (size_t)((double)(lines - 1) * (double)part / 100000.0) : 0;
	if (size != UINT64_MAX) {
		uint64_t offset = (uint64_t)((double)size * (double)part / 100000.0);
		struct doc_line info = { 0 };
		if (lines)
			d->ops->line(d->ctx, lines - 1, &info);
		if (!page_tab(p)->ended && (!lines || info.offset <= offset)) {
			page_read_to(p, lines + 4096, state);
			return false;
		}
		line = lines ? page_line_of_offset(p, offset) : 0;
	}
	page_show(p, line, 0);
	struct place last = page_last_top(p);
	struct place *top = &page_tab(p)->top;
	if (page_tab(p)->ended &&
		(top->line > last.line || (top->line == last.line && top->row > last.row)))
		*top = last;
	if (part == 0)
		*top = (struct place){ 0, 0 };
	*wishes |= PAGE_DRAW;
	return true;
}

/* What the file has got since its end was seen. A file that was cut off or replaced is read anew. */
static bool page_grow(struct page *p)
{
	struct page_tab *tab = page_tab(p);
	int grown = tab->doc->ops->grow ? tab->doc->ops->grow(tab->doc->ctx) : 0;
	if (grown == 0)
		return false;
	tab->ended = false;
	if (grown < 0 && page_reread(p))
		p->job.n = 0;
	return true;
}

/* F: the end stays in sight until a key ends it. */
static bool page_follow_step(struct page *p, unsigned *wishes, enum doc_state *state)
{
	size_t lines = page_lines(p);
	uint64_t version = doc_version(page_tab(p)->doc);
	struct place top = page_tab(p)->top;
	*state = page_fetch(p, lines + PAGE_CHUNK);
	if (*state == DOC_END)
		*state = page_grow(p) ? DOC_MORE : DOC_WAIT; /* a file may grow: the caller comes again after a while */
	if (page_lines(p) != lines || doc_version(page_tab(p)->doc) != version) {
		page_tab(p)->top = page_last_top(p);
		*wishes |= PAGE_DRAW;
	} else if (!p->job.n) {
		page_tab(p)->top = page_last_top(p);
		p->job.n = 1;
	}
	if (page_tab(p)->top.line != top.line || page_tab(p)->top.row != top.row)
		*wishes |= PAGE_DRAW;
	return false;
}

bool page_job_step(struct page *p, unsigned *wishes, enum doc_state *state)
{
	*state = DOC_MORE;
	switch (p->job.kind) {
	case JOB_NONE: return true;
	case JOB_MOVE:
		return p->job.n > 0 ? page_move_down(p, wishes, state)
				    : page_move_up(p, wishes, state);
	case JOB_LINE: return page_line_step(p, wishes, state);
	case JOB_END: return page_end_step(p, wishes, state);
	case JOB_PERCENT: return page_percent_step(p, wishes, state);
	case JOB_SEARCH: return page_search_step(p, wishes, state);
	case JOB_FOLLOW: return page_follow_step(p, wishes, state);
	}
	return true;
}
