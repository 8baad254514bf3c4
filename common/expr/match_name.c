/* Tests of names: -name, -path, -lname, -regex and their kin. */
#include <errno.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/expr/find.h"
#include "ember/expr/gnu_regex.h"
#include "ember/expr/lang.h"
#include "ember/expr/pattern.h"
#include "ember/expr/primary.h"

enum { NAME_FOLD = 1 << 0 };

/* ---- -name, -path */

/* The last component as a C string: only a root can have slashes behind it. */
static struct str name_base(struct expr_run *run)
{
	struct entry *e = run->entry;
	struct str base = entry_base(e);
	if (base.p[base.n] == '\0')
		return base;
	struct buf *b = &run->find->scratch;
	buf_clear(b);
	buf_str(b, base);
	return (struct str){ buf_cstr(b), base.n };
}

static bool name_eval(struct expr_run *run, const struct expr_step *step)
{
	return pattern_match(step->arg, name_base(run));
}

static bool path_eval(struct expr_run *run, const struct expr_step *step)
{
	return pattern_match(step->arg, run->entry->path);
}

static const struct pattern *name_pattern(struct find_parser *p, const char *text, bool fold)
{
	struct pattern *pat = ARENA_NEW(p->a, struct pattern);
	pattern_compile(pat, p->a, text, fold);
	return pat;
}

static int name_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	if (p->warn && strchr(args[0], '/') && strcmp(args[0], "/") != 0)
		find_warn(p, "%s is asked about names without folders, so a pattern with '/' never matches; -%s sees whole paths", p->last, self->variant & NAME_FOLD ? "iwholename" : "wholename");
	expr_leaf(&p->b, &self->row, name_pattern(p, args[0], self->variant & NAME_FOLD));
	return 0;
}

static int path_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	size_t n = strlen(args[0]);
	if (p->warn && n > 1 && args[0][n - 1] == '/')
		find_warn(p, "%s %s never matches: no path ends in '/'", p->last, args[0]);
	expr_leaf(&p->b, &self->row, name_pattern(p, args[0], self->variant & NAME_FOLD));
	return 0;
}

/* ---- -lname */

#define LINK_MAX_BYTES 65536 /* a longer link text is cut; the kernel's own limit is 4096 */

int find_link_text(struct entry *e, struct buf *b)
{
	buf_clear(b);
	for (size_t room = 256;; room *= 2) {
		buf_reserve(b, room);
		ssize_t n = readlinkat(e->at, e->name, b->p, room);
		if (n < 0)
			return errno;
		if ((size_t)n < room || room >= LINK_MAX_BYTES) {
			b->n = (size_t)n;
			return 0;
		}
	}
}

static bool lname_eval(struct expr_run *run, const struct expr_step *step)
{
	struct buf *b = &run->find->scratch;
	if (entry_type(run->entry) != DT_LNK)
		return false;
	int num = find_link_text(run->entry, b);
	if (num) {
		find_report(run, num, NULL);
		return false;
	}
	const char *text = buf_cstr(b);
	return pattern_match(step->arg, (struct str){ text, strlen(text) });
}

/* ---- -regex */

static const struct {
	const char *name;
	unsigned long syntax;
} regex_types[] = {
	{ "findutils-default", FIND_SYNTAX_EMACS | RE_DOT_NEWLINE },
	{ "ed", RE_SYNTAX_ED },
	{ "emacs", FIND_SYNTAX_EMACS },
	{ "gnu-awk", RE_SYNTAX_GNU_AWK },
	{ "grep", RE_SYNTAX_GREP },
	{ "posix-awk", RE_SYNTAX_POSIX_AWK },
	{ "awk", RE_SYNTAX_AWK },
	{ "posix-basic", RE_SYNTAX_POSIX_BASIC },
	{ "posix-egrep", RE_SYNTAX_EGREP },
	{ "egrep", RE_SYNTAX_EGREP },
	{ "posix-extended", RE_SYNTAX_POSIX_EXTENDED },
	{ "posix-minimal-basic", RE_SYNTAX_POSIX_MINIMAL_BASIC },
	{ "sed", RE_SYNTAX_SED },
};

int find_regex_type(struct find_parser *p, const char *name)
{
	for (size_t i = 0; i < COUNTOF(regex_types); i++) {
		if (strcmp(name, regex_types[i].name) == 0) {
			p->regex_syntax = regex_types[i].syntax;
			return 0;
		}
	}
	struct buf list = { 0 };
	for (size_t i = 0; i < COUNTOF(regex_types); i++)
		buf_printf(&list, "%s'%s'", i ? ", " : "", regex_types[i].name);
	find_fail(p, "no regular expression type '%s'; there are %s", name, buf_cstr(&list));
	buf_fini(&list);
	return -1;
}

static bool regex_eval(struct expr_run *run, const struct expr_step *step)
{
	return gnu_regex_whole((struct gnu_regex *)(uintptr_t)step->arg, run->worker, run->entry->path);
}

static int regex_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	const char *wrong = NULL;
	lang_ready();
	unsigned long syntax = p->regex_syntax | (self->variant & NAME_FOLD ? RE_ICASE : 0);
	struct gnu_regex *re = gnu_regex_compile(args[0], syntax, &wrong);
	if (!re) {
		p->line->wrong = str_from(args[0]);
		p->line->wrong_at = gnu_regex_place(args[0], syntax);
		return find_fail(p, "bad regular expression '%s': %s", args[0], wrong);
	}
	VEC_PUSH(&p->line->regexes) = re;
	expr_leaf(&p->b, &self->row, re);
	return 0;
}

/* ---- rows */

#define NAME_ROW(n, c, ev, need, fl, pf, var, h)                                          \
	{                                                                                \
		.row = { .name = n, .cost = c, .needs = need, .flags = fl, .eval = ev }, \
		.args = "PATTERN", .help = h, .parse = pf, .variant = var                \
	}

static const struct find_primary name_rows[] = {
	NAME_ROW("name", EXPR_COST_NAME, name_eval, 0, EXPR_AHEAD, name_parse, 0,
		"last component matches the shell pattern"),
	NAME_ROW("iname", EXPR_COST_NAME, name_eval, 0, EXPR_AHEAD, name_parse, NAME_FOLD,
		"as -name, upper and lower case alike"),
	NAME_ROW("path", EXPR_COST_NAME, path_eval, 0, EXPR_AHEAD, path_parse, 0,
		"whole path matches; '*' matches '/' too"),
	NAME_ROW("wholename", EXPR_COST_NAME, path_eval, 0, EXPR_AHEAD, path_parse, 0, "as -path"),
	NAME_ROW("ipath", EXPR_COST_NAME, path_eval, 0, EXPR_AHEAD, path_parse, NAME_FOLD,
		"as -path, upper and lower case alike"),
	NAME_ROW("iwholename", EXPR_COST_NAME, path_eval, 0, EXPR_AHEAD, path_parse, NAME_FOLD, "as -ipath"),
	NAME_ROW("lname", EXPR_COST_STAT, lname_eval, EXPR_NEED_TYPE | EXPR_NEED_LINK, EXPR_REPORTS,
		path_parse, 0, "a symbolic link whose text matches"),
	NAME_ROW("ilname", EXPR_COST_STAT, lname_eval, EXPR_NEED_TYPE | EXPR_NEED_LINK, EXPR_REPORTS,
		path_parse, NAME_FOLD, "as -lname, upper and lower case alike"),
	NAME_ROW("regex", EXPR_COST_PATTERN, regex_eval, 0, EXPR_AHEAD, regex_parse, 0,
		"whole path matches the regular expression"),
	NAME_ROW("iregex", EXPR_COST_PATTERN, regex_eval, 0, EXPR_AHEAD, regex_parse, NAME_FOLD,
		"as -regex, upper and lower case alike"),
};

const struct find_primaries find_name_rows = { name_rows, COUNTOF(name_rows) };
