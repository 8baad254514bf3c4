#include "page_impl.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/mem.h"
#include "ember/text/utf8.h"

enum { PROMPT_MAX = 4096 };

void page_prompt_open(struct page *p, enum prompt_kind kind, char option)
{
	struct prompt *t = &p->prompt;
	struct buf kept = t->text;
	buf_clear(&kept);
	*t = (struct prompt){ .kind = kind, .text = kept, .option = option };
}

/* ---------------------------------------------------------------- history */

static void page_history_add(struct page *p, struct str text)
{
	if (!text.n || (p->history.n && str_eq(p->history.p[p->history.n - 1], text)))
		return;
	if (p->history.n == PAGE_HISTORY) {
		free((char *)p->history.p[0].p);
		memmove(p->history.p, p->history.p + 1, (PAGE_HISTORY - 1) * sizeof(*p->history.p));
		p->history.n--;
	}
	char *copy = mem_alloc(text.n);
	memcpy(copy, text.p, text.n);
	VEC_PUSH(&p->history) = (struct str){ copy, text.n };
}

void page_history_fini(struct page *p)
{
	for (size_t i = 0; i < p->history.n; i++)
		free((char *)p->history.p[i].p);
	VEC_FREE(&p->history);
}

static void prompt_recall(struct page *p, bool older)
{
	struct prompt *t = &p->prompt;
	if (t->kind == PROMPT_NUMBER || (older ? t->history >= p->history.n : t->history == 0))
		return;
	t->history += older ? 1 : (size_t)-1;
	buf_clear(&t->text);
	if (t->history)
		buf_str(&t->text, p->history.p[p->history.n - t->history]);
	t->at = t->text.n;
}

/* ---------------------------------------------------------------- editing */

static size_t prompt_left(const struct prompt *t, size_t at)
{
	while (at && ((unsigned char)t->text.p[--at] & 0xc0) == 0x80)
		;
	return at;
}

static size_t prompt_right(const struct prompt *t, size_t at)
{
	while (at < t->text.n && ++at < t->text.n && ((unsigned char)t->text.p[at] & 0xc0) == 0x80)
		;
	return at;
}

static void prompt_cut(struct prompt *t, size_t from, size_t to)
{
	if (from < to)
		memmove(t->text.p + from, t->text.p + to, t->text.n - to);
	t->text.n -= to - from;
	t->at = from;
}

static void prompt_insert(struct prompt *t, uint32_t cp)
{
	char c[4];
	unsigned n = utf8_encode(c, cp);
	if (t->text.n + n > PROMPT_MAX)
		return;
	buf_reserve(&t->text, n);
	memmove(t->text.p + t->at + n, t->text.p + t->at, t->text.n - t->at);
	memcpy(t->text.p + t->at, c, n);
	t->text.n += n;
	t->at += n;
}

static size_t prompt_word(const struct prompt *t)
{
	size_t at = t->at;
	while (at && t->text.p[at - 1] == ' ')
		at--;
	while (at && t->text.p[at - 1] != ' ')
		at--;
	return at;
}

/* ---------------------------------------------------------------- done */

static unsigned prompt_search(struct page *p, bool back)
{
	struct prompt *t = &p->prompt;
	struct str text = buf_view(&t->text);
	bool first_page = true;
	if (text.n || t->flags) {
		if (page_pattern(p, &p->search, text.n ? text : buf_view(&p->search.pattern),
			    t->flags) != 0)
			return PAGE_BELL | PAGE_DRAW;
		p->has_hit = false;
	} else {
		first_page = false; /* the last pattern again: from the match on */
	}
	p->search_back = back;
	p->hide_hits = p->conf.no_highlight;
	if (t->from_first && p->at < p->conf.n_docs) {
		page_remember(p);
		page_go(p, back ? p->conf.n_docs - 1 : 0);
		page_tab(p)->top = (struct place){ 0, 0 };
	}
	page_search_start(p, back, p->count > 0 ? p->count : 1, first_page);
	p->job.wrap = t->wrap;
	p->job.files = t->files || t->from_first;
	p->job.keep = t->keep;
	return PAGE_DRAW;
}

static unsigned prompt_done(struct page *p)
{
	enum prompt_kind kind = p->prompt.kind;
	struct str text = buf_view(&p->prompt.text);
	unsigned wishes = PAGE_DRAW;
	p->prompt.kind = PROMPT_NONE;
	if (kind != PROMPT_NUMBER)
		page_history_add(p, text);
	if (kind == PROMPT_NUMBER)
		wishes |= page_option_value(p, p->prompt.option, text);
	else if (kind == PROMPT_FILTER)
		page_filter(p, text, p->prompt.flags);
	else
		wishes |= prompt_search(p, kind == PROMPT_SEARCH_BACK);
	p->count = -1;
	return wishes;
}

/* Signs in front of a pattern, each as its own key or as the letter it has in an empty prompt. */
static bool prompt_sign(struct prompt *t, uint32_t key)
{
	bool search = t->kind == PROMPT_SEARCH || t->kind == PROMPT_SEARCH_BACK;
	if (t->text.n || t->kind == PROMPT_NUMBER)
		return false;
	switch (key) {
	case '!':
	case 'N' & 31: t->flags ^= SEARCH_NOT; return true;
	case 'R' & 31: t->flags ^= SEARCH_LITERAL; return true;
	default: break;
	}
	if (!search)
		return false;
	switch (key) {
	case '*':
	case 'E' & 31: t->files = !t->files; return true;
	case '@':
	case 'F' & 31: t->from_first = !t->from_first; return true;
	case 'K' & 31: t->keep = !t->keep; return true;
	case 'W' & 31: t->wrap = !t->wrap; return true;
	default: return false;
	}
}

static unsigned prompt_cancel(struct page *p)
{
	p->prompt.kind = PROMPT_NONE;
	p->count = -1;
	return PAGE_DRAW;
}

unsigned page_prompt_key(struct page *p, uint32_t key)
{
	struct prompt *t = &p->prompt;
	if (prompt_sign(t, key))
		return PAGE_DRAW;
	switch (key) {
	case '\r':
	case '\n': return prompt_done(p);
	case KEYS_ESC:
	case 'G' & 31: return prompt_cancel(p);
	case KEYS_BACKSPACE:
	case 'H' & 31:
	case 127:
		if (!t->text.n)
			return prompt_cancel(p);
		prompt_cut(t, prompt_left(t, t->at), t->at);
		break;
	case KEYS_DELETE: prompt_cut(t, t->at, prompt_right(t, t->at)); break;
	case 'U' & 31: prompt_cut(t, 0, t->at); break;
	case 'W' & 31: prompt_cut(t, prompt_word(t), t->at); break;
	case KEYS_LEFT: t->at = prompt_left(t, t->at); break;
	case KEYS_RIGHT: t->at = prompt_right(t, t->at); break;
	case KEYS_HOME:
	case 'A' & 31: t->at = 0; break;
	case KEYS_END: t->at = t->text.n; break;
	case KEYS_UP:
	case 'P' & 31: prompt_recall(p, true); break;
	case KEYS_DOWN:
	case 'N' & 31: prompt_recall(p, false); break;
	default:
		if (key != '\t' && (key < 32 || key >= KEYS_NAMED))
			return PAGE_BELL;
		prompt_insert(t, key);
	}
	return PAGE_DRAW;
}
