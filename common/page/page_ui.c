#include "ember/page/page_ui.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/os/clock.h"
#include "ember/term/caps.h"
#include "ember/term/screen.h"
#include "ember/term/tty.h"
#include "page_one.h"

enum {
	ESCAPE_MS = 100, /* after which ESC stands for itself */
	FOLLOW_MS = 250, /* between two looks at a file that may grow */
	BUSY_MS = 100,   /* between two frames while a search goes on */
	KEYS_AHEAD = 256,
};

struct ui {
	const struct page_ui_conf *conf;
	struct out *out;
	struct page *page;
	struct screen *screen;
	struct tty_watch watch;
	int key_fd;
	enum color_depth depth;
	struct buf bytes, typed;
	uint32_t ahead[KEYS_AHEAD]; /* typed while a search goes on */
	size_t n_ahead;
	bool over; /* the terminal went away */
};

/* ---------------------------------------------------------------- drawing */

static void ui_row(struct ui *u, unsigned y, const struct row *row)
{
	buf_clear(&u->bytes);
	row_buf(&u->bytes, row, u->depth);
	screen_put(u->screen, y, buf_view(&u->bytes));
}

static int ui_draw(struct ui *u, struct err *e)
{
	struct page_frame frame;
	page_frame(u->page, &frame);
	for (size_t i = 0; i < frame.n; i++)
		ui_row(u, (unsigned)i, &frame.rows[i]);
	ui_row(u, (unsigned)frame.n, &frame.status);
	screen_cursor(u->screen, (unsigned)frame.n, frame.cursor, frame.prompt);
	return screen_flush(u->screen, e);
}

static void ui_resize(struct ui *u)
{
	struct tty_size size = screen_size(u->screen);
	page_resize(u->page, size.rows, size.cols);
}

/* ---------------------------------------------------------------- keys */

static void ui_stop(struct ui *u, bool group)
{
	screen_suspend(u->screen);
	tty_stop(&u->watch, group);
	screen_resume(u->screen);
	ui_resize(u);
}

static void ui_edit(struct ui *u)
{
	screen_suspend(u->screen);
	tty_unwatch(&u->watch);
	int failed = u->conf->edit(u->conf->edit_ctx, page_doc(u->page), page_number(u->page));
	tty_watch(&u->watch);
	screen_resume(u->screen);
	ui_resize(u);
	page_reload(u->page);
	if (failed)
		page_message(u->page, STR("the editor could not be run"));
}

/* What the model asks for; true = leave. */
static bool ui_grant(struct ui *u, unsigned wishes)
{
	if (wishes & PAGE_BELL)
		screen_bell(u->screen);
	if (wishes & PAGE_CLEAR)
		screen_forget(u->screen);
	if (wishes & PAGE_STOP)
		ui_stop(u, true);
	if (wishes & PAGE_EDIT)
		ui_edit(u);
	return wishes & PAGE_QUIT;
}

static bool ui_key(struct ui *u, uint32_t key)
{
	if (key == ('C' & 31)) {
		u->n_ahead = 0;
		return ui_grant(u, page_interrupt(u->page));
	}
	/* While a search goes on keys wait for its end; but whoever wants to leave may. */
	if (page_busy(u->page)) {
		if (key == 'q' && u->n_ahead == 0)
			return true;
		if (u->n_ahead < KEYS_AHEAD)
			u->ahead[u->n_ahead++] = key;
		return false;
	}
	return ui_grant(u, page_key(u->page, key));
}

static bool ui_keys_ahead(struct ui *u)
{
	size_t i = 0, n = u->n_ahead;
	u->n_ahead = 0;
	while (i < n && !page_busy(u->page))
		if (ui_grant(u, page_key(u->page, u->ahead[i++])))
			return true;
	while (i < n)
		u->ahead[u->n_ahead++] = u->ahead[i++];
	return false;
}

/* Read keys; *any says that there were some. True = leave. */
static bool ui_keys(struct ui *u, bool *any)
{
	uint32_t key;
	while (screen_key(u->screen, &key)) {
		*any = true;
		if (ui_key(u, key))
			return true;
	}
	if (!page_busy(u->page) && u->n_ahead) {
		*any = true;
		return ui_keys_ahead(u);
	}
	return false;
}

static bool ui_signals(struct ui *u, bool *any)
{
	unsigned seen = tty_signals(&u->watch);
	*any = *any || seen;
	if (seen & TTY_END) {
		screen_close(u->screen);
		u->screen = NULL;
		tty_die(&u->watch);
	}
	if (seen & TTY_STOP)
		ui_stop(u, false);
	if (seen & TTY_RESIZED) {
		screen_resized(u->screen);
		ui_resize(u);
	}
	if (seen & TTY_CONTINUED && !(seen & TTY_STOP))
		screen_forget(u->screen);
	return seen & TTY_INTERRUPTED && ui_grant(u, page_interrupt(u->page));
}

/* ---------------------------------------------------------------- the loop */

/* Until a key, input or a signal comes; `state` is the last step's. True = leave. */
static bool ui_wait(struct ui *u, enum doc_state state, bool *any)
{
	struct pollfd fds[3] = { { u->key_fd, POLLIN, 0 } };
	int more[2];
	size_t n = page_fds(u->page, state, more);
	for (size_t i = 0; i < n; i++)
		fds[1 + i] = (struct pollfd){ more[i], POLLIN, 0 };
	int timeout = state == DOC_MORE ? 0
		: screen_pending(u->screen) ? ESCAPE_MS
		: state == DOC_WAIT && n == 0 ? FOLLOW_MS
					      : -1;
	int ready = tty_poll(&u->watch, fds, 1 + n, timeout);
	uint32_t key;
	if (ready == 0 && timeout == ESCAPE_MS)
		while (screen_flush_key(u->screen, &key)) {
			*any = true;
			if (ui_key(u, key))
				return true;
		}
	u->over = ready > 0 && fds[0].revents & (POLLHUP | POLLERR | POLLNVAL) &&
		!(fds[0].revents & POLLIN);
	return u->over;
}

static int ui_loop(struct ui *u, struct err *e)
{
	int64_t drawn = 0;
	bool draw = true;
	for (;;) {
		unsigned wishes = 0;
		bool any = false;
		if (ui_signals(u, &any) || ui_keys(u, &any))
			return 0;
		enum doc_state state = page_step(u->page, &wishes);
		if (ui_grant(u, wishes))
			return 0;
		draw = draw || any || wishes & PAGE_DRAW;
		/* A frame when there is nothing else to do, and now and then while there is. */
		if (draw &&
			(state != DOC_MORE || !page_busy(u->page) || clock_monotonic_ms() - drawn >= BUSY_MS)) {
			if (ui_draw(u, e) != 0)
				return -1;
			drawn = clock_monotonic_ms();
			draw = false;
		}
		draw = draw || (page_busy(u->page) && clock_monotonic_ms() - drawn >= BUSY_MS);
		any = false;
		if (ui_wait(u, state, &any))
			return 0;
		draw = draw || any;
	}
}

static enum page_ui_end ui_screen(struct ui *u, struct err *e)
{
	struct screen_conf conf = { .out_fd = u->out->fd, .key_fd = u->key_fd, .no_alt = u->conf->no_alt_screen,
		.mouse = !u->conf->no_mouse, .sink = u->out->sink, .ctx = u->out->ctx };
	u->screen = screen_open(&conf, e);
	if (!u->screen)
		return PAGE_UI_NO_SCREEN;
	screen_typed(u->screen, u->conf->typed);
	screen_typed(u->screen, buf_view(&u->typed));
	struct page_conf model = u->conf->page;
	model.can_edit = u->conf->edit != NULL;
	u->page = page_new(&model);
	ui_resize(u);
	int failed = ui_loop(u, e);
	/* What stays on the normal screen is where the last key led, seen or not. */
	if (!failed && u->conf->no_alt_screen && !u->over)
		failed = ui_draw(u, e);
	screen_close(u->screen);
	page_free(u->page);
	return failed ? PAGE_UI_ERROR : PAGE_UI_QUIT;
}

enum page_ui_end page_ui_run(const struct page_ui_conf *conf, struct out *out, struct err *e)
{
	struct ui u = { .conf = conf, .out = out, .depth = conf->depth };
	enum page_ui_end end = PAGE_UI_PRINTED;
	struct caps caps;
	caps_read(&caps, NULL);
	u.key_fd = caps.cup && tty_is(out->fd) ? tty_open(e) : -1;
	if (u.key_fd < 0)
		return PAGE_UI_NO_SCREEN;
	if (u.depth == COLOR_NONE)
		u.depth = COLOR_MONO;
	(void)out_flush(out);
	tty_watch(&u.watch);
	if (!conf->quit_if_one_screen || !page_one_screen(conf, out, &u.watch, u.key_fd, &u.typed))
		end = ui_screen(&u, e);
	tty_unwatch(&u.watch);
	close(u.key_fd);
	buf_fini(&u.bytes);
	buf_fini(&u.typed);
	if (out->err) {
		err_sys(e, out->err, "write");
		return PAGE_UI_ERROR;
	}
	return end;
}
