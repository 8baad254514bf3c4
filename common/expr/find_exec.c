/* -exec, -execdir, -ok, -okdir: one command for each path, or for many. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ember/cli/diag.h"
#include "ember/expr/exec.h"
#include "ember/expr/find.h"
#include "ember/expr/primary.h"
#include "ember/os/dir.h"
#include "ember/os/spawn.h"

#define EXEC_GNU_BYTES (128 * 1024) /* text of one `+` command, as GNU find cuts it */

enum { EXEC_DIR = 1, EXEC_ASK = 2 };

struct find_exec {
	char **args; /* the command without its terminator, borrowed from argv */
	size_t n;
	bool dir, ask, many;
	bool *marked; /* which arguments hold "{}" */
	struct exec_batch batch;
	bool ready;   /* batch was set up */
	int folder;   /* of the waiting batch of -execdir; -1 = the working directory or none */
	struct buf text;
	VEC(char *) argv;
	VEC(size_t) starts;
};

/* ---- reading */

/* Where the command ends: at ";", or at "+" behind "{}". -1: nowhere. */
static int exec_end(struct find_parser *p, bool ask, bool *many)
{
	for (int i = p->at; i < p->argc; i++) {
		if (strcmp(p->argv[i], ";") == 0)
			return *many = false, i;
		if (!ask && i > p->at && strcmp(p->argv[i], "+") == 0 && strcmp(p->argv[i - 1], "{}") == 0)
			return *many = true, i;
	}
	return -1;
}

static int exec_check(struct find_parser *p, const struct find_exec *x)
{
	size_t marks = 0;
	for (size_t i = 0; i < x->n; i++)
		marks += x->marked[i];
	if (!x->many)
		return 0;
	if (marks > 1)
		return find_fail(p, "%s ... + takes one {}, at its end", p->last);
	return 0;
}

static int exec_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct find_exec *x = ARENA_NEW(p->a, struct find_exec);
	bool many = false;
	int end = exec_end(p, self->variant & EXEC_ASK, &many);
	if (end < 0)
		return find_fail(p, "missing argument to `%s': its command ends in a word ';', which shells want as \\; or ';', or in {} +",
			p->last);
	if (end == p->at)
		return find_fail(p, "invalid argument `%s' to `%s'", p->argv[end], p->last);
	*x = (struct find_exec){ .args = args, .n = (size_t)(end - p->at), .many = many, .folder = -1,
		.dir = self->variant & EXEC_DIR, .ask = self->variant & EXEC_ASK };
	x->marked = ARENA_ARRAY(p->a, bool, x->n);
	for (size_t i = 0; i < x->n; i++) {
		x->marked[i] = strstr(args[i], "{}") != NULL;
		if (many && x->marked[i] && strcmp(args[i], "{}") != 0)
			return find_fail(p, "%s ... + takes {} as a word of its own, not '%s'",
				p->last, args[i]);
	}
	if (x->dir && x->marked[0])
		return find_fail(p, "%s takes no {} in the name of the command: whoever names files could choose what is run",
			p->last);
	p->at = end + 1;
	if (exec_check(p, x) != 0)
		return -1;
	VEC_PUSH(&p->line->execs) = x;
	p->line->one_by_one |= !many;
	expr_leaf_needs(&p->b, &self->row, x, x->dir ? EXPR_NEED_OPEN : 0);
	return 0;
}

/* ---- running */

static void exec_note(struct find_state *s, struct expr_run *run, const char *program, int num)
{
	struct err e = { .num = num };
	char words[256];
	diag_words(&e, words, sizeof(words));
	struct arena_mark mark = arena_mark(s->arena);
	if (s->note)
		s->note(run->ctx, arena_printf(s->arena, "'%s': %s", program, words));
	arena_rewind(s->arena, mark);
}

/* True when it ended by itself with status 0. */
static bool exec_run(struct find_state *s, struct expr_run *run, char **argv, int cwd, bool null_input)
{
	struct spawn sp = { .argv = argv, .cwd = cwd, .in = null_input ? SPAWN_NULL : SPAWN_INHERIT,
		.out = -1, .err = -1 };
	struct err e = { 0 };
	int status = 0;
	for (size_t i = 0; i < s->line->files.n; i++)
		out_flush(s->line->files.p[i]->out);
	if (spawn_run(&sp, &status, &e) != 0) {
		exec_note(s, run, argv[0], e.num);
		return false;
	}
	if (WIFSIGNALED(status) && s->note)
		s->note(run->ctx, arena_printf(s->arena, "'%s' terminated by signal %d", argv[0], WTERMSIG(status)));
	return spawn_ok(status);
}

/*
 * The folder that -execdir starts in: *fd is -1 for the working directory, *own says that it is the
 * caller's to close. The name the command sees goes to `name`.
 */
static int exec_place(struct expr_run *run, struct buf *name, int *fd, bool *own)
{
	struct entry *e = run->entry;
	struct err err = { 0 };
	buf_clear(name);
	*own = false;
	*fd = -1;
	if (e->folder) {
		*fd = e->at;
		buf_text(name, "./");
		buf_text(name, e->name);
		return 0;
	}
	struct str base = find_base_name(e);
	if (e->base > 0 || (base.n && base.p[0] == '/')) {
		struct str up = e->base > 0 ? str_sub(e->path, 0, e->base) : STR("/");
		*fd = dir_open_path(AT_FDCWD, up, true, &err);
		if (*fd < 0) {
			find_report(run, err.num, NULL);
			return -1;
		}
		*own = true;
	}
	if (!base.n || base.p[0] != '/')
		buf_text(name, "./");
	buf_str(name, base);
	return 0;
}

/* All arguments with the path in them, as pointers into x->text. */
static char **exec_argv(struct find_exec *x, struct str path)
{
	buf_clear(&x->text);
	x->starts.n = 0;
	x->argv.n = 0;
	for (size_t i = 0; i < x->n; i++) {
		VEC_PUSH(&x->starts) = x->text.n;
		if (x->marked[i])
			exec_replace(&x->text, str_from(x->args[i]), path);
		else
			buf_text(&x->text, x->args[i]);
		buf_char(&x->text, '\0');
	}
	for (size_t i = 0; i < x->n; i++)
		VEC_PUSH(&x->argv) = x->text.p + x->starts.p[i];
	VEC_PUSH(&x->argv) = NULL;
	return x->argv.p;
}

static bool exec_asks(struct find_state *s, struct expr_run *run, const struct find_exec *x)
{
	struct buf b = { 0 };
	for (size_t i = 0; i < s->line->files.n; i++)
		out_flush(s->line->files.p[i]->out);
	buf_printf(&b, "< %s ... ", x->args[0]);
	buf_str(&b, run->entry->path);
	buf_text(&b, " > ? ");
	bool yes = s->ask && s->ask(run->ctx, buf_view(&b));
	buf_fini(&b);
	return yes;
}

static bool exec_one(struct expr_run *run, struct find_exec *x)
{
	struct find_state *s = run->find;
	struct buf *name = &s->scratch;
	int cwd = -1;
	bool own = false;
	if (x->ask && !exec_asks(s, run, x))
		return false;
	if (x->dir && exec_place(run, name, &cwd, &own) != 0)
		return false;
	char **argv = exec_argv(x, x->dir ? buf_view(name) : run->entry->path);
	bool ok = exec_run(s, run, argv, cwd, x->ask);
	if (own)
		close(cwd);
	return ok;
}

static void exec_flush_batch(struct find_state *s, struct expr_run *run, struct find_exec *x)
{
	if (!x->ready || !x->batch.n_paths)
		return;
	if (!exec_run(s, run, exec_batch_argv(&x->batch), x->folder, false))
		s->failed = true;
	exec_batch_clear(&x->batch);
	if (x->folder >= 0)
		close(x->folder);
	x->folder = -1;
	if (x->dir && --s->pending_dirs == 0) {
		folder_unref(s->pending_folder);
		s->pending_folder = NULL;
	}
}

static bool exec_many(struct expr_run *run, struct find_exec *x)
{
	struct find_state *s = run->find;
	struct str path = run->entry->path;
	int cwd = -1;
	bool own = false;
	if (x->dir) {
		if (exec_place(run, &s->scratch, &cwd, &own) != 0)
			return false;
		path = buf_view(&s->scratch);
	}
	if (!x->ready) {
		size_t room = exec_room();
		exec_batch_init(&x->batch, x->args, x->n - 1, NULL, 0, 0, room < EXEC_GNU_BYTES ? room : EXEC_GNU_BYTES);
		x->ready = true;
	}
	if (!exec_batch_add(&x->batch, path)) {
		exec_flush_batch(s, run, x);
		if (!exec_batch_add(&x->batch, path))
			panic("an empty batch refused a path");
	}
	if (x->dir && x->batch.n_paths == 1) {
		/* The walk may close its descriptor before the batch runs. */
		x->folder = cwd < 0 || own ? cwd : fcntl(cwd, F_DUPFD_CLOEXEC, 3);
		if (s->pending_dirs++ == 0)
			s->pending_folder = folder_ref(run->entry->folder);
	} else if (own) {
		close(cwd);
	}
	return true;
}

static bool exec_eval(struct expr_run *run, const struct expr_step *step)
{
	struct find_exec *x = (struct find_exec *)(uintptr_t)step->arg;
	return x->many ? exec_many(run, x) : exec_one(run, x);
}

void find_exec_flush(struct find_state *s, struct expr_run *run, bool dirs_only)
{
	for (size_t i = 0; i < s->line->execs.n; i++)
		if (!dirs_only || s->line->execs.p[i]->dir)
			exec_flush_batch(s, run, s->line->execs.p[i]);
}

void find_exec_close(struct find_line *line)
{
	for (size_t i = 0; i < line->execs.n; i++) {
		struct find_exec *x = line->execs.p[i];
		if (x->ready)
			exec_batch_fini(&x->batch);
		if (x->folder >= 0)
			close(x->folder);
		buf_fini(&x->text);
		VEC_FREE(&x->argv);
		VEC_FREE(&x->starts);
	}
}

/* A command that -execdir looks up in a folder of strangers would be theirs to choose. */
int find_exec_open(struct find_state *s, struct str *message)
{
	bool dir = false;
	for (size_t i = 0; i < s->line->execs.n; i++)
		dir |= s->line->execs.p[i]->dir;
	const char *path = dir ? getenv("PATH") : NULL;
	if (!path)
		return 0;
	struct str rest = str_from(path);
	for (bool more = true; more;) {
		more = str_chr(rest, ':') != STR_NONE;
		struct str part = str_cut(&rest, ':');
		if (part.n == 0 || str_eqc(part, "."))
			*message = STR("-execdir and -okdir refuse to run: $PATH names the current directory (as '.' or an empty part), "
				"where anybody may have left a program");
		else if (part.p[0] != '/')
			*message = arena_printf(s->arena, "-execdir and -okdir refuse to run: '%.*s' in $PATH "
				"is relative, and names another folder in each directory", STR_ARG(part));
		else
			continue;
		return -1;
	}
	return 0;
}

/* ---- rows */

#define EXEC_ROW(n, var, h)                                                                              \
	{                                                                                                \
		.row = { .name = n, .cost = EXPR_COST_RUN, .flags = EXPR_ACTS | EXPR_REPORTS | EXPR_OUTSIDE, \
			.eval = exec_eval },                                                             \
		.args = "COMMAND ... ;", .help = h, .parse = exec_parse, .variant = var                  \
	}

static const struct find_primary exec_rows[] = {
	EXEC_ROW("exec", 0, "run COMMAND with {} replaced by the path; `{} +` at its end: by many paths"),
	EXEC_ROW("execdir", EXEC_DIR, "as -exec, in the directory that holds the entry"),
	EXEC_ROW("ok", EXEC_ASK, "as -exec, after asking"),
	EXEC_ROW("okdir", EXEC_DIR | EXEC_ASK, "as -execdir, after asking"),
};

const struct find_primaries find_exec_rows = { exec_rows, COUNTOF(exec_rows) };
