/* find's language: read the line, walk in GNU find's order, judge each entry. */
#include "efind.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/out.h"
#include "ember/expr/find.h"
#include "ember/expr/gnu_regex.h"
#include "ember/expr/lang.h"
#include "ember/os/clock.h"
#include "ember/os/env.h"
#include "ember/os/pool.h"
#include "ember/term/tty.h"
#include "ember/text/safe.h"
#include "ember/walk/ignore_global.h"
#include "ember/walk/order.h"
#include "ember/walk/removal.h"

struct find_job {
	struct diag *diag;
	struct out out;
	struct find_line line;
	struct find_state state;
	struct expr_run run;
	struct expr_run *ahead; /* one for each thread that looks ahead */
	struct order_conf order;
	uint32_t level;      /* -S bfs: the depth that is visited in this pass ... */
	bool deeper;         /* ... there is a directory to go on below */
	struct map closed;   /* ... paths that are not entered, messages that were told */
	struct fd_print paint;
	struct lscolors lscolors;
	struct ignore_conf ignore;
	struct ignore *ignores[2];
};

/* What is asked of the kernel where anything is: all of it costs the same. */
#define JOB_FACTS (STATX_BASIC_STATS | STATX_BTIME)

/* ---- what the library asks of us */

/* -S bfs: remember a path; false when it was known. */
static bool job_close(struct find_job *j, struct str path)
{
	if (map_get(&j->closed, path, NULL))
		return false;
	map_put(&j->closed, arena_str(j->state.arena, path), 1);
	return true;
}

static void job_settle(void *ctx)
{
	struct find_job *j = ctx;
	if (j->state.removals)
		removals_settle(j->state.removals);
}

static void job_tell_failure(struct find_job *j, struct str path, const struct err *e)
{
	bool is_root = path.n == j->state.root.n && j->run.entry && j->run.entry->depth == 0;
	if (e->num == ENOENT && j->line.ignore_race && !is_root)
		return;
	if (j->line.noerror || (j->line.breadth && !job_close(j, path)))
		return;
	struct err only = { .num = e->num };
	if (e->num)
		diag_about(j->diag, 1, e->what, path, &only);
	else
		diag_about(j->diag, 1, NULL, path, e);
}

/* What came before it is told before it. */
static void job_report(void *ctx, struct str path, const struct err *e)
{
	struct find_job *j = ctx;
	job_settle(j);
	job_tell_failure(j, path, e);
}

static void job_undeleted(void *ctx, struct str path, int num)
{
	struct find_job *j = ctx;
	struct err e = { .num = num, .what = FIND_UNDELETED };
	if (num != ENOENT || !j->line.ignore_race)
		job_tell_failure(j, path, &e);
}

static void job_note(void *ctx, struct str text)
{
	struct find_job *j = ctx;
	diag_text(j->diag, 0, "%.*s", STR_ARG(text));
}

/* One line of standard input, byte by byte: what follows it belongs to the next question. */
static bool job_ask(void *ctx, struct str prompt)
{
	struct find_job *j = ctx;
	char answer[256];
	size_t n = 0;
	struct buf clean = { 0 };
	(void)j;
	safe_add(&clean, prompt, 0);
	out_write_all(STDERR_FILENO, clean.p, clean.n);
	buf_fini(&clean);
	for (;;) {
		char c;
		ssize_t got = read(STDIN_FILENO, &c, 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || c == '\n')
			break;
		if (n < sizeof(answer) - 1)
			answer[n++] = c;
	}
	lang_ready();
	answer[n] = '\0';
	return rpmatch(answer) > 0;
}

static enum walk_answer job_visit(void *ctx, struct entry *e)
{
	struct find_job *j = ctx;
	j->run.entry = e;
	if (EMBER_UNLIKELY(j->state.pending_dirs))
		find_before(&j->state, &j->run);
	expr_resume(&j->line.expr, &j->run, e->answer);
	if (j->state.tty && j->out.n)
		out_flush(&j->out);
	if (j->run.quit || j->out.err)
		return WALK_STOP;
	if (!j->line.breadth)
		return j->run.prune ? WALK_PRUNE : WALK_ON;
	if (j->run.prune)
		job_close(j, e->path);
	else if (entry_type(e) == DT_DIR)
		j->deeper = true;
	return WALK_ON;
}

/* All that is asked is the path on a line, into a file or a pipe. */
static enum walk_answer job_list(void *ctx, struct entry *e)
{
	struct find_job *j = ctx;
	j->run.entry = e;
	out_line(&j->out, e->path);
	return EMBER_UNLIKELY(j->out.err) ? WALK_STOP : WALK_ON;
}

/* Left out with all that is below it, by what counts for the whole line. */
static bool job_drop(void *ctx, struct entry *e)
{
	struct find_job *j = ctx;
	j->run.entry = e;
	if (j->line.breadth && e->depth < j->level)
		return map_get(&j->closed, e->path, NULL);
	bool out = find_left_out(&j->state, &j->run);
	if (out && j->line.breadth)
		job_close(j, e->path);
	return out;
}

/* On the thread of that worker: what the tests say before the entry's turn. */
static uint32_t job_look(void *ctx, unsigned worker, struct entry *e, bool *enter)
{
	struct find_job *j = ctx;
	struct expr_run *run = &j->ahead[worker];
	run->entry = e;
	unsigned facts = j->order.acts ? 0 : JOB_FACTS; /* they may be others by then */
	if (find_may_leave_out(&j->line, run, facts))
		*enter = false;
	return expr_look(&j->line.expr, run, facts, enter);
}

static void job_prepare(void *ctx)
{
	struct find_job *j = ctx;
	lang_ready(); /* the locale is the whole process's */
	for (size_t i = 0; i < j->line.regexes.n; i++)
		gnu_regex_share(j->line.regexes.p[i], j->order.threads);
}

/* ---- roots */

/* All of one level before the next: each is a walk of its own, down to it. */
static bool job_levels(struct find_job *j, const char *root)
{
	bool on = true;
	for (j->level = 0; on && j->level <= j->line.max_depth; j->level++) {
		j->order.max_depth = j->level;
		j->order.min_depth = j->level < j->line.min_depth ? j->line.min_depth : j->level;
		j->deeper = j->level < j->line.min_depth;
		on = order_run(&j->order, root);
		if (!j->deeper)
			break;
	}
	return on;
}

static bool job_root(struct find_job *j, const char *root)
{
	struct entry none = { .depth = 0 };
	j->state.root = str_from(root);
	j->run.entry = &none; /* errors of the root itself come before its entry */
	find_root_begin(&j->state, &j->run);
	bool on = j->line.breadth && !j->line.post ? job_levels(j, root) : order_run(&j->order, root);
	find_root_done(&j->state, &j->run);
	job_settle(j);
	return on;
}

#define FILES0_NAME_MAX (1u << 20) /* a longer start point is refused, bytes */

/* Names from -files0-from. False when the walk was stopped. */
static bool job_names(struct find_job *j, struct buf *b, size_t *line, bool last)
{
	struct str rest = buf_view(b);
	size_t used = 0;
	bool on = true;
	while (on && rest.n) {
		size_t end = str_chr(rest, '\0');
		if (end == STR_NONE && !last)
			break;
		if (end == STR_NONE) {
			buf_char(b, '\0');
			rest = str_sub(buf_view(b), used, b->n);
			end = rest.n - 1;
		}
		++*line;
		if (end == 0)
			diag_text(j->diag, 1, "'%s':%zu: invalid zero-length file name", j->line.files0, *line);
		else
			on = job_root(j, rest.p);
		used += end + 1;
		rest = str_sub(rest, end + 1, rest.n);
	}
	memmove(b->p, b->p + used, b->n - used);
	b->n -= used;
	return on;
}

static void job_files0(struct find_job *j)
{
	const char *name = j->line.files0;
	bool is_stdin = strcmp(name, "-") == 0;
	int fd = is_stdin ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct buf b = { 0 };
	size_t line = 0;
	struct err e = { 0 };
	bool on = true;
	if (fd < 0) {
		e.num = errno;
		diag_about(j->diag, 1, "cannot open", str_from(name), &e);
		return;
	}
	while (on && b.n < FILES0_NAME_MAX) {
		buf_reserve(&b, 65536);
		ssize_t n = read(fd, b.p + b.n, 65536);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			e.num = errno;
			diag_about(j->diag, 1, NULL, str_from(name), &e);
		}
		if (n > 0)
			b.n += (size_t)n;
		on = job_names(j, &b, &line, n <= 0);
		if (n <= 0)
			break;
	}
	if (b.n >= FILES0_NAME_MAX)
		diag_text(j->diag, 1, "'%s':%zu: file name too long", name, line + 1);
	buf_fini(&b);
	if (!is_stdin)
		close(fd);
}

/* ---- the run */

/* -gitignore: the sources of fd's language; dot names are shown, as find does. */
static void job_ignore(struct find_job *j)
{
	struct arena *a = j->state.arena;
	char cwd[PATH_MAX];
	struct ignore_conf *ig = &j->ignore;
	*ig = (struct ignore_conf){ .hidden = true, .files = true, .vcs = true, .require_git = true,
		.parents = true, .global = true };
	if (getcwd(cwd, sizeof(cwd)))
		ig->cwd = arena_str(a, str_from(cwd));
	ignore_users(ig, a, j->ignores);
	j->order.ignore = ig;
}

/* Scripts that say "find" get no colours that they did not ask for. */
static void job_paint(struct find_job *j)
{
	struct color_env env = color_env();
	bool quiet = strcmp(j->diag->program, "find") == 0;
	int asked = j->line.color;
	if (asked < 0 || (asked == 0 && (quiet || !color_wanted(COLOR_AUTO, isatty(STDOUT_FILENO), &env))))
		return;
	const char *text = env_get("LS_COLORS");
	lscolors_init(&j->lscolors);
	if (text && lscolors_parse(&j->lscolors, j->state.arena, str_from(text), NULL) != 0)
		return;
	j->paint = (struct fd_print){ .safe = isatty(STDOUT_FILENO), .bare = true, .end = '\n',
		.colors = &j->lscolors, .needs = lscolors_needs(&j->lscolors) };
	j->state.paint = &j->paint;
	j->order.names_only = false;
}

static void job_order(struct find_job *j)
{
	const struct find_line *l = &j->line;
	j->order = (struct order_conf){ .follow = l->follow, .post = l->post, .xdev = l->xdev, .mount = l->mount,
		.min_depth = l->min_depth, .max_depth = l->max_depth, .ctx = j, .visit = job_visit,
		.error = job_report };
	/* The facts of a directory are those before it was read, which changes its time of access. */
	if (l->expr.needs & EXPR_NEED_STAT)
		j->order.stat_first = JOB_FACTS;
	j->order.sorted = l->sorted;
	if (find_leaves_out(l) || l->breadth)
		j->order.drop = job_drop;
	if (l->gitignore)
		job_ignore(j);
	j->order.acts = l->expr.flags & EXPR_OUTSIDE;
	if (l->breadth)
		return;
	/* A program for each entry takes longer than any reading; and of short walks there is little to read. */
	if (l->one_by_one || l->files0 || l->max_depth < 2)
		return;
	j->order.names_only = !(l->expr.needs & ~EXPR_NEED_TYPE) && !find_leaves_out(l);
	j->order.threads = l->threads ? l->threads : pool_default();
	j->order.at_once = l->threads > 0;
	j->order.prepare = job_prepare;
	j->ahead = ARENA_ARRAY(j->state.arena, struct expr_run, j->order.threads);
	for (unsigned i = 0; i < j->order.threads; i++)
		j->ahead[i].worker = i;
	if (j->order.threads > 1 && find_deletes_later(l)) {
		struct removals_conf conf = { .threads = j->order.threads, .at_once = l->threads > 0, .ctx = j,
			.failed = job_undeleted };
		j->state.removals = removals_new(&conf);
		j->order.settle = job_settle;
		j->order.at_once = false;
	}
	bool tests = false;
	for (uint32_t i = 0; i < l->expr.n; i++)
		tests |= l->expr.steps[i].row->flags & (EXPR_AHEAD | EXPR_PRUNES);
	bool slow = (l->expr.needs & EXPR_NEED_STAT) || l->regexes.n;
	if (tests || slow)
		j->order.look = job_look;
	/* Patterns of names leave so little to show that one thread does it for less, and as fast; a listing of all, nearly. */
	j->order.eager = !j->order.settle && (slow || j->order.acts);
	j->order.patient = !j->order.eager && !tests;
}

static void job_walk(struct find_job *j)
{
	struct str message = { 0 };
	struct arena *a = j->state.arena;
	if (find_open(&j->state, &j->line, a, &j->out, &j->run, &message) != 0) {
		diag_text(j->diag, 1, "%.*s", STR_ARG(message));
	} else {
		job_order(j);
		job_paint(j);
		if (find_lists(&j->line) && !j->state.tty && !j->state.paint && !j->line.breadth)
			j->order.visit = job_list;
		if (j->line.files0)
			job_files0(j);
		for (size_t i = 0; !j->line.files0 && i < j->line.n_roots; i++)
			if (!job_root(j, j->line.roots[i]))
				break;
	}
	struct str path = { 0 };
	struct err e = { .num = find_close(&j->state, &j->run, &path) };
	if (e.num)
		diag_about(j->diag, 1, NULL, path, &e);
	if (j->state.failed && j->diag->status < 1)
		j->diag->status = 1;
	if (j->state.exits)
		j->diag->status = j->state.exit_status;
	map_fini(&j->closed);
	for (size_t i = 0; i < COUNTOF(j->ignores); i++)
		ignore_free(j->ignores[i]);
}

static void job_tell(struct find_job *j)
{
	if (j->line.debug_help)
		out_text(&j->out, "Valid arguments for -D: exec, opt, rates, search, stat, time, tree, all, help\n"
			"They are accepted for the sake of scripts and show nothing here.\n");
	else if (j->line.help)
		find_help(&j->out, j->diag->program);
	else
		out_printf(&j->out, "%s (ember) %s\n", j->diag->program, EMBER_VERSION);
}

/* `because`: the word that made it find's language, or NULL. */
static void job_complain(struct find_job *j, const char *because)
{
	diag_text(j->diag, 1, "%.*s", STR_ARG(j->line.message));
	if (j->line.wrong.n && j->line.wrong_at != STR_NONE)
		show_place(j->diag, j->line.wrong, j->line.wrong_at);
	if (j->line.hint.n)
		diag_text(j->diag, 1, "%.*s", STR_ARG(j->line.hint));
	if (!because || j->line.hint.n || !tty_is(STDERR_FILENO))
		return;
	if (find_word(because) == FIND_WORD_UNKNOWN) /* L14 */
		diag_text(j->diag, 1, "'%s' is no option of fd's either: -h shows those, -help find's words", because);
	else /* L20 */
		diag_text(j->diag, 1, "'%s' made this find's language; --lang=fd first makes it fd's", because);
}

void run_find(struct diag *d, struct arena *a, const char *because, int argc, char **argv)
{
	struct stat_time now = clock_now();
	struct find_world world = { .now_sec = now.sec, .now_nsec = now.nsec, .warn = isatty(STDIN_FILENO),
		.posix = getenv("POSIXLY_CORRECT") != NULL };
	struct find_job j = { .diag = d };
	out_init(&j.out, STDOUT_FILENO, OUT_CAP);
	diag_bind(d, &j.out);
	j.run = (struct expr_run){ .report = job_report, .ctx = &j };
	j.state = (struct find_state){ .ask = job_ask, .note = job_note, .arena = a };
	int bad = find_parse(&j.line, a, &world, argc, argv);
	for (size_t i = 0; i < j.line.warnings.n; i++)
		diag_warn(d, "%.*s", STR_ARG(j.line.warnings.p[i]));
	if (bad)
		job_complain(&j, because);
	else if (j.line.help || j.line.version || j.line.debug_help)
		job_tell(&j);
	else
		job_walk(&j);
	if (out_flush(&j.out) != 0) {
		struct err e = { .num = j.out.err };
		diag_about(d, 1, NULL, STR("standard output"), &e);
	}
	removals_free(j.state.removals);
	find_line_fini(&j.line);
	out_fini(&j.out);
	diag_bind(d, NULL);
}
