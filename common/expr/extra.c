/* What bfs has and GNU find has not: more tests, and what leaves entries out of the whole run. */
#include <errno.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "ember/base/number.h"
#include "ember/expr/find.h"
#include "ember/expr/pattern.h"
#include "ember/expr/primary.h"

static int extra_leaf(struct find_parser *p, const struct find_primary *self, char **args)
{
	(void)args;
	expr_leaf(&p->b, &self->row, NULL);
	return 0;
}

/* ---- -hidden, -depth N, -sparse */

static bool extra_is_hidden(const struct entry *e)
{
	struct str base = entry_base(e);
	return base.n > 1 && base.p[0] == '.' && !str_eqc(base, "..");
}

static bool hidden_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	return extra_is_hidden(run->entry);
}

static bool depth_eval(struct expr_run *run, const struct expr_step *step)
{
	return find_compare(step->arg, run->entry->depth);
}

static int depth_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct find_number *n = ARENA_NEW(p->a, struct find_number);
	if (!find_number(n, args[0]))
		return -1;
	expr_leaf(&p->b, &self->row, n);
	return 0;
}

static bool sparse_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct statx *sx = find_stat(run, STATX_BLOCKS | STATX_SIZE);
	(void)step;
	return sx && sx->stx_blocks < sx->stx_size / 512 + (sx->stx_size % 512 != 0);
}

/* ---- extended attributes. By path: the kernel has no other way below a directory. */

static bool xattr_has(struct expr_run *run, const char *name)
{
	const char *path = run->entry->path.p;
	bool follow = run->entry->follow && run->entry->type != DT_LNK;
	return (follow ? getxattr(path, name, NULL, 0) : lgetxattr(path, name, NULL, 0)) >= 0;
}

static bool xattr_eval(struct expr_run *run, const struct expr_step *step)
{
	const char *path = run->entry->path.p;
	bool follow = run->entry->follow && run->entry->type != DT_LNK;
	(void)step;
	return (follow ? listxattr(path, NULL, 0) : llistxattr(path, NULL, 0)) > 0;
}

static bool xattrname_eval(struct expr_run *run, const struct expr_step *step)
{
	return xattr_has(run, step->arg);
}

static bool acl_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	return xattr_has(run, "system.posix_acl_access") || xattr_has(run, "system.posix_acl_default");
}

static bool capable_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	return xattr_has(run, "security.capability");
}

static int xattrname_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	expr_leaf(&p->b, &self->row, args[0]);
	return 0;
}

/* ---- -context: labels of SELinux */

bool find_has_contexts(void)
{
	return access("/sys/fs/selinux/enforce", F_OK) == 0;
}

int find_context(const struct entry *e, struct buf *b)
{
	char label[256];
	ssize_t n = lgetxattr(e->path.p, "security.selinux", label, sizeof(label));
	if (n < 0)
		return errno;
	buf_add(b, label, strnlen(label, (size_t)n));
	return 0;
}

static bool context_eval(struct expr_run *run, const struct expr_step *step)
{
	struct buf *b = &run->find->scratch;
	buf_clear(b);
	int num = find_context(run->entry, b);
	if (num) {
		find_report(run, num, "getfilecon failed");
		return false;
	}
	return pattern_match(step->arg, (struct str){ buf_cstr(b), b->n });
}

static int context_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	if (!find_has_contexts())
		return find_fail(p, "-context: this system does not run SELinux");
	struct pattern *pat = ARENA_NEW(p->a, struct pattern);
	pattern_compile(pat, p->a, args[0], false);
	expr_leaf(&p->b, &self->row, pat);
	return 0;
}

/* ---- what is left out of the whole run */

static bool extra_is_new(struct find_state *s, const struct statx *sx)
{
	const uint64_t id[] = { sx->stx_dev_major, sx->stx_dev_minor, sx->stx_ino };
	struct str key = { (const char *)id, sizeof(id) };
	if (map_get(&s->seen, key, NULL))
		return false;
	map_put(&s->seen, arena_str(s->arena, key), 1);
	return true;
}

/* A line of xargs would be cut at these, or read otherwise. */
static bool extra_is_unsafe(struct str path)
{
	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] && strchr(FIND_XARGS_SPECIAL, path.p[i]))
			return true;
	return false;
}

bool find_leaves_out(const struct find_line *line)
{
	return line->nohidden || line->unique || line->xargs_safe || line->exclude.n;
}

bool find_left_out(struct find_state *s, struct expr_run *run)
{
	const struct find_line *line = s->line;
	struct entry *e = run->entry;
	if (line->nohidden && extra_is_hidden(e))
		return true;
	if (line->exclude.n && expr_judge(&line->exclude, run))
		return true;
	if (line->xargs_safe && extra_is_unsafe(e->path)) {
		find_report(run, 0, "not safe for xargs");
		return true;
	}
	if (!line->unique)
		return false;
	const struct statx *sx = find_stat(run, STATX_INO);
	return sx && !extra_is_new(s, sx);
}

bool find_may_leave_out(const struct find_line *line, struct expr_run *run, unsigned mask)
{
	bool enter = true;
	if (line->nohidden && extra_is_hidden(run->entry))
		return true;
	return line->exclude.n && expr_look(&line->exclude, run, mask, &enter) != EXPR_ANSWER_FALSE;
}

/* ---- rows */

#define EXTRA(n, a, ev, need, fl, pf, h)                                                            \
	{                                                                                          \
		.row = { .name = n, .cost = EXPR_COST_STAT, .needs = need, .flags = fl, .eval = ev }, \
		.args = a, .help = h, .parse = pf                                                  \
	}

static const struct find_primary extra_rows[] = {
	{ .row = { .name = "hidden", .cost = EXPR_COST_NAME, .flags = EXPR_AHEAD, .eval = hidden_eval },
		.help = "the name starts with a dot", .parse = extra_leaf },
	{ .row = { .name = FIND_DEPTH_TEST, .cost = EXPR_COST_NAME, .flags = EXPR_AHEAD, .eval = depth_eval },
		.args = "N", .help = "-depth N: so many levels below the start point", .parse = depth_parse },
	EXTRA("sparse", NULL, sparse_eval, EXPR_NEED_STAT, EXPR_REPORTS | EXPR_AHEAD, extra_leaf,
		"takes less of the disk than its size"),
	EXTRA("xattr", NULL, xattr_eval, EXPR_NEED_OPEN, EXPR_REPORTS, extra_leaf, "has extended attributes"),
	EXTRA("xattrname", "NAME", xattrname_eval, EXPR_NEED_OPEN, EXPR_REPORTS, xattrname_parse,
		"has the extended attribute NAME"),
	EXTRA("acl", NULL, acl_eval, EXPR_NEED_OPEN, EXPR_REPORTS, extra_leaf, "has an access control list"),
	EXTRA("capable", NULL, capable_eval, EXPR_NEED_OPEN, EXPR_REPORTS, extra_leaf, "has capabilities"),
	EXTRA("context", "PATTERN", context_eval, EXPR_NEED_OPEN, EXPR_REPORTS, context_parse,
		"SELinux label matches"),
};

const struct find_primaries find_extra_rows = { extra_rows, COUNTOF(extra_rows) };
