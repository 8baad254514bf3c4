#include "efind.h"

#include <string.h>
#include <unistd.h>

#include "ember/cli/rcfile.h"
#include "ember/os/env.h"
#include "ember/term/tty.h"

bool fd_name(const struct diag *d)
{
	return strcmp(d->program, "fd") == 0 || strcmp(d->program, "fdfind") == 0;
}

/* Pairs that exclude each other (P12, T6, T7, T8, X5). */
static int conf_conflicts(struct fd_conf *c)
{
	static const struct {
		uint8_t a, b;
	} pairs[] = {
		{ FD_OPT_GLOB, FD_OPT_FIXED },
		{ FD_OPT_EXACT, FD_OPT_GLOB },
		{ FD_OPT_EXACT, FD_OPT_FIXED },
		{ FD_OPT_EXACT_DEPTH, FD_OPT_MAX_DEPTH },
		{ FD_OPT_EXACT_DEPTH, FD_OPT_MIN_DEPTH },
		{ FD_OPT_PRUNE, FD_OPT_SIZE },
		{ FD_OPT_PRUNE, FD_OPT_EXACT_DEPTH },
		{ FD_OPT_QUIET, FD_OPT_MAX_RESULTS },
		{ FD_OPT_EXEC, FD_OPT_EXEC_BATCH },
		{ FD_OPT_EXEC, FD_OPT_MAX_RESULTS },
		{ FD_OPT_EXEC, FD_OPT_ONE },
		{ FD_OPT_EXEC, FD_OPT_QUIET },
		{ FD_OPT_EXEC_BATCH, FD_OPT_MAX_RESULTS },
		{ FD_OPT_EXEC_BATCH, FD_OPT_ONE },
		{ FD_OPT_EXEC_BATCH, FD_OPT_QUIET },
		{ FD_OPT_LIST, FD_OPT_ABSOLUTE },
		{ FD_OPT_LIST, FD_OPT_PRINT0 },
		{ FD_OPT_LIST, FD_OPT_FORMAT },
		{ FD_OPT_LIST, FD_OPT_EXEC },
		{ FD_OPT_LIST, FD_OPT_EXEC_BATCH },
	};
	for (size_t i = 0; i < COUNTOF(pairs); i++) {
		if (!c->given[pairs[i].a] || !c->given[pairs[i].b])
			continue;
		const struct opt *b = opt_row(&efind_options, pairs[i].b);
		diag_usage(c->diag, 2, "--%s cannot be used with %s%s",
			opt_row(&efind_options, pairs[i].a)->name, b->name ? "--" : "-",
			b->name ? b->name : "1");
		return -1;
	}
	if (c->given[FD_OPT_BATCH_SIZE] && !c->commands.n) { /* with --exec it has no effect, as in fd */
		diag_usage(c->diag, 2, "--batch-size needs --exec-batch");
		return -1;
	}
	if (c->search_paths && c->operand_roots) {
		diag_usage(c->diag, 2, "--search-path cannot be used with directories as operands");
		return -1;
	}
	return 0;
}

static void conf_operand(struct fd_conf *c, const char *value, size_t *n)
{
	if ((*n)++ == 0) {
		VEC_PUSH(&c->patterns) = (struct fd_given){ str_from(value), FD_MAIN };
		return;
	}
	VEC_PUSH(&c->roots) = value;
	c->operand_roots = true;
}

/* 1 = told what was asked for: the rest of the line does not count. */
static int conf_words(struct fd_conf *c, int argc, char **argv)
{
	struct opt_parser p;
	size_t operands = 0;
	opt_start(&p, &efind_options, OPT_FD | OPT_OWN, OPT_FD, OPT_PERMUTE | OPT_SHORT_EQUALS,
		argc, argv);
	for (;;) {
		switch (opt_next(&p)) {
		case OPT_OPERAND:
			if (c->defaults) {
				diag_usage(c->diag, 2, "EFIND_OPTS: '%s' is not an option", p.value);
				return -1;
			}
			if (c->task == FD_TELL_COMPLETIONS && !c->shell)
				c->shell = p.value;
			else
				conf_operand(c, p.value, &operands);
			break;
		case OPT_OPTION:
			if (fd_conf_option(c, &p) != 0)
				return -1;
			if (c->task != FD_SEARCH && c->task != FD_TELL_COMPLETIONS)
				return 1;
			break;
		case OPT_BAD:
			diag_usage(c->diag, 2, "%s%s", c->defaults ? "EFIND_OPTS: " : "", p.message);
			return -1;
		case OPT_END: return 0;
		}
	}
}

/* EFIND_OPTS, where a person looks at the results and --no-config does not stand on the line. */
static int conf_defaults(struct fd_conf *c, int argc, char **argv)
{
	struct rcfile rc;
	const char *text = env_get("EFIND_OPTS");
	if (!text || !tty_is(STDOUT_FILENO))
		return 0;
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--no-config") == 0)
			return 0;
	rcfile_parse(&rc, c->arena, "EFIND_OPTS", str_from(text));
	c->defaults = true;
	for (size_t i = 0; i < rc.n; i++) {
		if (!rc.lines[i].argc) {
			diag_usage(c->diag, 2, "EFIND_OPTS: %s", rc.lines[i].what);
			return -1;
		}
		int ret = conf_words(c, rc.lines[i].argc, rc.lines[i].argv);
		if (ret)
			return ret;
	}
	c->defaults = false;
	memset(c->given, 0, sizeof(c->given)); /* what the line says conflicts with itself only */
	return 0;
}

/* --gen-completions stands alone; its shell is one that we write for. */
static int conf_shell(struct fd_conf *c)
{
	const struct opt *row = opt_row(&efind_options, FD_OPT_COMPLETIONS);
	const char *shell = c->shell ? c->shell : env_get("SHELL");
	if (c->n_given > 1 || c->patterns.n || c->roots.n) {
		diag_usage(c->diag, 2, "--gen-completions stands alone");
		return -1;
	}
	const char *slash = shell ? strrchr(shell, '/') : NULL;
	c->shell = !c->shell && slash ? slash + 1 : shell;
	if (!c->shell || opt_word(row->words, str_from(c->shell), false) < 0)
		return fd_conf_bad_value(c, row, c->shell ? c->shell : "", "bash, zsh or fish");
	return 0;
}

int fd_conf_read(struct fd_conf *c, struct arena *a, struct diag *d, int argc, char **argv)
{
	*c = (struct fd_conf){ .arena = a,
		.diag = d,
		.buffer_ms = 100,
		.walk = { .follow = WALK_ROOTS, .min_depth = 1, .max_depth = WALK_DEEP },
		.ignore = { .files = true,
			.vcs = true,
			.require_git = true,
			.parents = true,
			.global = true },
		.print = { .end = '\n' } };
	int ret = conf_defaults(c, argc, argv);
	if (ret == 0)
		ret = conf_words(c, argc, argv);
	if (ret)
		return ret < 0 ? -1 : 0;
	return c->task == FD_TELL_COMPLETIONS ? conf_shell(c) : conf_conflicts(c);
}

void fd_conf_fini(struct fd_conf *c)
{
	fd_query_fini(&c->query);
	for (size_t i = 0; i < COUNTOF(c->owned); i++)
		ignore_free(c->owned[i]);
	for (size_t i = 0; i < c->extra.n; i++)
		ignore_free(c->extra.p[i]);
	VEC_FREE(&c->extra);
	VEC_FREE(&c->patterns);
	VEC_FREE(&c->pattern_files);
	VEC_FREE(&c->roots);
	VEC_FREE(&c->excludes);
	VEC_FREE(&c->ignore_files);
	VEC_FREE(&c->contain);
	VEC_FREE(&c->commands);
}
