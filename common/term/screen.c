#include "ember/term/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include "ember/base/buf.h"
#include "ember/base/def.h"
#include "ember/base/mem.h"
#include "ember/base/out.h"
#include "ember/base/panic.h"
#include "ember/term/keys.h"

enum { ESCAPE_MS = 25 };

struct screen {
	struct screen_conf conf;
	SCREEN *curses;
	FILE *in, *put;
	WINDOW *pad; /* keys are read through a pad: reading through a window would redraw it */
	struct termios saved;
	struct tty_size size;
	struct buf *shown; /* one a row: what stands there; NULL p = not known */
	size_t n_shown;
	struct buf frame; /* bytes of the next write */
	struct buf rescue;
	struct buf typed;
	size_t typed_at;
	struct keys keys;
	struct {
		unsigned y, x;
		bool visible, was;
	} cursor;
};

/* ---------------------------------------------------------------- capabilities */

/* A capability without its padding ($<5>), which no terminal of these days needs. */
static void screen_cap_add(struct buf *b, const char *s)
{
	while (s && s != (const char *)-1 && *s) {
		const char *end = s[0] == '$' && s[1] == '<' ? strchr(s, '>') : NULL;
		if (!end)
			buf_char(b, *s);
		s = end ? end + 1 : s + 1;
	}
}

static void screen_cap(struct buf *b, const char *name)
{
	screen_cap_add(b, tigetstr(name));
}

static void screen_move(struct buf *b, unsigned y, unsigned x)
{
	screen_cap_add(b, tiparm(tigetstr("cup"), (int)y, (int)x));
}

/* ---------------------------------------------------------------- start and end */

static void screen_measure(struct screen *s)
{
	s->size = (struct tty_size){ 24, 80 };
	if (!tty_size(s->conf.out_fd, &s->size))
		(void)tty_size(s->conf.key_fd, &s->size);
	/* A size of thousands is somebody's joke; rows are kept for each. */
	if (s->size.rows > 2000)
		s->size.rows = 2000;
	if (s->size.cols > 4000)
		s->size.cols = 4000;
}

static void screen_rows(struct screen *s)
{
	for (size_t i = 0; i < s->n_shown; i++)
		buf_fini(&s->shown[i]);
	free(s->shown);
	s->n_shown = s->size.rows;
	s->shown = mem_zero(s->n_shown, sizeof(*s->shown));
}

/* The bytes that bring the terminal back, should we crash. */
static void screen_guard(struct screen *s)
{
	buf_clear(&s->rescue);
	if (s->conf.mouse)
		buf_text(&s->rescue, "\033[?1006l\033[?1000l");
	buf_text(&s->rescue, "\033[0m");
	screen_cap(&s->rescue, "rmkx");
	screen_cap(&s->rescue, "cnorm");
	screen_move(&s->rescue, s->size.rows - 1, 0);
	if (!s->conf.no_alt)
		screen_cap(&s->rescue, "rmcup");
	buf_text(&s->rescue, "\r\n");
	tty_guard(s->conf.out_fd, s->rescue.p, s->rescue.n, &s->saved);
}

static void screen_write(struct screen *s, struct buf *b)
{
	(void)out_write_all(s->conf.out_fd, b->p, b->n);
	buf_clear(b);
}

/* After curses has switched to the other screen and cleared it. */
static void screen_begin(struct screen *s)
{
	struct buf b = { 0 };
	if (s->conf.no_alt) {
		/* Curses knows no other way: back at once, what stood there scrolled off. */
		screen_cap(&b, "rmcup");
		screen_move(&b, s->size.rows - 1, 0);
		buf_fill(&b, '\n', s->size.rows - 1);
	}
	screen_cap(&b, "civis");
	screen_write(s, &b);
	buf_fini(&b);
	s->cursor.was = false;
	screen_forget(s);
	screen_guard(s);
}

/* After curses has given the terminal back. */
static void screen_end(struct screen *s)
{
	struct buf b = { 0 };
	tty_guard(-1, NULL, 0, NULL);
	screen_cap(&b, "cnorm");
	if (s->conf.no_alt) {
		/* It moved the cursor to where it stood before we began. */
		screen_move(&b, s->size.rows - 1, 0);
		screen_cap(&b, "el");
	}
	screen_write(s, &b);
	buf_fini(&b);
	(void)tcsetattr(s->conf.key_fd, TCSADRAIN, &s->saved);
}

static void screen_modes(struct screen *s)
{
	raw();
	noecho();
	nonl();
	set_escdelay(ESCAPE_MS);
	s->pad = newpad(1, 1);
	if (!s->pad)
		panic_memory();
	keypad(s->pad, TRUE);
	nodelay(s->pad, TRUE);
	if (s->conf.mouse)
		mousemask(BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
	refresh();
}

static int screen_files(struct screen *s, struct err *e)
{
	int in = fcntl(s->conf.key_fd, F_DUPFD_CLOEXEC, 3),
	    put = fcntl(s->conf.out_fd, F_DUPFD_CLOEXEC, 3);
	s->in = in >= 0 ? fdopen(in, "r") : NULL;
	s->put = put >= 0 ? fdopen(put, "w") : NULL;
	if (s->in && s->put && tcgetattr(s->conf.key_fd, &s->saved) == 0)
		return 0;
	return err_sys(e, errno, "terminal");
}

static void screen_free(struct screen *s)
{
	if (s->in)
		fclose(s->in);
	if (s->put)
		fclose(s->put);
	for (size_t i = 0; i < s->n_shown; i++)
		buf_fini(&s->shown[i]);
	free(s->shown);
	buf_fini(&s->frame);
	buf_fini(&s->rescue);
	buf_fini(&s->typed);
	free(s);
}

struct screen *screen_open(const struct screen_conf *conf, struct err *e)
{
	struct screen *s = mem_zero(1, sizeof(*s));
	s->conf = *conf;
	screen_measure(s);
	if (screen_files(s, e) != 0) {
		screen_free(s);
		return NULL;
	}
	use_env(TRUE);
	s->curses = newterm(NULL, s->put, s->in);
	if (!s->curses) {
		err_text(e, "unknown terminal");
		screen_free(s);
		return NULL;
	}
	screen_rows(s);
	resizeterm((int)s->size.rows, (int)s->size.cols);
	screen_modes(s);
	screen_begin(s);
	return s;
}

void screen_close(struct screen *s)
{
	if (!isendwin())
		endwin();
	screen_end(s);
	delwin(s->pad);
	delscreen(s->curses);
	screen_free(s);
}

void screen_suspend(struct screen *s)
{
	endwin();
	screen_end(s);
}

void screen_resume(struct screen *s)
{
	screen_measure(s);
	screen_rows(s);
	resizeterm((int)s->size.rows, (int)s->size.cols);
	refresh();
	screen_begin(s);
}

/* ---------------------------------------------------------------- size */

struct tty_size screen_size(const struct screen *s)
{
	return s->size;
}

void screen_forget(struct screen *s)
{
	for (size_t i = 0; i < s->n_shown; i++)
		buf_fini(&s->shown[i]);
}

void screen_resized(struct screen *s)
{
	screen_measure(s);
	screen_rows(s);
	resizeterm((int)s->size.rows, (int)s->size.cols);
	screen_guard(s);
}

/* ---------------------------------------------------------------- keys */

/* "kRIT5": terminfo's extended names for keys with modifiers. */
static uint32_t screen_extended(const char *name)
{
	static const struct {
		const char *name;
		uint32_t key;
	} rows[] = {
		{ "kUP", KEYS_UP },
		{ "kDN", KEYS_DOWN },
		{ "kLFT", KEYS_LEFT },
		{ "kRIT", KEYS_RIGHT },
		{ "kHOM", KEYS_HOME },
		{ "kEND", KEYS_END },
		{ "kPRV", KEYS_PAGE_UP },
		{ "kNXT", KEYS_PAGE_DOWN },
		{ "kDC", KEYS_DELETE },
		{ "kIC", KEYS_INSERT },
	};
	for (size_t i = 0; name && i < COUNTOF(rows); i++) {
		size_t n = strlen(rows[i].name);
		if (strncmp(name, rows[i].name, n) != 0)
			continue;
		unsigned bits = name[n] >= '2' && name[n] <= '8' ? (unsigned)(name[n] - '1') : 0;
		return rows[i].key | (bits & 1 ? KEYS_SHIFT : 0) | (bits & 2 ? KEYS_META : 0) |
			(bits & 4 ? KEYS_CTRL : 0);
	}
	return KEYS_UNKNOWN;
}

static uint32_t screen_named(int c)
{
	static const struct {
		int code;
		uint32_t key;
	} rows[] = {
		{ KEY_UP, KEYS_UP },
		{ KEY_DOWN, KEYS_DOWN },
		{ KEY_LEFT, KEYS_LEFT },
		{ KEY_RIGHT, KEYS_RIGHT },
		{ KEY_HOME, KEYS_HOME },
		{ KEY_END, KEYS_END },
		{ KEY_PPAGE, KEYS_PAGE_UP },
		{ KEY_NPAGE, KEYS_PAGE_DOWN },
		{ KEY_IC, KEYS_INSERT },
		{ KEY_DC, KEYS_DELETE },
		{ KEY_BACKSPACE, KEYS_BACKSPACE },
		{ KEY_BTAB, KEYS_BACK_TAB },
		{ KEY_ENTER, '\r' },
		{ KEY_A1, KEYS_HOME },
		{ KEY_A3, KEYS_PAGE_UP },
		{ KEY_C1, KEYS_END },
		{ KEY_C3, KEYS_PAGE_DOWN },
		{ KEY_SR, KEYS_UP | KEYS_SHIFT },
		{ KEY_SF, KEYS_DOWN | KEYS_SHIFT },
		{ KEY_SLEFT, KEYS_LEFT | KEYS_SHIFT },
		{ KEY_SRIGHT, KEYS_RIGHT | KEYS_SHIFT },
		{ KEY_SHOME, KEYS_HOME | KEYS_SHIFT },
		{ KEY_SEND, KEYS_END | KEYS_SHIFT },
	};
	MEVENT event;
	if (c == KEY_MOUSE) {
		if (getmouse(&event) != OK)
			return KEYS_NONE;
		return event.bstate & BUTTON4_PRESSED ? KEYS_WHEEL_UP
			: event.bstate & BUTTON5_PRESSED ? KEYS_WHEEL_DOWN
							 : KEYS_NONE;
	}
	if (c >= KEY_F0 + 1 && c <= KEY_F0 + 63)
		return KEYS_FUNCTION + (uint32_t)(c - KEY_F0);
	for (size_t i = 0; i < COUNTOF(rows); i++)
		if (rows[i].code == c)
			return rows[i].key;
	return c == KEY_RESIZE ? KEYS_NONE : screen_extended(keyname(c));
}

bool screen_key(struct screen *s, uint32_t *key)
{
	while (s->typed_at < s->typed.n)
		if (keys_feed(&s->keys, (unsigned char)s->typed.p[s->typed_at++], key))
			return true;
	for (int c; (c = wgetch(s->pad)) != ERR;) {
		if (c < 256) {
			if (keys_feed(&s->keys, (unsigned char)c, key))
				return true;
			continue;
		}
		uint32_t meta = s->keys.n == 1 && s->keys.part[0] == KEYS_ESC ? KEYS_META : 0;
		s->keys.n = 0;
		*key = screen_named(c);
		if (*key == KEYS_NONE)
			continue;
		*key |= meta;
		return true;
	}
	return false;
}

void screen_typed(struct screen *s, struct str bytes)
{
	buf_str(&s->typed, bytes);
}

bool screen_pending(const struct screen *s)
{
	return keys_pending(&s->keys);
}

bool screen_flush_key(struct screen *s, uint32_t *key)
{
	return keys_flush(&s->keys, key);
}

/* ---------------------------------------------------------------- rows */

void screen_put(struct screen *s, unsigned y, struct str bytes)
{
	if (y >= s->n_shown)
		return;
	struct buf *shown = &s->shown[y];
	if (shown->p && str_eq(buf_view(shown), bytes))
		return;
	buf_clear(shown);
	buf_reserve(shown, bytes.n + 1);
	buf_str(shown, bytes);
	if (s->cursor.was) {
		screen_cap(&s->frame, "civis");
		s->cursor.was = false;
	}
	screen_move(&s->frame, y, 0);
	/* Erased first: behind a full row the cursor still stands on its last cell. */
	screen_cap(&s->frame, "el");
	buf_str(&s->frame, bytes);
}

void screen_cursor(struct screen *s, unsigned y, unsigned x, bool visible)
{
	s->cursor.y = y;
	s->cursor.x = x;
	s->cursor.visible = visible;
}

void screen_bell(struct screen *s)
{
	buf_char(&s->frame, '\a');
}

int screen_flush(struct screen *s, struct err *e)
{
	if (s->cursor.visible)
		screen_move(&s->frame, s->cursor.y, s->cursor.x);
	if (s->cursor.visible != s->cursor.was)
		screen_cap(&s->frame, s->cursor.visible ? "cnorm" : "civis");
	s->cursor.was = s->cursor.visible;
	if (!s->frame.n)
		return 0;
	int failed = s->conf.sink ? s->conf.sink(s->conf.ctx, s->frame.p, s->frame.n)
				  : out_write_all(s->conf.out_fd, s->frame.p, s->frame.n);
	buf_clear(&s->frame);
	return failed ? err_sys(e, failed, "terminal") : 0;
}
