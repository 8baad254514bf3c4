#include "ember/view/page_ui.h"

#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/term/caps.h"
#include "ember/term/screen.h"
#include "ember/term/tty.h"

enum {
	GRACE_MS = 80,   /* before rows of what may be one screen are written */
	REPAINT_MS = 50, /* between two writings of them */
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
	struct buf bytes;
	uint32_t ahead[KEYS_AHEAD]; /* typed while a search goes on */
	size_t n_ahead;
	bool over; /* the terminal went away */
};

static int64_t ui_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---------------------------------------------------------------- one screen */

/* All documents as they would stand on the screen: their rows, or more than fit. */
struct one {
	struct buf text;   /* rows, each with its LF */
	size_t rows, most; /* of the text; that fit */
	size_t written;    /* rows that stand on the terminal */
	struct buf shown;  /* what they are */
	bool ended;
	int fds[2];
	size_t n_fds;
};

static size_t one_lines(struct ui *u, struct one *o, const struct doc *d, const struct doc_layout *layout)
{
	size_t lines = d->ops->lines(d->ctx);
	for (size_t line = 0; line < lines && o->rows <= o->most; line++) {
		size_t height = d->ops->height(d->ctx, line, layout);
		for (size_t i = 0; i < height && o->rows <= o->most; i++) {
			struct row row;
			if (d->ops->rows(d->ctx, line, layout, i, 1, &row) != 1)
				break;
			row_buf(&o->text, &row, u->conf->depth);
			buf_char(&o->text, '\n');
			o->rows++;
		}
	}
	return lines;
}

/* Ask each document in turn for what it has; the first that waits holds the later ones back. */
static void one_read(struct ui *u, struct one *o, const struct doc_layout *layout)
{
	buf_clear(&o->text);
	o->rows = 0;
	o->n_fds = 0;
	o->ended = true;
	for (size_t i = 0; i < u->conf->page.n_docs && o->ended && o->rows <= o->most; i++) {
		const struct doc *d = &u->conf->page.docs[i];
		enum doc_state state = DOC_MORE;
		while (state == DOC_MORE && d->ops->lines(d->ctx) <= o->most)
			state = d->ops->fetch(d->ctx, o->most + 1);
		one_lines(u, o, d, layout);
		o->ended = state == DOC_END;
		int fd = state == DOC_WAIT && d->ops->fd ? d->ops->fd(d->ctx) : -1;
		if (fd >= 0)
			o->fds[o->n_fds++] = fd;
	}
}

/* Take what was written off again; it is all still on the screen. */
static void one_erase(struct ui *u, struct one *o)
{
	if (o->written)
		out_printf(u->out, "\r\033[%zuA\033[J", o->written);
	o->written = 0;
	buf_clear(&o->shown);
}

static void one_write(struct ui *u, struct one *o)
{
	struct str before = buf_view(&o->shown), now = buf_view(&o->text);
	if (str_eq(before, now))
		return;
	if (str_starts(now, before)) { /* the usual case: more rows */
		out_str(u->out, str_sub(now, before.n, now.n));
	} else {
		one_erase(u, o);
		out_str(u->out, now);
	}
	o->written = o->rows;
	buf_clear(&o->shown);
	buf_str(&o->shown, now);
	(void)out_flush(u->out);
}

static void ui_end(struct ui *u)
{
	tty_die(&u->watch);
}

/* False: interrupted. */
static bool one_wait(struct ui *u, struct one *o, int timeout_ms)
{
	struct pollfd fds[2];
	for (size_t i = 0; i < o->n_fds; i++)
		fds[i] = (struct pollfd){ o->fds[i], POLLIN, 0 };
	(void)tty_poll(&u->watch, fds, o->n_fds, timeout_ms);
	unsigned seen = tty_signals(&u->watch);
	if (seen & TTY_END)
		ui_end(u);
	if (seen & TTY_STOP)
		tty_stop(&u->watch);
	return !(seen & TTY_INTERRUPTED);
}

/* True when all was shown this way, or the user broke it off. */
static bool ui_one_screen(struct ui *u)
{
	struct doc_layout layout = u->conf->page.layout;
	struct tty_size size = { 24, 80 };
	struct one o = { 0 };
	bool done = false;
	int64_t begun = ui_now();
	tty_size(u->out->fd, &size);
	layout.cols = size.cols;
	o.most = size.rows > 1 ? size.rows - 1 : 0;
	for (;;) {
		one_read(u, &o, &layout);
		if (o.rows > o.most)
			break;
		done = o.ended;
		int64_t early = begun + GRACE_MS - ui_now();
		if (done || early <= 0)
			one_write(u, &o);
		if (done)
			break;
		/* Input that comes in drops is written in portions, not drop by drop. */
		bool all_out = str_eq(buf_view(&o.shown), buf_view(&o.text));
		int timeout = early > 0 ? (int)early : all_out ? -1 : REPAINT_MS;
		if (!o.n_fds && timeout < 0)
			timeout = REPAINT_MS;
		if (!one_wait(u, &o, timeout)) {
			done = true;
			break;
		}
	}
	if (!done)
		one_erase(u, &o);
	(void)out_flush(u->out);
	buf_fini(&o.text);
	buf_fini(&o.shown);
	return done;
}

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

static void ui_stop(struct ui *u)
{
	screen_suspend(u->screen);
	tty_stop(&u->watch);
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
		ui_stop(u);
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
		ui_end(u);
	}
	if (seen & TTY_STOP)
		ui_stop(u);
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
	size_t n = page_fds(u->page, more);
	/* Input that nobody needs now is not even looked at: that holds the pipe back. */
	for (size_t i = 0; i < n && state == DOC_WAIT; i++)
		fds[1 + i] = (struct pollfd){ more[i], POLLIN, 0 };
	int timeout = state == DOC_MORE ? 0
		: screen_pending(u->screen) ? ESCAPE_MS
		: state == DOC_WAIT && n == 0 ? FOLLOW_MS
					      : -1;
	int ready = tty_poll(&u->watch, fds, state == DOC_WAIT ? 1 + n : 1, timeout);
	uint32_t key;
	if (ready == 0 && timeout == ESCAPE_MS)
		while (screen_flush_key(u->screen, &key)) {
			*any = true;
			if (ui_key(u, key))
				return true;
		}
	u->over = ready > 0 && fds[0].revents & (POLLHUP | POLLERR | POLLNVAL) && !(fds[0].revents & POLLIN);
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
		if (draw && (state != DOC_MORE || !page_busy(u->page) || ui_now() - drawn >= BUSY_MS)) {
			if (ui_draw(u, e) != 0)
				return -1;
			drawn = ui_now();
			draw = false;
		}
		draw = draw || (page_busy(u->page) && ui_now() - drawn >= BUSY_MS);
		any = false;
		if (ui_wait(u, state, &any))
			return 0;
		draw = draw || any;
	}
}

static enum page_ui_end ui_screen(struct ui *u, struct err *e)
{
	struct screen_conf conf = { u->out->fd, u->key_fd, u->conf->no_alt_screen, !u->conf->no_mouse };
	u->screen = screen_open(&conf, e);
	if (!u->screen)
		return PAGE_UI_NO_SCREEN;
	screen_typed(u->screen, u->conf->typed);
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
	if (!conf->quit_if_one_screen || !ui_one_screen(&u))
		end = ui_screen(&u, e);
	tty_unwatch(&u.watch);
	close(u.key_fd);
	buf_fini(&u.bytes);
	if (out->err) {
		err_sys(e, out->err, "write");
		return PAGE_UI_ERROR;
	}
	return end;
}
