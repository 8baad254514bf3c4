#include "efind.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/cli/help.h"
#include "ember/cli/opt.h"
#include "ember/cli/optdoc.h"
#include "ember/expr/find.h"
#include "ember/os/file.h"
#include "ember/term/tty.h"
#include "ember/walk/ignore_global.h"
#include "results.h"

#define RUN_WATCH_MS 100 /* how often a pipe is asked whether its reader is still there (B14) */

static _Atomic bool run_interrupted; /* set by the signal handler */

/* What one worker has to itself. */
struct run_worker {
	struct expr_run expr;
	struct fd_judge judge;
	struct results_lane lane;
	struct buf scratch;
	struct run *run;
};

struct run {
	struct fd_conf *c;
	struct diag *diag;
	struct expr expr;
	struct results results;
	struct run_worker *workers;
	unsigned n_workers;
	struct fd_exec *exec;
	_Atomic uint64_t found; /* counted with -q and --max-results only */
	_Atomic bool any;       /* something was found */
	_Atomic bool erred;     /* something could not be read, and --fail-on-error wants to know */
	_Atomic bool stop;      /* the reader has gone, or a pattern gave up */
	_Atomic(const struct fd_pattern *) gave_up;
	bool pipe;              /* standard output is a pipe or socket, and watched */
	_Atomic int64_t watched_ms; /* when it was last asked about, by any worker */
};

static void run_on_interrupt(int sig)
{
	(void)sig;
	atomic_store(&run_interrupted, true);
}

/* ---------------------------------------------------------------- entries */

static void run_report(void *ctx, struct str path, const struct err *e)
{
	const struct run_worker *w = ctx;
	const struct fd_conf *c = w->run->c;
	if (c->show_errors)
		diag_path(w->run->diag, c->fail_on_error, path, e);
	else if (c->fail_on_error)
		atomic_store_explicit(&w->run->erred, true, memory_order_relaxed);
}

static void run_rules(void *ctx)
{
	struct run *r = ctx;
	ignore_users(&r->c->ignore, r->c->arena, r->c->owned + 2);
}

static void run_error(void *ctx, unsigned worker, struct str path, const struct err *e)
{
	const struct run *r = ctx;
	run_report(&r->workers[worker], path, e);
}

static void run_deliver(struct run *r, struct run_worker *w, struct entry *e)
{
	if (!atomic_load_explicit(&r->any, memory_order_relaxed))
		atomic_store_explicit(&r->any, true, memory_order_relaxed);
	if (r->exec && !r->c->sort.on) {
		fd_exec_add(r->exec, e->path);
		return;
	}
	struct buf *to = results_open(&w->lane);
	if (r->exec)
		buf_str(to, e->path);
	else
		fd_print(&r->c->print, to, e, &w->scratch);
	results_close(&r->results, &w->lane, e);
}

static void run_command(void *ctx, struct str path)
{
	fd_exec_add(ctx, path);
}

static enum walk_answer run_visit(void *ctx, unsigned worker, struct entry *e)
{
	struct run *r = ctx;
	const struct fd_conf *c = r->c;
	struct run_worker *w = &r->workers[worker];
	enum walk_answer answer = c->prune ? WALK_PRUNE : WALK_ON;
	w->expr.entry = e;
	bool matched = expr_judge(&r->expr, &w->expr);
	if (EMBER_UNLIKELY(w->expr.quit)) {
		atomic_store(&r->gave_up, w->judge.gave_up);
		return WALK_STOP;
	}
	if (!matched)
		return WALK_ON;
	if (c->quiet || (c->max_results && !c->sort.on)) {
		uint64_t before = atomic_fetch_add(&r->found, 1);
		if (c->quiet || before >= c->max_results)
			return WALK_STOP;
		if (before + 1 == c->max_results)
			answer = WALK_STOP;
	}
	run_deliver(r, w, e);
	return answer;
}

/* The reader of our pipe has gone although nothing was written: stop (B14). */
static void run_watch(struct run *r)
{
	struct pollfd p = { .fd = STDOUT_FILENO };
	int64_t now = results_now_ms();
	int64_t last = atomic_load_explicit(&r->watched_ms, memory_order_relaxed);
	/* Whichever worker comes first; relaxed, for nothing hangs on the time but this. */
	if (now - last < RUN_WATCH_MS ||
		!atomic_compare_exchange_strong_explicit(&r->watched_ms, &last, now,
			memory_order_relaxed, memory_order_relaxed))
		return;
	if (poll(&p, 1, 0) == 1 && (p.revents & POLLERR))
		atomic_store(&r->results.broken, true);
}

static void run_rest(void *ctx, unsigned worker)
{
	struct run *r = ctx;
	if (!r->exec || r->c->sort.on)
		results_rest(&r->results, &r->workers[worker].lane);
	if (r->pipe)
		run_watch(r);
	if (atomic_load_explicit(&r->results.broken, memory_order_relaxed) ||
		atomic_load_explicit(&run_interrupted, memory_order_relaxed))
		atomic_store_explicit(&r->stop, true, memory_order_relaxed);
}

/* ---------------------------------------------------------------- the search */

static void run_exec_report(void *ctx, struct str command, const struct err *e)
{
	diag_path(((struct run *)ctx)->diag, 1, command, e);
}

static void run_failed(struct diag *d)
{
	d->status = d->status > 1 ? d->status : 1;
}

static void run_walk(struct run *r, struct fd_conf *c, struct out *out)
{
	unsigned n = walk_workers(&c->walk);
	struct stat sb;
	r->n_workers = n;
	r->workers = mem_zero(n, sizeof(*r->workers));
	for (unsigned i = 0; i < n; i++) {
		struct run_worker *w = &r->workers[i];
		w->run = r;
		fd_judge_init(&w->judge);
		w->expr = (struct expr_run){ .report = run_report, .ctx = w, .own = &w->judge };
	}
	r->pipe = fstat(STDOUT_FILENO, &sb) == 0 && (S_ISFIFO(sb.st_mode) || S_ISSOCK(sb.st_mode));
	results_init(&r->results, out, c->print.safe, c->buffer_ms, c->sort, c->max_results);
	if (c->commands.n) {
		c->exec.ctx = r;
		c->exec.report = run_exec_report;
		r->exec = fd_exec_new(&c->exec);
	}
	c->walk.ctx = r;
	c->walk.visit = run_visit;
	c->walk.rest = run_rest;
	c->walk.error = run_error;
	c->walk.rules = run_rules;
	c->walk.stop = &r->stop;
	walk_run(&c->walk, c->roots.p, c->roots.n);
	for (unsigned i = 0; i < n; i++)
		results_leave(&r->results, &r->workers[i].lane);
	if (r->exec && c->sort.on)
		results_each(&r->results, run_command, r->exec);
	if (r->exec && !fd_exec_finish(r->exec))
		run_failed(r->diag);
	if (!r->exec)
		results_finish(&r->results);
	if (atomic_load(&r->erred))
		run_failed(r->diag);
}

static void run_free(struct run *r)
{
	for (unsigned i = 0; i < r->n_workers; i++) {
		fd_judge_fini(&r->workers[i].judge);
		results_lane_fini(&r->workers[i].lane);
		buf_fini(&r->workers[i].scratch);
	}
	free(r->workers);
	fd_exec_free(r->exec);
	results_fini(&r->results);
}

static void run_write_failed(struct diag *d, int num)
{
	struct err e = { .num = num };
	char words[128];
	if (num == EPIPE) { /* the reader has what it wanted (E7) */
		run_failed(d);
		return;
	}
	diag_words(&e, words, sizeof(words));
	diag_text(d, 1, "write error: %s", words);
}

/* Nothing was found, and a person is watching: was the other language meant? (A17, A18) */
static void run_hint(const struct fd_conf *c, struct diag *d, const char *because)
{
	struct stat sb;
	struct str first = c->patterns.n ? c->patterns.p[0].text : (struct str){ 0 };
	const char *path = first.n ? arena_cstr(c->arena, first) : NULL;
	const char *close = because && because[0] == '-' && because[1] != '-' && strlen(because) > 3
		? find_closest(because)
		: NULL;
	if (!tty_is(STDERR_FILENO) || c->quiet)
		return;
	if (close)
		diag_text(d, 0, "'%s' was read as fd's options; find's word is -%s", because, close);
	else if (path && stat(path, &sb) == 0 && S_ISDIR(sb.st_mode))
		diag_text(d, 0,
			"'%s' was the pattern; to search in that directory use --search-path, or "
			"--lang=find first",
			path);
}

static void run_search(struct fd_conf *c, struct diag *d, struct out *out, const char *because)
{
	struct run r = { .c = c, .diag = d };
	fd_compile(&r.expr, c->arena, &c->query);
	run_walk(&r, c, out);
	const struct fd_pattern *p = atomic_load(&r.gave_up);
	struct err e;
	if (p && rx_start(&e) != 0)
		diag_text(d, 1, "%s", e.what);
	else if (p)
		diag_text(d, 1,
			"the pattern '%.*s' takes too long; make it simpler, or use "
			"--fixed-strings or --glob",
			STR_ARG(p->text));
	if (c->quiet && !atomic_load(&r.found))
		run_failed(d);
	if (!atomic_load(&r.any) && !p)
		run_hint(c, d, because);
	if (out->err || atomic_load(&r.results.broken))
		run_write_failed(d, out->err ? out->err : EPIPE);
	run_free(&r);
}

/* The script completes the name that we were called by. */
static void run_completions(const struct fd_conf *c, const struct diag *d, struct out *out)
{
	struct opt_table table = efind_options;
	struct buf b = { 0 };
	if (fd_name(d))
		table.program = d->program;
	if (strcmp(c->shell, "bash") == 0)
		optdoc_bash(&b, &table);
	else if (strcmp(c->shell, "zsh") == 0)
		optdoc_zsh(&b, &table);
	else
		optdoc_fish(&b, &table);
	out_str(out, buf_view(&b));
	buf_fini(&b);
}

static void run_tell(const struct fd_conf *c, struct diag *d, struct out *out)
{
	if (c->task == FD_TELL_COMPLETIONS)
		run_completions(c, d, out);
	else if (c->task == FD_TELL_VERSION)
		out_printf(out, "%s " EMBER_VERSION "\n",
			strcmp(d->program, "fd") == 0 ? "fd" : "efind");
	else
		help_print(out, &efind_options, OPT_FD | OPT_OWN,
			c->task == FD_TELL_BRIEF ? HELP_BRIEF : HELP_FULL, 0);
	if (out_flush(out) != 0)
		run_write_failed(d, out->err);
}

void run_fd(struct diag *d, struct arena *a, const char *because, int argc, char **argv)
{
	struct fd_conf c;
	struct out out;
	struct sigaction on = { .sa_handler = run_on_interrupt, .sa_flags = (int)SA_RESETHAND };
	unsigned closed = file_guard_standard();
	out_init(&out, STDOUT_FILENO, OUT_CAP);
	diag_bind(d, &out);
	if (fd_name(d)) /* E10 */
		d->bracketed = "fd";
	signal(SIGPIPE, SIG_IGN);
	sigaction(SIGINT, &on, NULL);
	if (fd_conf_read(&c, a, d, argc, argv) != 0) {
		const char *word = because && tty_is(STDERR_FILENO) ? dialect_find_word(argc, argv) : NULL;
		if (word) /* L20 */
			diag_text(d, 0,
				"'%s' is find's, but '%s' made this fd's language; --lang=find first makes it find's",
				word, because);
	} else if (c.task != FD_SEARCH) {
		run_tell(&c, d, &out);
	} else if (closed & 1u << STDOUT_FILENO) {
		run_write_failed(d, EBADF);
	} else if (fd_conf_finish(&c) == 0) {
		run_search(&c, d, &out, because);
	}
	fd_conf_fini(&c);
	diag_bind(d, NULL);
	out_fini(&out);
	if (atomic_load(&run_interrupted)) /* die of it, as who sent it expects (E6) */
		raise(SIGINT);
}
