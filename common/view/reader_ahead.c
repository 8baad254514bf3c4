#include "reader_own.h"

#include "ember/os/file.h"

#define AHEAD_LINES 130 /* that are read in before a line is tokenised, where they can be */
#define AHEAD_BYTES ((size_t)256 << 10)

/* Where the text goes on behind the line at `at`, in r->text; false when that is not known. */
static bool reader_behind(const struct reader *r, const struct reader_line *l, size_t *at)
{
	if (!(l->flags & READER_LF))
		return false;
	*at = (size_t)(l->at - r->base) + l->n + ((l->flags & READER_CR) != 0) + 1;
	return *at <= r->text.n;
}

/* Are the lines that may be asked for in r->text? */
static bool reader_enough(const struct reader *r, size_t at)
{
	struct str rest = str_sub(buf_view(&r->text), at, r->text.n), line;
	size_t n = 0;
	if (r->input_ended || rest.n >= AHEAD_BYTES)
		return true;
	while (n < AHEAD_LINES && str_line(&rest, &line))
		n++;
	return n == AHEAD_LINES && rest.n;
}

void reader_look_ahead(struct reader *r, const struct reader_line *l)
{
	size_t at;
	r->ahead_known = tokens_branches(r->tokens) && reader_behind(r, l, &at);
	if (!r->ahead_known)
		return;
	tokens_ahead(r->tokens, reader_ahead_line, r);
	uint64_t from = r->base + at;
	while (!r->ended && !reader_enough(r, (size_t)(from - r->base)) && (r->regular || file_ready(r->fd)))
		reader_read(r, (size_t)64 << 10);
	r->ahead_at = from;
	r->ahead_next = 0;
}

bool reader_ahead_line(void *ctx, size_t i, struct str *line)
{
	struct reader *r = ctx;
	if (!r->ahead_known || i != r->ahead_next)
		return false;
	struct str rest = str_sub(buf_view(&r->text), (size_t)(r->ahead_at - r->base), r->text.n);
	size_t n = str_chr(rest, '\n');
	if (n == STR_NONE && (!r->input_ended || !rest.n))
		return false;
	*line = str_sub(rest, 0, n == STR_NONE ? rest.n : n);
	r->ahead_at += line->n + (n != STR_NONE);
	r->ahead_next++;
	return true;
}
