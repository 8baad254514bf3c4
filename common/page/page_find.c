#include "page_impl.h"

#include <string.h>

#include "ember/text/width.h"

#define WHOLE_LINE UINT32_MAX

enum { FIND_LINES = 64, FIND_BYTES = 1 << 16, FIND_BEFORE = 4096 };

static struct str page_text(struct page *p, size_t line)
{
	const struct doc *d = page_tab(p)->doc;
	return d->ops->text(d->ctx, line);
}

struct str page_search_text(struct page *p, size_t line)
{
	return search_text(&p->search, page_text(p, line));
}

int page_pattern(struct page *p, struct search *s, struct str text, unsigned flags)
{
	char why[RX_WHY_MAX] = "";
	struct err e = { 0 };
	if (search_set(s, text, flags, p->conf.ignore_case, why, &e) == 0)
		return 0;
	page_say(p, "pattern: %s", why[0] ? why : e.what ? e.what : "invalid");
	return -1;
}

/* ---------------------------------------------------------------- filter */

static void page_filter_forget(struct page *p)
{
	for (size_t i = 0; i <= p->conf.n_docs; i++)
		p->tabs[i].shown.n = 0;
}

void page_filter(struct page *p, struct str text, unsigned flags)
{
	struct page_tab *tab = page_tab(p);
	if (text.n && page_pattern(p, &p->filter, text, flags) != 0)
		return;
	page_filter_forget(p);
	p->filtering = text.n > 0;
	page_tally_start(p);
	tab->top.row = 0;
	page_clamp(p, &tab->top);
}

bool page_filtered_out(struct page *p, size_t line)
{
	struct page_tab *tab = page_tab(p);
	if (tab->doc == &p->help)
		return false;
	while (tab->shown.n <= line)
		VEC_PUSH(&tab->shown) = 0;
	signed char *shown = &tab->shown.p[line];
	if (!*shown)
		*shown = search_line(&p->filter, search_text(&p->filter, page_text(p, line))) ? 1
											      : -1;
	return *shown < 0;
}

/* ---------------------------------------------------------------- searching */

static bool page_hit_in_sight(const struct page *p, struct place bottom)
{
	const struct page_tab *tab = page_tab(p);
	return p->has_hit && p->hit_doc == p->at && p->hit.line >= tab->top.line &&
		p->hit.line <= bottom.line;
}

void page_search_start(struct page *p, bool back, int64_t n, bool first_page)
{
	struct page_tab *tab = page_tab(p);
	struct job job = {
		.kind = JOB_SEARCH, .n = n, .back = back, .doc = p->at, .first_page = first_page
	};
	uint32_t top = page_byte(p, tab->top);
	struct place bottom = tab->top;
	page_forward(p, &bottom, page_height(p));
	if (!search_ready(&p->search)) {
		page_say(p, "no pattern yet");
		return;
	}
	if (!first_page && page_hit_in_sight(p, bottom)) {
		job.at.line = p->hit.line;
		job.at.from = back                ? p->hit.from
			: p->hit.to > p->hit.from ? p->hit.to
						  : p->hit.from + 1;
	} else if (first_page && back) { /* from the bottom of the screen up */
		job.at = (struct search_hit){ bottom.line, bottom.row ? WHOLE_LINE : 0, 0 };
	} else if (first_page) {
		job.at = (struct search_hit){ tab->top.line, top, 0 };
	} else if (back) {
		job.at = (struct search_hit){ tab->top.line, top, 0 };
	} else {
		job.at = (struct search_hit){ tab->top.line + 1, 0, 0 };
	}
	page_remember(p);
	p->job = job;
}

/* Cut-off lines move to the side until the match is seen. */
static void page_show_side(struct page *p)
{
	struct doc_layout layout = page_layout(p);
	if (layout.wrap != DOC_CHOP)
		return;
	struct str head = str_sub(page_text(p, p->hit.line), 0, p->hit.from);
	size_t col = width_str(head), half = p->cols / 2 ? p->cols / 2 : 1;
	if (col >= layout.left && col + 16 < layout.left + (size_t)p->cols)
		return;
	p->layout.left = col + 16 < p->cols
		? 0
		: (unsigned)(col / half * half - (col / half ? half / 2 : 0));
}

static bool page_found(struct page *p, struct search_hit hit, unsigned *wishes)
{
	p->hit = hit;
	p->hit_doc = p->at;
	p->has_hit = true;
	p->hide_hits = p->conf.no_highlight;
	page_tally_start(p);
	if (!p->job.keep) {
		page_show(p, hit.line, hit.from);
		page_show_side(p);
	}
	*wishes |= PAGE_DRAW;
	return true;
}

static bool page_not_found(struct page *p, unsigned *wishes)
{
	p->at = p->job.doc;
	page_say(p, "not found: %.*s", STR_ARG(buf_view(&p->search.pattern)));
	*wishes |= PAGE_DRAW | PAGE_BELL;
	return true;
}

/* The next or the last match in the line job.at stands in; moves job.at. */
static bool page_look(struct page *p, struct search_hit *hit)
{
	struct search_hit *at = &p->job.at;
	hit->line = at->line;
	if (p->filtering && page_filtered_out(p, at->line))
		return false;
	struct str text = page_search_text(p, at->line);
	if (p->job.back) {
		if (at->from && search_last(&p->search, text, at->from, hit)) {
			at->from = hit->from;
			return true;
		}
	} else if (search_next(&p->search, text, at->from, text.n, hit)) {
		at->from = hit->to > at->from ? hit->to : at->from + 1;
		return true;
	}
	return false;
}

/* Down, behind the last known line: read on, go on in the next document or from the top. */
static bool page_search_bottom(struct page *p, unsigned *wishes, enum doc_state *state)
{
	struct job *job = &p->job;
	if (!page_tab(p)->ended) {
		*state = page_fetch(p, page_lines(p) + PAGE_CHUNK);
		if (*state == DOC_END)
			*state = DOC_MORE;
		return false;
	}
	if (job->files && p->at + 1 < p->conf.n_docs) {
		page_go(p, p->at + 1);
		job->at = (struct search_hit){ 0 };
		return false;
	}
	if (job->wrap && !job->wrapped) {
		job->wrapped = true;
		job->at = (struct search_hit){ 0 };
		return false;
	}
	return page_not_found(p, wishes);
}

/* Up, before the first line. */
static bool page_search_top(struct page *p, unsigned *wishes, enum doc_state *state)
{
	struct job *job = &p->job;
	bool before = job->files && p->at > 0 && p->at < p->conf.n_docs;
	if (!before && (!job->wrap || job->wrapped))
		return page_not_found(p, wishes);
	if (before)
		page_go(p, p->at - 1);
	else
		job->wrapped = true;
	/* From its end, which must be known first: job.at stays where it is meanwhile. */
	job->at = (struct search_hit){ SIZE_MAX, WHOLE_LINE, 0 };
	*state = DOC_MORE;
	return false;
}

static bool page_search_known(struct page *p, enum doc_state *state)
{
	if (p->job.at.line != SIZE_MAX)
		return true;
	if (!page_tab(p)->ended) {
		*state = page_fetch(p, SIZE_MAX);
		if (*state == DOC_END)
			*state = DOC_MORE;
		return false;
	}
	p->job.at.line = page_lines(p);
	p->job.at.from = 0;
	return true;
}

bool page_search_step(struct page *p, unsigned *wishes, enum doc_state *state)
{
	struct job *job = &p->job;
	struct search_hit hit;
	int64_t deadline = page_deadline();
	*state = DOC_MORE;
	for (unsigned i = 0; page_search_known(p, state); i++) {
		if (!job->back && job->at.line >= page_lines(p))
			return page_search_bottom(p, wishes, state);
		/* From behind the last line, or from the start of one: the line above it whole. */
		if (job->back && (job->at.from == 0 || job->at.line >= page_lines(p))) {
			if (job->at.line == 0)
				return page_search_top(p, wishes, state);
			job->at.line--;
			job->at.from = WHOLE_LINE;
		}
		if (page_look(p, &hit)) {
			if (--job->n <= 0)
				return page_found(p, hit, wishes);
		} else if (job->back) {
			job->at.from = 0;
		} else {
			job->at.line++;
			job->at.from = 0;
		}
		if (i % FIND_LINES == FIND_LINES - 1 && page_over(deadline))
			break;
	}
	return false;
}

/* ---------------------------------------------------------------- colouring */

static void page_run(struct run *runs, size_t *n, uint32_t end, struct look look)
{
	if (*n && look_same(runs[*n - 1].look, look) && runs[*n - 1].look.link == look.link)
		runs[*n - 1].end = end;
	else
		runs[(*n)++] = (struct run){ end, look };
}

/* The row's runs with the spans (ascending, apart) laid over them. */
static void page_overlay(
	struct page *p, struct row *row, const struct span_look *spans, size_t n_spans)
{
	struct run *runs = arena_alloc(
		&p->arena, (2 * row->n_runs + 4 * n_spans + 4) * sizeof(*runs));
	uint32_t at = 0, all = (uint32_t)row->text.n;
	size_t n = 0, r = 0, s = 0;
	while (at < all) {
		while (r < row->n_runs && row->runs[r].end <= at)
			r++;
		while (s < n_spans && spans[s].to <= at)
			s++;
		struct look look = r < row->n_runs ? row->runs[r].look : (struct look){ 0 };
		uint32_t end = r < row->n_runs && row->runs[r].end < all ? row->runs[r].end : all;
		if (s < n_spans && at >= spans[s].from) {
			unsigned kept = LOOK_BOLD | LOOK_ITALIC | LOOK_UNDERLINE | LOOK_STRIKE;
			look.fg = spans[s].look.fg;
			look.bg = spans[s].look.bg;
			look.font = (uint16_t)((look.font & kept) | spans[s].look.font);
			end = end < spans[s].to ? end : spans[s].to;
		} else if (s < n_spans && end > spans[s].from) {
			end = spans[s].from;
		}
		page_run(runs, &n, end, look);
		at = end;
	}
	row->runs = runs;
	row->n_runs = n;
}

static bool page_is_hit(const struct page *p, const struct search_hit *hit)
{
	return p->has_hit && p->hit_doc == p->at && p->hit.line == hit->line &&
		p->hit.from == hit->from;
}

/* Matches that begin in the bytes shown, or so little before that they may reach into them. */
static void page_find_spans(struct page *p, size_t line, uint32_t from, uint32_t to)
{
	struct search_hit hit = { .line = line };
	struct str text = page_search_text(p, line);
	size_t at = from > FIND_BEFORE ? from - FIND_BEFORE : 0, end = to < text.n ? to : text.n;
	while (at && at < text.n && ((unsigned char)text.p[at] & 0xc0) == 0x80)
		at++; /* not into the middle of a character */
	p->spans.n = 0;
	while (p->spans.n < PAGE_HITS_MAX && search_next(&p->search, text, at, end, &hit)) {
		struct look look = page_is_hit(p, &hit) ? p->conf.match_here : p->conf.match;
		VEC_PUSH(&p->spans) = (struct span_look){ hit.from, hit.to, look };
		at = hit.to > at ? hit.to : at + 1;
	}
}

void page_paint_hits(struct page *p, size_t line, struct row *rows, size_t n)
{
	if (!n || p->hide_hits || !search_ready(&p->search) || page_tab(p)->doc == &p->help)
		return;
	if (p->search.flags & SEARCH_NOT) /* nearly everything would be coloured */
		return;
	page_find_spans(p, line, rows[0].from, rows[n - 1].to);
	for (size_t i = 0; p->spans.n && i < n; i++) {
		p->row_spans.n = 0;
		uint32_t last = 0;
		for (size_t s = 0; s < p->spans.n; s++) {
			struct span_look span = p->spans.p[s];
			if (row_range(&rows[i], span.from, span.to, &span.from, &span.to) &&
				span.from >= last) {
				VEC_PUSH(&p->row_spans) = span;
				last = span.to;
			}
		}
		if (p->row_spans.n)
			page_overlay(p, &rows[i], p->row_spans.p, p->row_spans.n);
	}
}
