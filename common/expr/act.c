/* Actions that find does itself: -print and its kin, -delete, -prune, -quit. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/number.h"
#include "ember/expr/fd_print.h"
#include "ember/expr/find.h"
#include "ember/expr/format.h"
#include "ember/expr/lang.h"
#include "ember/expr/primary.h"
#include "ember/walk/removal.h"

struct print_action {
	struct find_file *file;
	const struct find_format *format;
};

static bool print_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct print_action *a = step->arg;
	struct out *o = a->file->out;
	if (EMBER_UNLIKELY(run->find->paint && o == run->find->out)) {
		struct buf *b = &run->find->scratch;
		buf_clear(b);
		fd_print(run->find->paint, b, run->entry, &run->find->scratch2);
		out_str(o, buf_view(b));
		return true;
	}
	if (EMBER_UNLIKELY(a->file->tty)) {
		find_put_name(o, true, run->entry->path, &run->find->scratch);
		out_char(o, '\n');
	} else {
		out_line(o, run->entry->path);
	}
	return true;
}

bool find_lists(const struct find_line *line)
{
	const struct expr *e = &line->expr;
	const struct expr_step *s = e->steps;
	const struct print_action *a = e->n == 1 && e->first == 0 ? s->arg : NULL; /* it may be one never reached */
	return a && s->eval == print_eval && !a->file->path;
}

static bool print0_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct print_action *a = step->arg;
	/* The NUL behind the path belongs to the record. */
	out_bytes(a->file->out, run->entry->path.p, run->entry->path.n + 1);
	return true;
}

static bool printf_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct print_action *a = step->arg;
	return find_format_put(a->format, run, a->file);
}

static bool ls_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct print_action *a = step->arg;
	return find_ls_put(run, a->file);
}

enum { PRINT_FILE = 1, PRINT_FORMAT = 2 };

static int print_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct print_action *a = ARENA_NEW(p->a, struct print_action);
	bool to_file = self->variant & PRINT_FILE;
	if (self->row.needs & EXPR_NEED_STAT) /* they name months */
		lang_ready();
	if (self->variant & PRINT_FORMAT) {
		a->format = find_format_parse(p, args[to_file ? 1 : 0]);
		if (!a->format)
			return -1;
	}
	a->file = find_file_new(p, to_file ? args[0] : NULL);
	expr_leaf_needs(&p->b, &self->row, a, a->format ? a->format->wants : self->row.needs);
	return 0;
}

/* The path as xargs reads it. */
static bool printx_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct print_action *a = step->arg;
	struct buf *b = &run->find->scratch;
	struct str path = run->entry->path;
	buf_clear(b);
	for (size_t i = 0; i < path.n; i++) {
		if (strchr(FIND_XARGS_SPECIAL, path.p[i]))
			buf_char(b, '\\');
		buf_char(b, path.p[i]);
	}
	find_put_name(a->file->out, a->file->tty, buf_view(b), &run->find->scratch2);
	out_char(a->file->out, '\n');
	return true;
}

/* ---- -delete */

static bool delete_eval(struct expr_run *run, const struct expr_step *step)
{
	struct entry *e = run->entry;
	(void)step;
	if (strcmp(e->name, ".") == 0)
		return true;
	entry_type(e);
	if (run->find->removals) {
		removals_add(run->find->removals, e);
		return true;
	}
	int num = removal_now(e);
	if (!num || (num == ENOENT && run->find->line->ignore_race))
		return true;
	find_report(run, num, FIND_UNDELETED);
	return false;
}

/* Nothing of the line but -delete itself can tell when it was done, and what it says is not asked. */
bool find_deletes_later(const struct find_line *line)
{
	bool deletes = false;
	if (line->follow == WALK_LOGICAL || line->files0 || line->gitignore || line->sorted || find_leaves_out(line))
		return false;
	for (uint32_t i = 0; i < line->expr.n; i++) {
		const struct expr_step *s = &line->expr.steps[i];
		if (s->eval == delete_eval && s->yes >= EXPR_FALSE && s->no >= EXPR_FALSE)
			deletes = true;
		else if ((s->row->flags & (EXPR_AHEAD | EXPR_LINKED)) != EXPR_AHEAD)
			return false;
	}
	return deletes;
}

static int delete_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	(void)args;
	p->deletes = p->line->post = true;
	expr_leaf(&p->b, &self->row, NULL);
	return 0;
}

/* ---- -limit, -exit */

struct limit_action {
	uint64_t left;
};

static bool limit_eval(struct expr_run *run, const struct expr_step *step)
{
	struct limit_action *a = (struct limit_action *)(uintptr_t)step->arg;
	if (--a->left == 0)
		run->quit = true;
	return true;
}

static int limit_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct limit_action *a = ARENA_NEW(p->a, struct limit_action);
	if (!number_u64(str_from(args[0]), &a->left) || a->left == 0)
		return find_fail(p, "-limit takes a number of at least 1, not '%s'", args[0]);
	p->limits = true;
	expr_leaf(&p->b, &self->row, a);
	return 0;
}

static bool exit_eval(struct expr_run *run, const struct expr_step *step)
{
	const int *status = step->arg;
	run->quit = run->find->exits = true;
	run->find->exit_status = *status;
	return true;
}

/* The status may be left away. */
static int exit_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	int *status = ARENA_NEW(p->a, int);
	uint64_t n;
	(void)args;
	if (p->at < p->argc && number_u64(str_from(p->argv[p->at]), &n)) {
		if (n > 255)
			return find_fail(p, "-exit takes a status up to 255, not '%s'", p->argv[p->at]);
		*status = (int)n;
		p->at++;
	}
	expr_leaf(&p->b, &self->row, status);
	return 0;
}

/* ---- -prune, -quit, -true, -false */

static bool prune_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	run->prune = true;
	return true;
}

static bool quit_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	run->quit = true;
	return true;
}

static bool true_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)run;
	(void)step;
	return true;
}

static bool false_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)run;
	(void)step;
	return false;
}

static int plain_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	(void)args;
	p->prunes |= self->variant;
	expr_leaf(&p->b, &self->row, NULL);
	return 0;
}

/* ---- rows */

#define ACT(n, a, ev, need, fl, pf, var, h)                                                       \
	{                                                                                         \
		.row = { .name = n, .cost = EXPR_COST_RUN, .needs = need, .flags = fl, .eval = ev }, \
		.args = a, .help = h, .parse = pf, .variant = var                                 \
	}
#define FACTS (EXPR_NEED_TYPE | EXPR_NEED_STAT | EXPR_NEED_LINK)
#define TELLS (EXPR_ACTS | EXPR_REPORTS)

static const struct find_primary act_rows[] = {
	{ .row = { .name = "true", .flags = EXPR_AHEAD | EXPR_ALWAYS, .eval = true_eval }, .help = "always", .parse = plain_parse },
	{ .row = { .name = "false", .flags = EXPR_AHEAD, .eval = false_eval }, .help = "never", .parse = plain_parse },
	ACT("print", NULL, print_eval, 0, EXPR_ACTS, print_parse, 0, "the path on a line; the default"),
	ACT("print0", NULL, print0_eval, 0, EXPR_ACTS, print_parse, 0, "the path with a NUL after it"),
	ACT("printf", "FORMAT", printf_eval, FACTS, TELLS, print_parse, PRINT_FORMAT,
		"what FORMAT says: %p path, %f name, %s size, ..."),
	ACT("ls", NULL, ls_eval, FACTS, TELLS, print_parse, 0, "a line like that of `ls -dils`"),
	ACT("fprint", "FILE", print_eval, 0, EXPR_ACTS | EXPR_OUTSIDE, print_parse, PRINT_FILE,
		"as -print, into FILE"),
	ACT("fprint0", "FILE", print0_eval, 0, EXPR_ACTS | EXPR_OUTSIDE, print_parse, PRINT_FILE,
		"as -print0, into FILE"),
	ACT("fprintf", "FILE FORMAT", printf_eval, FACTS, TELLS | EXPR_OUTSIDE, print_parse,
		PRINT_FILE | PRINT_FORMAT, "as -printf, into FILE"),
	ACT("fls", "FILE", ls_eval, FACTS, TELLS | EXPR_OUTSIDE, print_parse, PRINT_FILE, "as -ls, into FILE"),
	ACT("prune", NULL, prune_eval, 0, EXPR_STEERS | EXPR_PRUNES, plain_parse, 1, "do not go into this directory"),
	ACT("quit", NULL, quit_eval, 0, EXPR_STEERS, plain_parse, 0, "stop the whole search here"),
	ACT("delete", NULL, delete_eval, EXPR_NEED_TYPE | EXPR_NEED_OPEN, TELLS | EXPR_OUTSIDE, delete_parse, 0,
		"delete it; turns -depth on"),
	ACT("rm", NULL, delete_eval, EXPR_NEED_TYPE | EXPR_NEED_OPEN, TELLS | EXPR_OUTSIDE, delete_parse, 0, "as -delete"),
	ACT("printx", NULL, printx_eval, 0, EXPR_ACTS, print_parse, 0, "the path as xargs reads it"),
	ACT("limit", "N", limit_eval, 0, EXPR_STEERS, limit_parse, 0, "stop the search when it comes here the Nth time"),
	ACT("exit", NULL, exit_eval, 0, EXPR_ACTS | EXPR_STEERS, exit_parse, 0,
		"stop the search; exit with the status that follows, or 0"),
};

const struct find_primaries find_act_rows = { act_rows, COUNTOF(act_rows) };
