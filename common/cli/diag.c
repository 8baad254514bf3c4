#include "ember/cli/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/text/safe.h"

void diag_init(struct diag *d, const char *argv0)
{
	const char *slash = argv0 ? strrchr(argv0, '/') : NULL;
	const char *name = slash ? slash + 1 : argv0;
	if (name && *name == '-')
		name++;
	*d = (struct diag){ .program = name && *name ? name : "ember" };
	pthread_mutex_init(&d->lock, NULL);
}

void diag_bind(struct diag *d, struct out *out)
{
	d->out = out;
	d->same = DIAG_SAME_UNKNOWN;
}

/* Do messages go where the output goes? A terminal has several names. */
static bool diag_same(struct diag *d)
{
	struct stat a, b;
	if (d->same == DIAG_SAME_UNKNOWN) {
		bool same = fstat(d->out->fd, &a) == 0 && fstat(STDERR_FILENO, &b) == 0 &&
			(S_ISCHR(a.st_mode) && S_ISCHR(b.st_mode)
					? a.st_rdev == b.st_rdev
					: a.st_dev == b.st_dev && a.st_ino == b.st_ino);
		d->same = same ? DIAG_SAME : DIAG_APART;
	}
	return d->same == DIAG_SAME;
}

/* Write the line (with its LF) whole, so that lines of several processes do not mix. */
static void diag_put(struct diag *d, int status, struct buf *line)
{
	pthread_mutex_lock(&d->lock);
	/* struct out belongs to the main thread: a worker must not touch it. */
	if (d->out && gettid() == getpid() && diag_same(d))
		out_flush(d->out);
	out_write_all(STDERR_FILENO, line->p, line->n);
	if (status > d->status)
		d->status = status;
	pthread_mutex_unlock(&d->lock);
	buf_fini(line);
}

static void diag_start(struct diag *d, struct buf *line)
{
	if (d->bracketed)
		buf_printf(line, "[%s error]", d->bracketed);
	else
		safe_add(line, str_from(d->program), 0);
	buf_text(line, ": ");
}

EMBER_PRINTF(2, 0) static void diag_vtext(struct buf *line, const char *fmt, va_list ap)
{
	struct buf text = { 0 };
	buf_vprintf(&text, fmt, ap);
	safe_add(line, buf_view(&text), 0);
	buf_fini(&text);
	buf_char(line, '\n');
}

static void diag_reason(struct buf *line, const struct err *e)
{
	char words[512];
	if (e && e->line)
		buf_printf(line, ":%u", e->line);
	diag_words(e, words, sizeof(words));
	if (words[0]) {
		buf_text(line, ": ");
		buf_text(line, words);
	}
	buf_char(line, '\n');
}

void diag_path(struct diag *d, int status, struct str path, const struct err *e)
{
	struct buf line = { 0 };
	diag_start(d, &line);
	diag_quote(&line, path, false);
	diag_reason(&line, e);
	diag_put(d, status, &line);
}

void diag_about(
	struct diag *d, int status, const char *before, struct str path, const struct err *e)
{
	struct buf line = { 0 };
	diag_start(d, &line);
	if (before && *before) {
		buf_text(&line, before);
		buf_char(&line, ' ');
	}
	diag_quote(&line, path, true);
	diag_reason(&line, e);
	diag_put(d, status, &line);
}

enum diag_kind { DIAG_TEXT, DIAG_WARNING, DIAG_USAGE };

EMBER_PRINTF(4, 0)
static void diag_say(struct diag *d, int status, enum diag_kind kind, const char *fmt, va_list ap)
{
	struct buf line = { 0 };
	if (kind == DIAG_WARNING && d->bracketed)
		buf_printf(&line, "[%s warning]: ", d->bracketed);
	else
		diag_start(d, &line);
	if (kind == DIAG_WARNING && !d->bracketed)
		buf_text(&line, "warning: ");
	diag_vtext(&line, fmt, ap);
	if (kind == DIAG_USAGE) {
		buf_text(&line, "Try '");
		safe_add(&line, str_from(d->program), 0);
		buf_text(&line, " --help' for more information.\n");
	}
	diag_put(d, status, &line);
}

void diag_text(struct diag *d, int status, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	diag_say(d, status, DIAG_TEXT, fmt, ap);
	va_end(ap);
}

void diag_warn(struct diag *d, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	diag_say(d, 0, DIAG_WARNING, fmt, ap);
	va_end(ap);
}

void diag_usage(struct diag *d, int status, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	diag_say(d, status, DIAG_USAGE, fmt, ap);
	va_end(ap);
}

void diag_words(const struct err *e, char *p, size_t n)
{
	char text[128];
	const char *what = e && e->what ? e->what : "";

	if (n == 0)
		return;
	if (!e || e->num == 0) {
		snprintf(p, n, "%s", what);
		return;
	}
	const char *reason = strerror_r(e->num, text, sizeof(text));
	if (strchr(what, ' '))
		snprintf(p, n, "%s: %s", what, reason);
	else
		snprintf(p, n, "%s", reason);
}
