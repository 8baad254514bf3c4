#include "ember/view/wrap.h"

#include <stdio.h>
#include <string.h>

#include "ember/base/size.h"
#include "ember/text/ansi.h"
#include "ember/text/lanes.h"
#include "ember/text/safe.h"
#include "ember/text/utf8.h"
#include "ember/text/width.h"
#include "ember/view/nonprint.h"

/* A place in the line to which a row can be taken back, for breaks between words. */
struct wrap_break {
	bool set;
	size_t text, runs, pieces, src, run;
	uint32_t cols, run_end;
	unsigned pos;
};

/* One line on its way into rows. */
struct wrap_job {
	struct wrap *w;
	const struct wrap_conf *c;
	const struct wrap_gutter *g;
	const struct marked *line;
	const struct look *fill;
	struct wrap_row row;
	unsigned pos;      /* cells since the start of the line's text, for TABs and `left` */
	size_t run;        /* of line->runs, at the byte in work */
	bool cut;          /* the rest is past the end of a cut row */
	struct wrap_break last;
};

static void wrap_run(struct wrap_job *j, struct look look)
{
	struct wrap *w = j->w;
	uint32_t end = u32(w->text.n - j->row.text);
	struct run *last = w->runs.of.n > j->row.run ? &w->runs.of.p[w->runs.of.n - 1] : NULL;
	if (last && look_same(last->look, look) && last->look.link == look.link)
		last->end = end;
	else
		VEC_PUSH(&w->runs.of) = (struct run){ end, look };
}

static unsigned wrap_gutter_cols(const struct wrap_job *j)
{
	return j->g ? j->g->cols : 0;
}

static void wrap_open(struct wrap_job *j, const struct marked *gutter, size_t src)
{
	struct wrap *w = j->w;
	j->row = (struct wrap_row){ .text = w->text.n, .run = w->runs.of.n, .piece = w->pieces.n,
		.from = u32(src), .cols = wrap_gutter_cols(j) };
	j->last.set = false;
	if (!gutter)
		return;
	buf_str(&w->text, buf_view(&gutter->text));
	for (size_t i = 0; i < gutter->runs.of.n; i++)
		VEC_PUSH(&w->runs.of) = gutter->runs.of.p[i];
}

static void wrap_close(struct wrap_job *j, size_t src)
{
	struct wrap *w = j->w;
	if (j->fill && j->row.cols < j->c->cols) {
		buf_fill(&w->text, ' ', j->c->cols - j->row.cols);
		j->row.cols = j->c->cols;
		VEC_PUSH(&w->pieces) = (struct row_piece){ u32(w->text.n - j->row.text), ROW_NOTHING };
		wrap_run(j, *j->fill);
	}
	j->row.text_end = w->text.n;
	j->row.run_end = w->runs.of.n;
	j->row.piece_end = w->pieces.n;
	j->row.to = u32(src);
	VEC_PUSH(&w->rows) = j->row;
}

/* Put the row back to where its last word ended; returns the byte to go on with. */
static size_t wrap_take_back(struct wrap_job *j)
{
	struct wrap *w = j->w;
	w->text.n = j->last.text;
	w->runs.of.n = j->last.runs;
	w->pieces.n = j->last.pieces;
	if (w->runs.of.n > j->row.run)
		w->runs.of.p[w->runs.of.n - 1].end = j->last.run_end;
	j->row.cols = j->last.cols;
	j->pos = j->last.pos;
	j->run = j->last.run;
	return j->last.src;
}

static void wrap_remember(struct wrap_job *j, size_t src)
{
	const struct wrap *w = j->w;
	size_t n = w->runs.of.n;
	j->last = (struct wrap_break){ .set = true, .text = w->text.n, .runs = n, .pieces = w->pieces.n,
		.src = src, .run = j->run, .cols = j->row.cols, .pos = j->pos,
		.run_end = n > j->row.run ? w->runs.of.p[n - 1].end : 0 };
}

static unsigned wrap_space(const struct wrap_job *j)
{
	if (j->c->cols == 0)
		return UINT32_MAX;
	return j->c->cols > j->row.cols ? j->c->cols - j->row.cols : 0;
}

static bool wrap_row_empty(const struct wrap_job *j)
{
	return j->row.cols == wrap_gutter_cols(j);
}

/* What text may take of this row, or of the next when this one is full. */
static unsigned wrap_room(const struct wrap_job *j)
{
	const unsigned space = wrap_space(j), gutter = wrap_gutter_cols(j);
	return space ? space : j->c->cols > gutter ? j->c->cols - gutter : 1;
}

/* Text that stands for the line's bytes from src on. */
static void wrap_emit(struct wrap_job *j, struct str text, unsigned cols, struct look look, size_t src)
{
	struct wrap *w = j->w;
	uint32_t at = u32(w->text.n - j->row.text);
	const struct row_piece *last = w->pieces.n > j->row.piece ? &w->pieces.p[w->pieces.n - 1] : NULL;
	const bool literal = j->line->text.p && text.p == j->line->text.p + src;
	if (!last || (literal ? at - last->row != u32(src) - last->line : last->line != u32(src)))
		VEC_PUSH(&w->pieces) = (struct row_piece){ at, u32(src) };
	buf_str(&w->text, text);
	j->row.cols += cols;
	wrap_run(j, look);
}

/* As wrap_emit, but the text may have to go to the next row, or be cut. True: it went out. */
static bool wrap_cells(struct wrap_job *j, struct str text, unsigned cols, struct look look, size_t *src)
{
	unsigned skip = j->c->mode == WRAP_NEVER ? j->c->left : 0;
	if (j->pos < skip) {
		unsigned seen = j->pos + cols > skip ? j->pos + cols - skip : 0;
		j->pos += cols;
		for (unsigned i = 0; i < seen && wrap_space(j); i++)
			wrap_emit(j, STR(" "), 1, look, *src);
		return true;
	}
	if (cols > wrap_space(j)) {
		if (j->c->mode == WRAP_NEVER) {
			j->cut = true;
			return false;
		}
		if (j->c->mode == WRAP_WORD && str_eqc(text, " ")) { /* the blank that ends a row takes no cell */
			j->pos += cols;
			wrap_remember(j, *src + 1);
			return true;
		}
		if (!wrap_row_empty(j)) {
			size_t at = *src;
			if (j->c->mode == WRAP_WORD && j->last.set)
				at = wrap_take_back(j);
			wrap_close(j, at);
			wrap_open(j, j->g ? j->g->rest : NULL, at);
			if (at != *src) {
				*src = at;
				return false;
			}
		}
	}
	wrap_emit(j, text, cols, look, *src);
	j->pos += cols;
	if (j->c->mode == WRAP_WORD && j->line->text.p[*src] == ' ')
		wrap_remember(j, *src + 1);
	return true;
}

static struct look wrap_notation(const struct wrap_job *j, struct look look)
{
	uint16_t link = look.link;
	look = look_over(look, j->c->notation);
	look.link = link;
	return look;
}

/* Text in notation goes out cell by cell, so that it wraps too. */
static bool wrap_note(struct wrap_job *j, const char *text, size_t n, struct look look, size_t *src)
{
	look = wrap_notation(j, look);
	for (size_t i = 0; i < n; i++) {
		size_t at = *src;
		if (!wrap_cells(j, (struct str){ text + i, 1 }, 1, look, src) && *src != at)
			return false;
	}
	return true;
}

static bool wrap_tab(struct wrap_job *j, struct look look, size_t *src)
{
	static const char blanks[] = "                ";
	if (j->c->show_tabs)
		return wrap_note(j, "^I", 2, look, src);
	if (j->c->tabs == 0)
		return wrap_cells(j, STR("\t"), 1, look, src);
	unsigned n = j->c->tabs - j->pos % j->c->tabs;
	if (j->c->mode == WRAP_WORD && n > wrap_space(j) && !wrap_row_empty(j)) /* the blanks that end a row are none */
		n = wrap_space(j) ? wrap_space(j) : n;
	while (n) {
		unsigned some = n < sizeof(blanks) - 1 ? n : (unsigned)sizeof(blanks) - 1;
		if (some > wrap_room(j))
			some = wrap_room(j);
		if (!wrap_cells(j, (struct str){ blanks, some }, some, look, src))
			return j->cut;
		n -= some;
	}
	return true;
}

/* One character that is hidden, or one bad byte. */
static bool wrap_hidden(struct wrap_job *j, struct str c, struct look look, size_t *src)
{
	char note[16];
	uint32_t cp;
	int n;
	unsigned char byte = (unsigned char)c.p[0];
	if (byte < 32 || byte == 127)
		n = (int)nonprint_byte(note, byte);
	else if (utf8_decode(c, &cp))
		n = snprintf(note, sizeof(note), "<U+%04X>", (unsigned)cp);
	else
		n = snprintf(note, sizeof(note), "<%02X>", byte);
	return wrap_note(j, note, (size_t)n, look, src);
}

static bool wrap_has_hidden(struct str cluster)
{
	uint32_t cp;
	for (unsigned n; cluster.n; cluster = str_sub(cluster, n, cluster.n)) {
		n = utf8_decode(cluster, &cp);
		if (n == 0 || safe_hidden(cp))
			return true;
	}
	return false;
}

/* What passes at once: an escape sequence, or the cluster. */
static size_t wrap_raw_length(struct str rest, struct str cluster)
{
	enum ansi_kind kind;
	struct str body;
	return rest.p[0] == '\x1b' ? ansi_scan(rest, &kind, &body) : cluster.n;
}

/* A cluster that is more than printable ASCII. Returns the byte to go on with. */
static size_t wrap_cluster(struct wrap_job *j, struct str rest, struct look look, size_t src)
{
	struct str cluster, left = rest;
	char note[4];
	size_t at = src;
	if (rest.p[0] == '\t')
		return wrap_tab(j, look, &at) || at == src ? src + 1 : at;
	if (j->c->show_bytes) {
		unsigned n = nonprint_byte(note, (unsigned char)rest.p[0]);
		return wrap_note(j, note, n, look, &at) || at == src ? src + 1 : at;
	}
	unsigned cols = width_next(&left, &cluster);
	if (j->c->raw && wrap_has_hidden(cluster)) {
		size_t n = wrap_raw_length(rest, cluster);
		return wrap_cells(j, str_sub(rest, 0, n), 0, look, &at) || at == src ? src + n : at;
	}
	if (!wrap_has_hidden(cluster))
		return wrap_cells(j, cluster, cols, look, &at) || at == src ? src + cluster.n : at;
	uint32_t cp;
	unsigned n = utf8_decode(cluster, &cp);
	if (n && !safe_hidden(cp)) /* the hidden one comes later in the cluster */
		return wrap_cells(j, str_sub(cluster, 0, n), width_char(cp), look, &at) || at == src ? src + n : at;
	n = n ? n : 1;
	return wrap_hidden(j, str_sub(cluster, 0, n), look, &at) || at == src ? src + n : at;
}

static bool wrap_is_plain(char c)
{
	return c >= 32 && c < 127;
}

/* As many bytes of printable ASCII as fit the row, in one piece. Returns the byte to go on with. */
static size_t wrap_ascii(struct wrap_job *j, size_t src, size_t end, struct look look)
{
	const char *p = j->line->text.p;
	const bool words = j->c->mode == WRAP_WORD;
	size_t room = wrap_space(j), stop = src;
	if (j->c->mode == WRAP_NEVER && j->pos < j->c->left) {
		size_t skip = j->c->left - j->pos;
		while (stop < end && stop - src < skip && wrap_is_plain(p[stop]))
			stop++;
		j->pos += (unsigned)(stop - src);
		j->row.from = u32(stop);
		return stop;
	}
	while (stop < end && stop - src < room && wrap_is_plain(p[stop]) && !(words && stop > src && p[stop - 1] == ' '))
		stop++;
	/* A mark may follow that belongs to the last character's cell. */
	if (stop < j->line->text.n && (unsigned char)p[stop] >= 0x80 && stop > src)
		stop--;
	if (stop == src)
		return src;
	wrap_emit(j, (struct str){ p + src, stop - src }, (unsigned)(stop - src), look, src);
	j->pos += (unsigned)(stop - src);
	if (words && p[stop - 1] == ' ')
		wrap_remember(j, stop);
	return stop;
}

static struct look wrap_look(struct wrap_job *j, size_t src, size_t *end)
{
	const struct runs *r = &j->line->runs;
	while (j->run < r->of.n && r->of.p[j->run].end <= src)
		j->run++;
	if (j->run == r->of.n)
		return (struct look){ 0 };
	if (r->of.p[j->run].end < *end)
		*end = r->of.p[j->run].end;
	return r->of.p[j->run].look;
}

/* Append the text if each byte of it is printable ASCII, or a TAB that passes. */
static bool wrap_copy(struct buf *to, struct str s, bool tabs)
{
	struct lanes_set bad = lanes_set_of(127);
	size_t i = 0;
	lanes_set_controls(&bad);
	if (tabs)
		lanes_set_keep(&bad, '\t');
	buf_reserve(to, s.n);
	char *out = to->p + to->n;
	for (; i + LANES <= s.n; i += LANES)
		if (lanes_move(&bad, out + i, (const unsigned char *)s.p + i))
			return false;
	for (; i < s.n; i++) {
		if (!wrap_is_plain(s.p[i]) && !(tabs && s.p[i] == '\t'))
			return false;
		out[i] = s.p[i];
	}
	to->n += s.n;
	return true;
}

/* The line from `src` on as it is, when all of that is plain and fits the row: nearly always. */
static bool wrap_rest(struct wrap_job *j, size_t src)
{
	struct wrap *w = j->w;
	const struct str text = str_sub(buf_view(&j->line->text), src, j->line->text.n);
	const struct runs *r = &j->line->runs;
	const bool tabs = !j->c->tabs && !j->c->show_tabs && !j->c->show_bytes;
	const uint32_t base = u32(w->text.n - j->row.text), from = u32(src), n = u32(j->line->text.n);
	if (text.n > wrap_space(j) || (j->c->mode == WRAP_NEVER && j->c->left) || !wrap_copy(&w->text, text, tabs))
		return false;
	VEC_PUSH(&w->pieces) = (struct row_piece){ base, from };
	VEC_RESERVE(&w->runs.of, r->of.n + 1);
	uint32_t at = from;
	for (size_t i = j->run; i < r->of.n && at < n; i++) {
		if (r->of.p[i].end <= at)
			continue;
		at = r->of.p[i].end < n ? r->of.p[i].end : n;
		w->runs.of.p[w->runs.of.n++] = (struct run){ base + at - from, r->of.p[i].look };
	}
	if (at < n)
		wrap_run(j, (struct look){ 0 });
	j->row.cols += u32(text.n);
	return true;
}

void wrap_line(struct wrap *w, const struct wrap_conf *c, const struct wrap_gutter *g,
	const struct marked *line, const struct look *fill)
{
	struct wrap_job j = { .w = w, .c = c, .g = g, .line = line, .fill = fill };
	size_t n = line->text.n, src = 0;
	w->text.n = w->runs.of.n = w->pieces.n = w->rows.n = 0;
	wrap_open(&j, g ? g->first : NULL, 0);
	bool rest = true; /* is not tried yet */
	while (src < n && !j.cut) {
		if (rest && line->text.p[src] != '\t') {
			rest = false;
			if (wrap_rest(&j, src)) {
				src = n;
				break;
			}
		}
		size_t end = n;
		struct look look = wrap_look(&j, src, &end);
		size_t next = wrap_is_plain(line->text.p[src]) ? wrap_ascii(&j, src, end, look) : src;
		if (next == src)
			next = wrap_cluster(&j, (struct str){ line->text.p + src, n - src }, look, src);
		src = next;
	}
	wrap_close(&j, src);
}

struct row wrap_row_at(const struct wrap *w, size_t i, const struct str *links, size_t n_links)
{
	REQUIRE(i < w->rows.n);
	const struct wrap_row *r = &w->rows.p[i];
	return (struct row){
		.text = str_sub(buf_view(&w->text), r->text, r->text_end),
		.runs = r->run_end > r->run ? w->runs.of.p + r->run : NULL,
		.n_runs = r->run_end - r->run,
		.pieces = r->piece_end > r->piece ? w->pieces.p + r->piece : NULL,
		.n_pieces = r->piece_end - r->piece,
		.links = links,
		.n_links = n_links,
		.cols = r->cols,
		.from = r->from,
		.to = r->to,
	};
}

void wrap_fini(struct wrap *w)
{
	buf_fini(&w->text);
	VEC_FREE(&w->runs.of);
	VEC_FREE(&w->pieces);
	VEC_FREE(&w->rows);
}
