#include "reader_own.h"

#include <stdio.h>
#include <string.h>

#include "ember/base/size.h"
#include "ember/text/safe.h"
#include "ember/view/target.h"

#define GUESS_BEYOND 2000 /* lines that are tokenised to reach an exact state */
#define GUESS_ABOVE 200   /* lines that a guess has to settle */

/* ---- tokens */

static struct look reader_style(struct reader *r, uint16_t style)
{
	while (r->styles.n <= style) {
		const struct style *s = tokens_style(r->tokens, (uint16_t)r->styles.n);
		VEC_PUSH(&r->styles) = looks_style(r->conf->theme, s, r->conf->italic);
	}
	return r->styles.p[style];
}

static uint32_t reader_state_before(const struct reader *r, size_t line)
{
	if (line > r->tokenised && line == r->guess_from)
		return 0;
	return line ? r->lines.p[line - 1].state : r->start_state;
}

/* Tokenise one line; its spans as looks when wanted. The state before it is known or guessed. */
static void reader_tokenise(struct reader *r, size_t line, struct str text, struct runs *runs)
{
	size_t n;
	uint32_t before = reader_state_before(r, line);
	/* A line that is too long, or a piece of one, is for the tokeniser an empty one. */
	if (text.n > r->conf->max_highlight || (r->lines.p[line].flags & (READER_INSIDE | READER_PIECE)))
		text.n = 0;
	if (tokens_state(r->tokens) != before)
		tokens_restore(r->tokens, before);
	const struct span *spans = tokens_line(r->tokens, text, &n);
	r->lines.p[line].state = tokens_state(r->tokens);
	if (r->tokenised == line)
		r->tokenised = line + 1;
	else if (r->guess_to == line)
		r->guess_to = line + 1;
	for (size_t i = 0; runs && i < n; i++)
		runs_to(runs, spans[i].end, reader_style(r, spans[i].style));
}

/* Tokenise from *at on, which is r->tokenised or r->guess_to and moves on, up to the line. */
static void reader_tokenise_to(struct reader *r, size_t *at, size_t line)
{
	while (*at < line) {
		struct reader_line *l = &r->lines.p[*at];
		if (l->kind == READER_TEXT) {
			reader_look_ahead(r, l);
			reader_tokenise(r, *at, reader_text(r, *at), NULL);
		} else {
			l->state = reader_state_before(r, *at);
			++*at;
		}
	}
}

/*
 * Make the state before the line known. A line far behind the last known state (a jump in the
 * pager) gets one that grows from a guess a few lines above it instead.
 */
static void reader_reach_state(struct reader *r, size_t line)
{
	if (r->guess_from < r->tokenised)
		r->guess_from = r->guess_to = 0;
	r->guess_used = false;
	if (r->streams || line <= r->tokenised + GUESS_BEYOND) {
		reader_tokenise_to(r, &r->tokenised, line);
		return;
	}
	r->guess_used = true;
	if (r->guess_to == 0 || line < r->guess_from || line > r->guess_to + GUESS_BEYOND)
		r->guess_from = r->guess_to = line - GUESS_ABOVE;
	reader_tokenise_to(r, &r->guess_to, line);
}

void reader_pass(struct reader *r, const struct reader_line *l)
{
	size_t n;
	reader_tokenise_to(r, &r->tokenised, r->lines.n);
	tokens_restore(r->tokens, reader_state_before(r, r->lines.n));
	reader_look_ahead(r, l);
	tokens_line(r->tokens, reader_raw(r, l), &n);
	if (r->lines.n)
		r->lines.p[r->lines.n - 1].state = tokens_state(r->tokens);
	else
		r->start_state = tokens_state(r->tokens);
}

/* ---- rows */

static struct decorate reader_frame_for(const struct reader *r, const struct doc_layout *layout)
{
	struct decorate d = r->frame;
	d.cols = layout->cols;
	if (!layout->decorations) {
		d.parts &= DECORATE_NUMBERS;
		d.marks = false;
	}
	if (layout->numbers)
		d.parts |= DECORATE_NUMBERS;
	else
		d.parts &= ~(unsigned)DECORATE_NUMBERS;
	return d;
}

static struct wrap_conf reader_wrap_conf(const struct reader *r, const struct doc_layout *layout)
{
	static const enum wrap_mode modes[] = { [DOC_CHOP] = WRAP_NEVER, [DOC_WRAP_CHARACTER] = WRAP_CHARACTER,
		[DOC_WRAP_WORD] = WRAP_WORD };
	const struct nonprint_conf *f = &r->conf->format;
	const bool endless = r->streams && layout->wrap == DOC_CHOP; /* the terminal breaks it */
	return (struct wrap_conf){ .cols = endless ? 0 : layout->cols,
		.mode = modes[layout->wrap], .left = layout->left,
		.tabs = r->conf->tabs, .show_tabs = f->tabs, .show_bytes = f->nonprinting,
		.notation = r->conf->looks->notation, .raw = r->conf->raw };
}

static enum decorate_mark reader_mark(const struct reader *r, uint32_t number)
{
	return r->frame.marks ? changes_mark(&r->changes, number) : DECORATE_SAME;
}

/* A link to the line (0: the file) for this row's table; 0 when there is none. */
static uint16_t reader_link(struct reader *r, uint64_t line)
{
	if (!r->conf->hyperlink || r->full.n == 0 || r->links.of.n >= UINT16_MAX)
		return 0;
	buf_clear(&r->link);
	target_put(&r->link, str_from(r->conf->hyperlink), r->full, line);
	if (!safe_clean(buf_view(&r->link), 0))
		return 0;
	VEC_PUSH(&r->links.of) = buf_view(&r->link);
	return (uint16_t)r->links.of.n;
}

static void reader_gutters(struct reader *r, struct decorate *d, const struct reader_line *l, struct wrap_gutter *g)
{
	d->link = l->flags & READER_INSIDE ? 0 : reader_link(r, l->number);
	marked_clear(&r->gutter);
	marked_clear(&r->gutter_rest);
	bool goes_on = l->flags & READER_INSIDE;
	decorate_gutter(d, &r->gutter, goes_on ? 0 : l->shown,
		goes_on ? DECORATE_SAME : reader_mark(r, l->number));
	decorate_gutter(d, &r->gutter_rest, 0, DECORATE_SAME);
	*g = (struct wrap_gutter){ &r->gutter, &r->gutter_rest, decorate_gutter_cols(d) };
}

static const char *reader_tag(struct reader *r)
{
	if (r->binary)
		return "<BINARY>";
	if (r->input_ended && r->text.n == 0 && r->number == 0)
		return "<EMPTY>";
	switch (r->decode.encoding) {
	case DECODE_UTF16LE:
		return "<UTF-16LE>";
	case DECODE_UTF16BE:
		return "<UTF-16BE>";
	case DECODE_UTF32LE:
		return "<UTF-32LE>";
	case DECODE_UTF32BE:
		return "<UTF-32BE>";
	case DECODE_CP1252:
		return "<CP1252>";
	case DECODE_OTHER:
		return arena_printf(&r->arena, "<%s>", r->conf->encoding).p;
	case DECODE_UTF8:
		break;
	}
	return "";
}

static void reader_notice(struct reader *r, struct marked *m)
{
	struct look note = r->conf->looks->note;
	marked_add(m, STR("Binary content"), note);
	if (r->name.n) {
		marked_add(m, STR(" of "), note);
		marked_add(m, buf_view(&r->name), note);
	}
	marked_add(m, STR(" is not shown; option -A shows it"), note);
}

/* Rows of a header, a grid line and their like. */
static void reader_build_decoration(struct reader *r, struct decorate *d, enum reader_kind kind,
	const struct doc_layout *layout)
{
	struct wrap_gutter g = { &r->gutter, &r->gutter, 0 };
	struct wrap_conf c = { .cols = layout->cols, .mode = WRAP_CHARACTER, .notation = r->conf->looks->notation };
	marked_clear(&r->plain);
	marked_clear(&r->gutter);
	r->links.of.n = 0;
	switch (kind) {
	case READER_TOP:
		decorate_line(d, &r->plain, DECORATE_TOP);
		break;
	case READER_MIDDLE:
		decorate_line(d, &r->plain, DECORATE_MIDDLE);
		break;
	case READER_BOTTOM:
		decorate_line(d, &r->plain, DECORATE_BOTTOM);
		break;
	case READER_RULE:
		decorate_line(d, &r->plain, DECORATE_FLAT);
		break;
	case READER_SNIP:
		decorate_snip(d, &r->plain);
		break;
	case READER_NAME:
		d->link = reader_link(r, 0);
		decorate_name(d, &r->plain, buf_view(&r->name), str_from(reader_tag(r)));
		break;
	case READER_SIZE:
		decorate_size(d, &r->plain, r->size);
		break;
	case READER_NOTICE:
		reader_notice(r, &r->plain);
		break;
	case READER_BLANK:
	case READER_TEXT:
		break;
	}
	if (kind == READER_NAME || kind == READER_SIZE || kind == READER_NOTICE) {
		decorate_gutter_empty(d, &r->gutter);
		g.cols = decorate_gutter_cols(d);
	}
	wrap_line(&r->wrap, &c, &g, &r->plain, NULL);
	r->wrap.pieces.n = 0;
	for (size_t i = 0; i < r->wrap.rows.n; i++)
		r->wrap.rows.p[i].piece = r->wrap.rows.p[i].piece_end = 0;
}

/* Lay the background (or underline) of a marked line under its looks. */
static void reader_lay_mark(struct marked *m, struct look mark)
{
	runs_end(&m->runs, u32(m->text.n));
	for (size_t i = 0; i < m->runs.of.n; i++) {
		struct look *look = &m->runs.of.p[i].look;
		if (color_is_default(look->bg))
			look->bg = mark.bg;
		look->font |= mark.font;
	}
}

static void reader_build_text(struct reader *r, size_t line, const struct doc_layout *layout)
{
	const struct reader_conf *c = r->conf;
	const struct reader_line *l = &r->lines.p[line];
	const bool tokenises = r->tokens && r->language;
	if (tokenises) { /* first, as it reads on: the text may move, and links lie in it */
		reader_reach_state(r, line);
		reader_look_ahead(r, l);
	}
	struct decorate d = reader_frame_for(r, layout);
	struct wrap_conf w = reader_wrap_conf(r, layout);
	struct wrap_gutter g;
	struct marked *own = reader_plain(r, l);
	reader_gutters(r, &d, l, &g);
	if (tokenises) {
		r->spans.of.n = 0;
		reader_tokenise(r, line, buf_view(&own->text), &r->spans);
		runs_lay(&r->laid, &r->spans, &own->runs, u32(own->text.n));
		struct runs swap = own->runs;
		own->runs = r->laid;
		r->laid = swap;
	}
	if (c->highlight) {
		runs_end(&own->runs, u32(own->text.n));
		highlight_lay(c->highlight, own, c->looks->matched);
	}
	if ((c->format.ends || c->format.nonprinting) && (l->flags & READER_CR))
		marked_add(own, STR("^M"), c->looks->notation);
	if (c->format.ends && (l->flags & READER_LF))
		marked_add(own, STR("$"), c->looks->notation);
	bool marked = c->marks && !(l->flags & READER_INSIDE) && range_has(c->marks, l->number, UINT64_MAX);
	if (marked)
		reader_lay_mark(own, c->looks->marked);
	wrap_line(&r->wrap, &w, &g, own, marked && !color_is_default(c->looks->marked.bg) ? &c->looks->marked : NULL);
}

static bool reader_left_out(const struct reader_line *l, const struct doc_layout *layout)
{
	return !layout->decorations && l->kind != READER_TEXT && l->kind != READER_NOTICE;
}

void reader_build(struct reader *r, size_t line, const struct doc_layout *layout)
{
	const struct doc_layout *was = &r->layout;
	if (r->built == line && was->cols == layout->cols && was->wrap == layout->wrap && was->left == layout->left &&
		was->numbers == layout->numbers && was->decorations == layout->decorations)
		return;
	const struct reader_line *l = &r->lines.p[line];
	if (reader_left_out(l, layout)) {
		r->wrap.rows.n = 0;
	} else if (l->kind == READER_TEXT) {
		reader_build_text(r, line, layout);
	} else {
		struct decorate d = reader_frame_for(r, layout);
		reader_build_decoration(r, &d, (enum reader_kind)l->kind, layout);
	}
	r->built = line;
	r->layout = *layout;
}

size_t reader_height(struct reader *r, size_t line, const struct doc_layout *layout)
{
	const struct reader_line *l = &r->lines.p[line];
	if (reader_left_out(l, layout))
		return 0;
	if (l->kind != READER_TEXT || r->built == line) {
		reader_build(r, line, layout);
		return r->wrap.rows.n;
	}
	if (layout->wrap == DOC_CHOP)
		return 1;
	struct decorate d = reader_frame_for(r, layout);
	struct wrap_conf w = reader_wrap_conf(r, layout);
	struct wrap_gutter g = { NULL, NULL, decorate_gutter_cols(&d) };
	struct str text = reader_text(r, line);
	if (text.n + 2 <= w.cols - g.cols && w.cols > g.cols && memchr(text.p ? text.p : "", '\t', text.n) == NULL) {
		bool plain = true; /* bytes that are at most one cell each */
		for (size_t i = 0; i < text.n && plain; i++)
			plain = (unsigned char)text.p[i] >= 32 && (unsigned char)text.p[i] < 127;
		if (plain)
			return 1;
	}
	struct marked m = { .text = { (char *)text.p, text.n, text.n } };
	wrap_line(&r->ruler, &w, &g, &m, NULL);
	return r->ruler.rows.n;
}
