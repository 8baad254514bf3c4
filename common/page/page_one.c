#include "page_one.h"

#include <poll.h>
#include <unistd.h>

#include "ember/base/vec.h"
#include "ember/os/clock.h"

enum {
	GRACE_MS = 80, /* before anything is written: most input is complete or long by then */
	AGAIN_MS = 50, /* between two looks at an input that cannot be waited for */
};

/* A document that failed, and where its rows end in the text. */
struct one_failed {
	const struct doc *doc;
	size_t end;
};

/* All documents as they would stand on the screen: their rows, or more than fit. */
struct one {
	const struct page_ui_conf *conf;
	struct out *out;
	struct tty_watch *watch;
	int key_fd;
	struct doc_layout layout;
	struct buf text;   /* rows, each with its LF */
	size_t rows, most; /* of the text; that fit */
	VEC(struct one_failed) failed; /* each with a line of its own on the terminal */
	struct buf shown;  /* what stands on the terminal, and its rows */
	size_t written;
	bool ended;
	int fd;            /* input to wait for, -1 = none */
	struct tty_mode mode;
	struct buf *typed;
};

static void one_measure(struct one *o)
{
	struct tty_size size = { 24, 80 };
	tty_size(o->out->fd, &size);
	o->layout.cols = size.cols;
	o->most = size.rows > 1 ? size.rows - 1 : 0;
}

static void one_lines(struct one *o, const struct doc *d)
{
	size_t lines = d->ops->lines(d->ctx);
	for (size_t line = 0; line < lines && o->rows <= o->most; line++) {
		size_t height = d->ops->height(d->ctx, line, &o->layout);
		for (size_t i = 0; i < height && o->rows <= o->most; i++) {
			struct row row;
			if (d->ops->rows(d->ctx, line, &o->layout, i, 1, &row) != 1)
				break;
			row_buf(&o->text, &row, o->conf->depth);
			buf_char(&o->text, '\n');
			o->rows++;
		}
	}
}

/* Ask each document in turn for what it has; the first that waits holds the later ones back. */
static void one_read(struct one *o)
{
	buf_clear(&o->text);
	o->rows = o->failed.n = 0;
	o->fd = -1;
	o->ended = true;
	for (size_t i = 0; i < o->conf->page.n_docs && o->ended && o->rows <= o->most; i++) {
		const struct doc *d = o->conf->in_line ? &o->conf->in_line[i] : &o->conf->page.docs[i];
		enum doc_state state = DOC_MORE;
		while (state == DOC_MORE && d->ops->lines(d->ctx) <= o->most)
			state = d->ops->fetch(d->ctx, o->most + 1);
		one_lines(o, d);
		o->ended = state == DOC_END;
		if (o->ended && o->conf->failed && d->ops->notice && d->ops->notice(d->ctx).n)
			VEC_PUSH(&o->failed) = (struct one_failed){ d, o->text.n };
		if (state == DOC_WAIT && d->ops->fd)
			o->fd = d->ops->fd(d->ctx);
	}
}

/* Take what was written off again; it is all still on the screen. */
static void one_erase(struct one *o)
{
	if (o->written)
		out_printf(o->out, "\r\033[%zuA\033[J", o->written);
	o->written = 0;
	buf_clear(&o->shown);
}

static void one_write(struct one *o)
{
	struct str now = buf_view(&o->text);
	if (!str_starts(now, buf_view(&o->shown))) /* not just more rows */
		one_erase(o);
	size_t from = o->shown.n;
	for (size_t i = 0; o->ended && i < o->failed.n; i++) { /* when it will not be taken off again */
		const struct one_failed *f = &o->failed.p[i];
		if (f->end > from) {
			out_str(o->out, str_sub(now, from, f->end));
			from = f->end;
		}
		(void)out_flush(o->out);
		o->conf->failed(o->conf->failed_ctx, f->doc);
	}
	out_str(o->out, str_sub(now, from, now.n));
	o->written = o->rows;
	buf_clear(&o->shown);
	buf_str(&o->shown, now);
	(void)out_flush(o->out);
}

/* ---------------------------------------------------------------- keys */

/*
 * Only once something has been written: before, a command in front of the pipe may be asking for a
 * password on the same terminal.
 */
static void one_listen(struct one *o)
{
	struct err e;
	if (o->mode.raw || !o->written || tty_raw(&o->mode, o->key_fd, &e) != 0)
		return;
	tty_guard(o->key_fd, "", 0, &o->mode.saved);
}

static void one_deaf(struct one *o)
{
	if (o->mode.raw)
		tty_guard(-1, NULL, 0, NULL);
	tty_cooked(&o->mode);
}

static void one_signals(struct one *o, unsigned seen)
{
	if (seen & (TTY_END | TTY_STOP))
		one_deaf(o);
	if (seen & TTY_END)
		tty_die(o->watch);
	if (seen & TTY_STOP)
		tty_stop(o->watch, false);
	if (seen & TTY_RESIZED)
		one_measure(o);
}

enum one_next { ONE_ON, ONE_LEAVE, ONE_PAGE };

static enum one_next one_wait(struct one *o, int timeout_ms)
{
	struct pollfd fds[2] = { { o->fd, POLLIN, 0 },
		{ o->mode.raw ? o->key_fd : -1, POLLIN, 0 } };
	char key[64];
	(void)tty_poll(o->watch, fds, 2, timeout_ms);
	unsigned seen = tty_signals(o->watch);
	one_signals(o, seen);
	if (seen & TTY_INTERRUPTED || fds[1].revents & (POLLHUP | POLLERR))
		return ONE_LEAVE;
	ssize_t n = fds[1].revents & POLLIN ? read(o->key_fd, key, sizeof(key)) : 0;
	if (n <= 0)
		return ONE_ON;
	if (key[0] == 'q')
		return ONE_LEAVE;
	buf_add(o->typed, key, (size_t)n);
	return ONE_PAGE;
}

/* ---------------------------------------------------------------- the loop */

static bool one_loop(struct one *o)
{
	int64_t begun = clock_monotonic_ms();
	for (;;) {
		one_read(o);
		if (o->rows + o->failed.n > o->most)
			return false;
		int64_t early = begun + GRACE_MS - clock_monotonic_ms();
		if (o->ended || early <= 0)
			one_write(o);
		if (o->ended)
			return true;
		one_listen(o);
		int timeout = early > 0 ? (int)early : o->fd < 0 ? AGAIN_MS : -1;
		enum one_next next = one_wait(o, timeout);
		if (next != ONE_ON)
			return next == ONE_LEAVE;
	}
}

bool page_one_screen(const struct page_ui_conf *conf, struct out *out, struct tty_watch *watch,
	int key_fd, struct buf *typed)
{
	struct one o = {
		.conf = conf, .out = out, .watch = watch, .key_fd = key_fd, .typed = typed
	};
	o.layout = conf->page.layout;
	one_measure(&o);
	bool done = one_loop(&o);
	one_deaf(&o);
	if (!done)
		one_erase(&o);
	(void)out_flush(out);
	buf_fini(&o.text);
	buf_fini(&o.shown);
	VEC_FREE(&o.failed);
	return done;
}
