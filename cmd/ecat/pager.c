#include "pager.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/base/number.h"
#include "ember/base/vec.h"
#include "ember/cli/rcfile.h"
#include "ember/os/env.h"
#include "ember/os/spawn.h"

#define LESS_CLEARS_NOT 530 /* the first less that -F needs no -X for */

static bool pager_in(struct str name, const char *const *names)
{
	for (; *names; names++)
		if (str_eqc(name, *names))
			return true;
	return false;
}

/* The first that is set, empty or not. *from_pager: by PAGER, which often nobody has chosen. */
static const char *pager_value(const struct ecat_conf *c, const char **name, bool *from_pager)
{
	static const char *const names[] = { "EMBER_PAGER", "BAT_PAGER", "PAGER" };
	*from_pager = false;
	*name = "--pager";
	if (c->pager)
		return c->pager;
	for (size_t i = 0; i < COUNTOF(names); i++) {
		const char *value = env_raw(names[i]);
		if (!value)
			continue;
		*name = names[i];
		*from_pager = i == COUNTOF(names) - 1;
		return value;
	}
	return NULL;
}

/* less with what ecat's output asks for; `program` as it was named. */
static void pager_less(struct pager *p, const struct ecat_conf *c, struct arena *a, char *program)
{
	static char raw[] = "-R", one_screen[] = "-F", chop[] = "-S", interrupt[] = "-K", keep[] = "-X";
	char ask[] = "--version";
	char *version_argv[] = { program, ask, NULL };
	struct spawn s = { .argv = version_argv, .cwd = -1, .in = SPAWN_NULL, .out = -1, .err = -1 };
	struct buf text = { 0 };
	struct err e;
	int status;
	uint64_t version = LESS_CLEARS_NOT;
	bool busybox = false;
	if (spawn_capture(&s, &text, &text, 4096, &status, &e) == 0) {
		struct str said = buf_view(&text);
		busybox = str_find(said, STR("BusyBox")) != STR_NONE;
		str_cut(&said, ' ');
		size_t n = 0;
		while (n < said.n && ascii_digit(said.p[n]))
			n++;
		if (!number_u64(str_sub(said, 0, n), &version))
			version = LESS_CLEARS_NOT;
	}
	buf_fini(&text);
	char **argv = ARENA_ARRAY(a, char *, 7);
	size_t n = 0;
	argv[n++] = program;
	argv[n++] = raw;
	if (c->paging == ECAT_AUTO)
		argv[n++] = one_screen;
	if (c->wrap == ECAT_WRAP_NEVER)
		argv[n++] = chop;
	if (!busybox)
		argv[n++] = interrupt;
	if (!busybox && version < LESS_CLEARS_NOT)
		argv[n++] = keep;
	argv[n] = NULL;
	p->argv = argv;
}

/* Told. One that a file names is as good as none. */
static enum pager_choice pager_bad(const struct ecat_conf *c, struct diag *d, struct arena *a, const char *name,
	const char *value, const char *what)
{
	const char *place = place_text(c, a, value);
	diag_text(d, !*place, "%s%s: '%s': %s", place, name, value, what);
	return *place ? PAGER_BUILTIN : PAGER_WRONG;
}

enum pager_choice pager_choose(struct pager *p, const struct ecat_conf *c, struct diag *d, struct arena *a)
{
	static const char *const ours[] = { "ecat", "bat", "batcat", NULL };
	static const char *const usual[] = { "less", "more", "most", "ecat", "bat", "batcat", NULL };
	static char less[] = "less";
	const char *name, *what;
	bool from_pager;
	const char *value = pager_value(c, &name, &from_pager);
	*p = (struct pager){ .pid = -1 };
	if (!value)
		return PAGER_BUILTIN;
	p->argv = rcfile_argv(a, str_from(value), &what);
	if (!p->argv)
		return pager_bad(c, d, a, name, value, what);
	struct str program = str_base(str_from(p->argv[0]));
	if (!p->argv[0] || str_eqc(program, "cat"))
		return PAGER_NONE;
	if (str_eqc(program, "builtin") || (from_pager && !c->as_bat && pager_in(program, usual)))
		return PAGER_BUILTIN;
	if (from_pager && pager_in(program, usual)) {
		pager_less(p, c, a, str_eqc(program, "less") ? p->argv[0] : less);
	} else if (pager_in(program, ours)) {
		return pager_bad(c, d, a, name, value, "ecat cannot be its own pager");
	} else if (str_eqc(program, "less") && !p->argv[1]) {
		pager_less(p, c, a, p->argv[0]);
	}
	return PAGER_PROGRAM;
}

bool pager_start(struct pager *p, struct diag *d, struct out *out)
{
	struct err e;
	int ends[2];
	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	(void)setenv("LESSCHARSET", "UTF-8", 1);
	struct spawn s = { .argv = p->argv, .cwd = -1, .in = SPAWN_FROM, .from = ends[0], .out = -1, .err = -1 };
	int failed = spawn_start(&p->pid, &s, &e);
	close(ends[0]);
	if (failed) {
		char words[256];
		close(ends[1]);
		diag_words(&e, words, sizeof(words));
		diag_warn(d, "pager '%s': %s", p->argv[0], words);
		return false;
	}
	signal(SIGPIPE, SIG_IGN); /* it may be left early */
	signal(SIGINT, SIG_IGN);  /* is the pager's: what ecat still writes ends with it */
	p->fd = out->fd;
	p->sink = out->sink;
	out->fd = ends[1];
	out->sink = NULL;
	return true;
}

void pager_end(struct pager *p, struct out *out)
{
	struct err e;
	int status;
	out_flush(out);
	close(out->fd);
	out->fd = p->fd;
	out->sink = p->sink;
	if (out->err == EPIPE)
		out->err = 0;
	(void)spawn_wait(p->pid, &status, &e);
}
