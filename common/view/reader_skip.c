#include "reader_own.h"

#include <string.h>
#include <unistd.h>

#include "ember/view/tail.h"

static uint64_t skip_first_wanted(const struct range_set *set)
{
	uint64_t first = UINT64_MAX;
	for (size_t i = 0; i < set->of.n; i++)
		if (set->of.p[i].first.n < first)
			first = set->of.p[i].first.n;
	return first;
}

/* Each line counts as one and changes nothing that later lines depend on. */
static bool skip_is_simple(const struct reader *r)
{
	return !r->inside && !r->cutter.cutting && !r->conf->format.squeeze && !r->conf->format.number_nonblank &&
		look_same(r->sgr, (struct look){ 0 });
}

void reader_skip_lines(struct reader *r)
{
	if (!r->want || range_reach(r->want) || !skip_is_simple(r))
		return;
	uint64_t first = skip_first_wanted(r->want), keep = r->tokens ? READER_GUESS : 0;
	if (r->tokens && first <= READER_EXACT)
		return;
	if (first == UINT64_MAX || first <= r->number + 1 + keep)
		return;
	uint64_t most = first - 1 - keep - r->number, n = 0;
	const char *p = r->text.p + r->split, *end = r->text.p + r->text.n;
	const char *esc = p < end ? memchr(p, '\x1b', (size_t)(end - p)) : NULL;
	end = esc ? esc : end;
	for (const char *lf; n < most && p < end && (lf = memchr(p, '\n', (size_t)(end - p))) != NULL; n++)
		p = lf + 1;
	if (n == 0)
		return;
	r->number += n;
	r->shown += n;
	r->empty = 0;
	r->gap = r->guessed = true;
	r->split = (size_t)(p - r->text.p);
	r->cutter.known = 0;
}

void reader_skip_to_tail(struct reader *r)
{
	uint64_t lines = r->want ? range_tail(r->want) : 0;
	const struct nonprint_conf *f = &r->conf->format;
	if (!lines || !r->regular || r->input_ended || r->decode.encoding != DECODE_UTF8 || f->squeeze || f->number_nonblank)
		return;
	off_t now = lseek(r->fd, 0, SEEK_CUR), start = now - (off_t)r->head, at;
	bool found = now >= 0 && tail_find(r->fd, start, lines, &at);
	if (!found || at <= now) {
		(void)lseek(r->fd, now, SEEK_SET);
		return;
	}
	bool counts = !r->streams || (r->conf->parts & (DECORATE_NUMBERS | DECORATE_CHANGES)) || r->conf->marks;
	if (counts)
		r->number = r->shown = tail_count(r->fd, start, at);
	(void)lseek(r->fd, at, SEEK_SET);
	r->text.n = r->split = r->cutter.known = 0;
	r->base = (uint64_t)(at - start);
	r->want = NULL;
	r->guessed = true;
}
