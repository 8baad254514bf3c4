#include "page_impl.h"

#define CTRL(c) ((c) & 31)

/* ---------------------------------------------------------------- places */

void page_remember(struct page *p)
{
	page_mark_set(p, PAGE_MARK_LAST, page_tab(p)->top);
}

void page_mark_set(struct page *p, size_t mark, struct place at)
{
	if (p->at < p->conf.n_docs)
		p->marks[mark] = (struct page_mark){ true, p->at, at.line, page_byte(p, at) };
}

void page_go(struct page *p, size_t tab)
{
	p->at = tab;
	if (p->layout.left)
		p->layout.left = 0;
	page_clamp(p, &page_tab(p)->top);
}

static int page_mark_index(uint32_t key)
{
	return key >= 'a' && key <= 'z' ? (int)(key - 'a')
		: key >= 'A' && key <= 'Z' ? (int)(key - 'A') + 26
		: key == '\'' || key == CTRL('X') ? PAGE_MARK_LAST
						  : -1;
}

static unsigned page_to_mark(struct page *p, uint32_t key)
{
	int i = page_mark_index(key);
	if (key == '^' || key == '$') {
		page_remember(p);
		page_job(p, (struct job){ .kind = key == '^' ? JOB_LINE : JOB_END, .n = 1 });
		return PAGE_DRAW;
	}
	if (i < 0 || !p->marks[i].set) {
		page_say(p, "that place has no name");
		return PAGE_BELL | PAGE_DRAW;
	}
	struct page_mark mark = p->marks[i];
	page_remember(p);
	if (mark.doc != p->at)
		page_go(p, mark.doc);
	page_tab(p)->top = page_place_of(p, mark.line, mark.byte);
	page_clamp(p, &page_tab(p)->top);
	return PAGE_DRAW;
}

static unsigned page_set_mark(struct page *p, uint32_t command, uint32_t key)
{
	int i = page_mark_index(key);
	if (i < 0 || i == PAGE_MARK_LAST) {
		page_say(p, "places are named by letters");
		return PAGE_BELL | PAGE_DRAW;
	}
	struct place at = page_tab(p)->top;
	if (command == 'M') {
		size_t rows = page_rows_after(p, at, page_height(p));
		page_forward(p, &at, rows ? rows - 1 : 0);
	}
	if (command == ('m' | KEYS_META))
		p->marks[i].set = false;
	else
		page_mark_set(p, (size_t)i, at);
	return PAGE_DRAW;
}

/* ---------------------------------------------------------------- files */

static unsigned page_to_file(struct page *p, int64_t to)
{
	if (p->at >= p->conf.n_docs || to < 0 || to >= (int64_t)p->conf.n_docs) {
		page_say(p, to < 0 ? "this is the first file" : "this is the last file");
		return PAGE_BELL | PAGE_DRAW;
	}
	page_remember(p);
	page_go(p, (size_t)to);
	return PAGE_DRAW;
}

static unsigned page_colon(struct page *p, uint32_t key, int64_t n)
{
	int64_t step = n > 0 ? n : 1;
	switch (key) {
	case 'q':
	case 'Q': return PAGE_QUIT;
	case 'n': return page_to_file(p, (int64_t)p->at + step);
	case 'p': return page_to_file(p, (int64_t)p->at - step);
	case 'x': return page_to_file(p, step - 1);
	case 'f': page_info(p); return PAGE_DRAW;
	default: return PAGE_BELL | PAGE_DRAW;
	}
}

/* The second key of a command of two. */
static unsigned page_second(struct page *p, uint32_t key, int64_t n)
{
	uint32_t first = p->prefix;
	p->prefix = 0;
	if (key == KEYS_ESC)
		return PAGE_DRAW;
	switch (first) {
	case 'm':
	case 'M':
	case 'm' | KEYS_META: return page_set_mark(p, first, key);
	case '\'': return page_to_mark(p, key);
	case CTRL('X'):
		if (key == CTRL('X')) { /* then the name, as behind ' */
			p->prefix = '\'';
			return PAGE_DRAW;
		}
		return PAGE_BELL | PAGE_DRAW;
	case 'Z': return key == 'Z' ? PAGE_QUIT : PAGE_BELL | PAGE_DRAW;
	case '-': return page_option(p, key);
	case '_': page_option_show(p, key); return PAGE_DRAW;
	default: return page_colon(p, key, n);
	}
}

/* ---------------------------------------------------------------- moving */

static unsigned page_move(struct page *p, int64_t rows)
{
	int64_t left = p->job.kind == JOB_MOVE && (p->job.n > 0) == (rows > 0) ? p->job.n : 0;
	unsigned wishes = PAGE_DRAW;
	enum doc_state state;
	page_job(p, (struct job){ .kind = JOB_MOVE, .n = rows + left });
	if (page_job_step(p, &wishes, &state))
		p->job.kind = JOB_NONE;
	return wishes;
}

static unsigned page_jump(struct page *p, enum job_kind kind, int64_t n)
{
	page_remember(p);
	page_job(p, (struct job){ .kind = kind, .n = n });
	return PAGE_DRAW;
}

static unsigned page_percent_typed(struct page *p, int64_t n)
{
	return page_jump(p, JOB_PERCENT, n < 0 ? 0 : n > 100 ? 100000 : n * 1000);
}

static unsigned page_side(struct page *p, int64_t cols)
{
	struct doc_layout layout = p->layout;
	int64_t left = (int64_t)layout.left + cols;
	layout.left = left < 0 ? 0 : left > PAGE_COUNT_MAX ? PAGE_COUNT_MAX : (unsigned)left;
	page_relayout(p, &layout, p->rows);
	return PAGE_DRAW;
}

static int64_t page_side_step(struct page *p, int64_t n)
{
	if (n > 0)
		p->conf.side_cols = (unsigned)n;
	return p->conf.side_cols ? p->conf.side_cols : p->cols / 2 ? p->cols / 2 : 1;
}

/* So far that the last column of the longest row on the screen is seen. */
static unsigned page_last_column(struct page *p)
{
	const struct doc *d = page_tab(p)->doc;
	struct doc_layout wide = page_layout(p);
	size_t most = 0;
	wide.left = 0;
	wide.wrap = DOC_CHOP;
	wide.cols = 1 << 20;
	struct place bottom = page_tab(p)->top;
	page_forward(p, &bottom, page_height(p));
	for (size_t line = page_tab(p)->top.line; line <= bottom.line && line < page_lines(p);
		line++) {
		struct row row;
		if (d->ops->rows(d->ctx, line, &wide, 0, 1, &row) == 1 && row.n_pieces &&
			row.cols > most)
			most = row.cols;
	}
	struct doc_layout layout = p->layout;
	layout.left = most > p->cols ? (unsigned)(most - p->cols) : 0;
	page_relayout(p, &layout, p->rows);
	return PAGE_DRAW;
}

/* N of d, u, z and w stays for the next time. */
static int64_t page_sized(unsigned *kept, int64_t n, size_t usual)
{
	if (n > 0)
		*kept = (unsigned)n;
	return *kept ? *kept : (int64_t)usual;
}

static unsigned page_moving(struct page *p, uint32_t key, int64_t n)
{
	int64_t one = n > 0 ? n : 1, window = p->window ? p->window : (int64_t)page_height(p);
	int64_t many = n > 0 ? n : window;
	switch (key) {
	case 'e': case CTRL('E'): case 'j': case CTRL('N'): case '\r': case '\n': case KEYS_DOWN:
		return page_move(p, one);
	case 'y': case CTRL('Y'): case 'k': case CTRL('K'): case CTRL('P'): case KEYS_UP:
		return page_move(p, -one);
	case 'f': case CTRL('F'): case CTRL('V'): case ' ': case KEYS_PAGE_DOWN:
		/* One key leads through all files of "cat *", as it does through all of cat's output. */
		if (p->at_end && n <= 0 && p->at + 1 < p->conf.n_docs)
			return page_to_file(p, (int64_t)p->at + 1);
		return page_move(p, many);
	case 'b': case CTRL('B'): case 'v' | KEYS_META: case KEYS_PAGE_UP:
		return page_move(p, -many);
	case 'z': return page_move(p, page_sized(&p->window, n, page_height(p)));
	case 'w': return page_move(p, -page_sized(&p->window, n, page_height(p)));
	case 'd': case CTRL('D'): return page_move(p, page_sized(&p->half, n, (page_height(p) + 1) / 2));
	case 'u': case CTRL('U'): return page_move(p, -page_sized(&p->half, n, (page_height(p) + 1) / 2));
	case KEYS_WHEEL_DOWN: return page_move(p, 3);
	case KEYS_WHEEL_UP: return page_move(p, -3);
	case 'g': case '<': case '<' | KEYS_META: case KEYS_HOME: return page_jump(p, JOB_LINE, one);
	case 'G': case '>': case '>' | KEYS_META: case KEYS_END:
		return page_jump(p, n > 0 ? JOB_LINE : JOB_END, n);
	case 'p': case '%': return page_percent_typed(p, n);
	case KEYS_RIGHT: case ')' | KEYS_META: return page_side(p, page_side_step(p, n));
	case KEYS_LEFT: case '(' | KEYS_META: return page_side(p, -page_side_step(p, n));
	case '}' | KEYS_META: return page_last_column(p);
	case '{' | KEYS_META: return page_side(p, -(int64_t)p->layout.left);
	case 'F': return page_jump(p, JOB_FOLLOW, 0);
	default: return 0;
	}
}

/* ---------------------------------------------------------------- the rest */

static unsigned page_again(struct page *p, bool other_way, bool files, int64_t n)
{
	page_search_start(p, p->search_back != other_way, n > 0 ? n : 1, false);
	p->job.files = files;
	return PAGE_DRAW;
}

static unsigned page_help(struct page *p)
{
	if (p->at == p->conf.n_docs)
		return PAGE_BELL;
	p->before_help = p->at;
	if (!p->helped) {
		text_doc_init(&p->help_text, page_help_text());
		text_doc_end(&p->help_text);
		p->help = text_doc(&p->help_text, STR("HELP"));
		p->tabs[p->conf.n_docs].doc = &p->help;
		p->helped = true;
	}
	p->tabs[p->conf.n_docs].top = (struct place){ 0, 0 };
	page_go(p, p->conf.n_docs);
	return PAGE_DRAW;
}

static unsigned page_quit(struct page *p)
{
	if (p->at != p->conf.n_docs)
		return PAGE_QUIT;
	page_go(p, p->before_help);
	return PAGE_DRAW;
}

static unsigned page_edit(struct page *p)
{
	const struct doc *d = page_tab(p)->doc;
	if (!d->path.n || d == &p->help) {
		page_say(p, "there is no file to edit");
		return PAGE_BELL | PAGE_DRAW;
	}
	return PAGE_EDIT | PAGE_DRAW;
}

static unsigned page_other(struct page *p, uint32_t key, int64_t n)
{
	char name[32];
	if (key == 'v' && p->conf.can_edit)
		return page_edit(p);
	switch (key) {
	case 'q': case 'Q': return page_quit(p);
	case 'h': case 'H': return page_help(p);
	case '/': case '?': case '&':
		page_prompt_open(p,
			key == '/'           ? PROMPT_SEARCH
				: key == '?' ? PROMPT_SEARCH_BACK
					     : PROMPT_FILTER,
			0);
		p->count = n;
		return PAGE_DRAW;
	case 'n': return page_again(p, false, false, n);
	case 'N': return page_again(p, true, false, n);
	case 'n' | KEYS_META: return page_again(p, false, true, n);
	case 'N' | KEYS_META: return page_again(p, true, true, n);
	case 'u' | KEYS_META: p->hide_hits = !p->hide_hits; return PAGE_DRAW;
	case 'U' | KEYS_META:
		search_fini(&p->search);
		p->has_hit = false;
		return PAGE_DRAW;
	case 'm': case 'M': case '\'': case 'Z': case '-': case '_': case ':': case CTRL('X'):
	case 'm' | KEYS_META:
		p->prefix = key;
		p->count = n;
		return PAGE_DRAW;
	case 'L': return page_option(p, 'N');
	case 'D': return page_option(p, 'D');
	case '=': case CTRL('G'): page_info(p); return PAGE_DRAW;
	case 'r': case CTRL('L'): case CTRL('R'): return PAGE_CLEAR | PAGE_DRAW;
	case 'R': page_reload(p); return PAGE_CLEAR | PAGE_DRAW;
	case CTRL('Z'): return PAGE_STOP;
	default:
		keys_name(name, key);
		page_say(p, "%s is no key here (h: help)", name);
		return PAGE_BELL | PAGE_DRAW;
	}
}

/* Part of a number or of an escape: true when the key is used up. */
static bool page_partial(struct page *p, uint32_t *key)
{
	if (*key == KEYS_ESC) {
		p->escape = !p->escape;
		return true;
	}
	if (p->escape) {
		p->escape = false;
		*key |= KEYS_META;
	}
	if (*key >= '0' && *key <= '9') {
		int64_t before = p->count > 0 ? p->count : 0;
		p->count = before < PAGE_COUNT_MAX / 10 ? before * 10 + (*key - '0')
							: PAGE_COUNT_MAX;
		return true;
	}
	if (p->count >= 0 && (*key == KEYS_BACKSPACE || *key == 127 || *key == CTRL('H'))) {
		p->count = p->count >= 10 ? p->count / 10 : -1;
		return true;
	}
	return false;
}

unsigned page_key(struct page *p, uint32_t key)
{
	bool following = p->job.kind == JOB_FOLLOW;
	p->full = false;
	buf_clear(&p->message);
	if (p->prompt.kind)
		return page_prompt_key(p, key);
	if (p->prefix) {
		int64_t n = p->count;
		p->count = -1;
		return page_second(p, key, n) | PAGE_DRAW;
	}
	if (page_partial(p, &key))
		return PAGE_DRAW;
	if (following) {
		p->job.kind = JOB_NONE;
		if (key == 'q')
			return PAGE_DRAW;
	}
	int64_t n = p->count;
	p->count = -1;
	unsigned wishes = page_moving(p, key, n);
	if (!wishes) {
		if (p->job.kind == JOB_MOVE)
			p->job.kind = JOB_NONE;
		wishes = page_other(p, key, n);
	}
	return wishes;
}

unsigned page_interrupt(struct page *p)
{
	bool busy = p->job.kind != JOB_NONE;
	if (p->conf.quit_on_intr && !p->prompt.kind)
		return PAGE_QUIT;
	if (p->job.kind == JOB_SEARCH)
		p->at = p->job.doc;
	p->job.kind = JOB_NONE;
	p->prompt.kind = PROMPT_NONE;
	p->prefix = 0;
	p->escape = false;
	p->count = -1;
	buf_clear(&p->message);
	if (busy)
		page_say(p, "interrupted");
	return PAGE_DRAW;
}
