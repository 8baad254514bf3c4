/* What of fd's line needs the system: folders, patterns, ignore files, colours. */
#include "efind.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/os/clock.h"
#include "ember/os/dir.h"
#include "ember/os/env.h"
#include "ember/os/pool.h"
#include "ember/term/tty.h"
#include "ember/walk/ignore_global.h"

#define SETUP_EXEC_FDS 64 /* with fewer descriptors commands run one after the other */

/* ---------------------------------------------------------------- folders */

static int setup_cwd(struct fd_conf *c)
{
	struct err e = { 0 };
	char cwd[PATH_MAX];
	if (c->base_directory && chdir(c->base_directory) != 0) {
		err_sys(&e, errno, NULL);
		diag_path(c->diag, 1, str_from(c->base_directory), &e);
		return -1;
	}
	if (getcwd(cwd, sizeof(cwd))) {
		c->query.cwd = c->ignore.cwd = c->print.cwd = arena_str(c->arena, str_from(cwd));
		return 0;
	}
	if (errno == ENOENT && !c->roots.n) {
		diag_text(c->diag, 1, "the working directory does not exist any more");
		return -1;
	}
	return 0; /* unreadable or too deep: paths that need it stay relative */
}

/* "." for no root, absolute ones with -a; those that are no folders are told and dropped (E4). */
static int setup_roots(struct fd_conf *c)
{
	bool none = !c->roots.n;
	size_t kept = 0;
	if (none)
		VEC_PUSH(&c->roots) = ".";
	for (size_t i = 0; i < c->roots.n; i++) {
		const char *root = c->roots.p[i];
		struct err e = { 0 };
		struct stat sb;
		if (stat(root, &sb) != 0)
			err_sys(&e, errno, NULL);
		else if (!S_ISDIR(sb.st_mode))
			err_sys(&e, ENOTDIR, NULL);
		char *absolute = !e.num && c->absolute ? realpath(root, NULL) : NULL;
		if (absolute) {
			root = arena_cstr(c->arena, str_from(absolute));
			free(absolute);
		}
		if (e.num)
			diag_path(c->diag, 0, str_from(root), &e);
		else
			c->roots.p[kept++] = root;
	}
	c->roots.n = kept;
	if (!kept) {
		diag_text(c->diag, 1, "there is no directory to search in");
		return -1;
	}
	c->print.strip = c->strip > 0 ||
		(c->strip == 0 && none && c->print.end == '\n' && !c->commands.n);
	return 0;
}

/* ---------------------------------------------------------------- times */

static int setup_time(struct fd_conf *c, const char *text, struct stat_time *out, bool *set)
{
	if (!text)
		return 0;
	*set = true;
	if (fd_time(str_from(text), clock_now(), out))
		return 0;
	diag_text(c->diag, 1, "'%s' is neither a date nor a duration", text);
	return -1;
}

/* ---------------------------------------------------------------- what is left out */

/* -E globs as the lines of an ignore file; absolute ones a second time (I1). */
static int setup_excludes(struct fd_conf *c)
{
	struct buf text = { 0 }, absolute = { 0 };
	for (size_t i = 0; i < c->excludes.n; i++) {
		struct str s = c->excludes.p[i];
		struct err e = { 0 };
		struct glob *g = glob_compile(s, GLOB_BRACES, &e);
		if (!g) {
			diag_text(c->diag, 1, "--exclude: bad glob '%.*s': %s", STR_ARG(s), e.what);
			buf_fini(&text);
			buf_fini(&absolute);
			return -1;
		}
		glob_free(g);
		if (s.n && (s.p[0] == '#' || s.p[0] == '!'))
			buf_char(&text, '\\');
		buf_str(&text, s);
		buf_char(&text, '\n');
		if (s.n && s.p[0] == '/') {
			buf_str(&absolute, s);
			buf_char(&absolute, '\n');
		}
	}
	c->ignore.exclude = c->owned[0] = text.n ? ignore_parse_globs(buf_view(&text), GLOB_BRACES)
						 : NULL;
	c->ignore.exclude_abs = c->owned[1] = absolute.n
		? ignore_parse_globs(buf_view(&absolute), GLOB_BRACES)
		: NULL;
	buf_fini(&text);
	buf_fini(&absolute);
	return 0;
}

static int setup_ignore(struct fd_conf *c)
{
	struct ignore_conf *ig = &c->ignore;
	ig->vcs = ig->vcs && ig->files;
	ig->global = ig->global && ig->files;
	if (setup_excludes(c) != 0)
		return -1;
	for (size_t i = 0; i < c->ignore_files.n; i++) {
		struct ignore *one = NULL;
		struct err e = { 0 };
		if (ignore_open(&one, c->ignore_files.p[i], &e) != 0)
			diag_path(c->diag, 0, str_from(c->ignore_files.p[i]), &e);
		else if (one)
			VEC_PUSH(&c->extra) = one;
	}
	ig->extra = c->extra.p;
	ig->n_extra = c->extra.n;
	bool any = !ig->hidden || ig->files || ig->exclude || ig->n_extra;
	c->walk.ignore = any ? ig : NULL;
	c->walk.contain = c->contain.p;
	c->walk.n_contain = c->contain.n;
	return 0;
}

/* ---------------------------------------------------------------- output */

static void setup_colors(struct fd_conf *c, bool tty)
{
	struct color_env env = color_env();
	const char *text = env_get("LS_COLORS");
	if (!color_wanted(c->color, tty, &env))
		return;
	if (c->color == COLOR_AUTO && color_depth(&env, COLOR_QUICK) < COLOR_16)
		return;
	lscolors_init(&c->lscolors);
	if (text && lscolors_parse(&c->lscolors, c->arena, str_from(text), NULL) != 0)
		return;
	c->print.colors = &c->lscolors;
	c->print.needs = lscolors_needs(&c->lscolors);
}

static void setup_print(struct fd_conf *c)
{
	char host[256] = "";
	bool tty = tty_is(STDOUT_FILENO);
	if (c->format) {
		fd_format_parse(&c->template, c->arena, str_from(c->format), true);
		c->print.format = &c->template;
	}
	c->print.safe = tty;
	if (c->commands.n)
		return;
	setup_colors(c, tty);
	if (c->hyperlink_on &&
		(c->hyperlink == COLOR_ALWAYS || (c->hyperlink == COLOR_AUTO && tty))) {
		(void)gethostname(host, sizeof(host) - 1);
		c->print.host = arena_str(c->arena, str_from(host));
	}
}

/* -l is a command line of our own (O11). */
static void setup_list(struct fd_conf *c)
{
	struct err e = { 0 };
	struct color_env env = color_env();
	struct fd_command cmd;
	const char *els = env_part(c->arena, "els", &e);
	bool color = color_wanted(c->color, tty_is(STDOUT_FILENO), &env);
	const char *words[] = { els ? els : "ls", "-l", "-h", "-d",
		color ? "--color=always" : "--color=never", "--" };
	char *argv[COUNTOF(words)];
	for (size_t i = 0; i < COUNTOF(words); i++)
		argv[i] = arena_cstr(c->arena, str_from(words[i]));
	if (fd_command_parse(&cmd, c->arena, argv, COUNTOF(words), true) == NULL)
		VEC_PUSH(&c->commands) = cmd;
	c->batch = true;
}

static void setup_exec(struct fd_conf *c)
{
	c->exec.commands = c->commands.p;
	c->exec.n = c->commands.n;
	c->exec.batch = c->batch;
	c->exec.workers = c->walk.threads ? c->walk.threads : pool_default();
	if (dir_limit() < SETUP_EXEC_FDS)
		c->exec.workers = 1;
	if (c->exec.workers < 2)
		c->walk.threads = 1; /* one command at a time */
	c->exec.ordered = c->sort.on;
	c->exec.print = &c->print;
}

/* Sorting holds all results; an order of visits is seen only where none are held. */
static void setup_order(struct fd_conf *c)
{
	if (c->sort.reverse && !c->given[FD_OPT_SORT])
		c->sort.on = true;
	if (c->walk.order == WALK_AUTO)
		return;
	c->walk.threads = 1;
	if (!c->given[FD_OPT_BUFFER_TIME])
		c->buffer_ms = 0;
}

int fd_conf_finish(struct fd_conf *c)
{
	setup_order(c);
	if (c->unrestricted) {
		c->ignore.hidden = true;
		c->ignore.files = false;
	}
	if (c->list)
		setup_list(c);
	if (fd_patterns_read(c) != 0 || fd_patterns_finish(c) != 0 || setup_cwd(c) != 0 ||
		setup_time(c, c->time_within, &c->query.after_time, &c->query.within) != 0 ||
		setup_time(c, c->time_before, &c->query.before_time, &c->query.before) != 0 ||
		setup_ignore(c) != 0 || setup_roots(c) != 0)
		return -1;
	setup_print(c);
	if (c->commands.n)
		setup_exec(c);
	return 0;
}
