/* Tests of facts: type, size, permissions, owner, links. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/number.h"
#include "ember/expr/find.h"
#include "ember/expr/mode.h"
#include "ember/expr/primary.h"
#include "ember/os/dir.h"
#include "ember/os/ids.h"
#include "ember/os/stat.h"

/* ---- -type, -xtype */

static bool type_eval(struct expr_run *run, const struct expr_step *step)
{
	const unsigned *set = step->arg;
	unsigned char type = entry_type(run->entry);
	if (type == DT_UNKNOWN && !find_stat(run, STATX_TYPE))
		return false;
	return *set >> type & 1;
}

static bool xtype_eval(struct expr_run *run, const struct expr_step *step)
{
	const unsigned *set = step->arg;
	struct entry *e = run->entry;
	struct statx sx;
	if (!e->follow && e->type != DT_LNK && e->type != DT_UNKNOWN)
		return *set >> e->type & 1;
	int num = entry_statx(e, !e->follow, STATX_TYPE, &sx);
	if (num == ENOENT || num == ENOTDIR || num == ELOOP) /* dangling, or to itself: the link */
		return type_eval(run, step);
	if (num) {
		find_report(run, num, NULL);
		return false;
	}
	return *set >> entry_type_of_mode(sx.stx_mode) & 1;
}

static int type_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	static const char letters[] = "bcdpfls";
	static const unsigned char types[] = { DT_BLK, DT_CHR, DT_DIR, DT_FIFO, DT_REG, DT_LNK, DT_SOCK };
	const char *name = self->row.name;
	unsigned *set = ARENA_NEW(p->a, unsigned);
	const char *c = args[0];
	if (!*c)
		return find_fail(p, "-%s needs a type letter", name);
	for (;; c++) {
		const char *hit = *c ? strchr(letters, *c) : NULL;
		if (!*c)
			return find_fail(p, "the list of -%s ends in a comma", name);
		if (*c == 'D')
			return find_fail(p, "-%s D: this system has no doors", name);
		if (!hit || args[0][strspn(args[0], "bcdpflsD,")])
			return find_fail(p, "-%s takes b c d p f l or s, several with commas, not %s", name, args[0]);
		unsigned bit = 1u << types[hit - letters];
		if (*set & bit)
			return find_fail(p, "type '%c' stands twice in the list of -%s", *c, name);
		*set |= bit;
		if (!*++c)
			break;
		if (*c != ',')
			return find_fail(p, "types of -%s are separated by commas, not as in %s", name, args[0]);
	}
	expr_leaf(&p->b, &self->row, set);
	return 0;
}

/* ---- -size */

struct size_test {
	struct find_number n;
	uint64_t unit;
};

static bool size_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct size_test *t = step->arg;
	const struct statx *sx = find_stat(run, STATX_SIZE);
	if (!sx)
		return false;
	return find_compare(&t->n, sx->stx_size / t->unit + (sx->stx_size % t->unit != 0));
}

static int size_refuse(struct find_parser *p, struct str s)
{
	size_t n = s.n;
	while (n && !ascii_digit(s.p[n - 1]))
		n--;
	if (!n)
		return find_fail(p, "-size takes a number, not `%.*s'", STR_ARG(s));
	return find_fail(p, "-size has no unit `%.*s': c is bytes, k M G T P are powers of 1024 bytes, b blocks of 512, w words of 2",
		STR_ARG(str_sub(s, n, s.n)));
}

static int size_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	static const struct { char letter; uint64_t unit; } units[] = { { 'b', 512 }, { 'c', 1 }, { 'w', 2 },
		{ 'k', 1024 }, { 'M', 1024 * 1024 }, { 'G', 1ULL << 30 }, { 'T', 1ULL << 40 }, { 'P', 1ULL << 50 } };
	struct str s = str_from(args[0]);
	uint64_t unit = 512;
	if (!s.n)
		return find_fail(p, "-size needs a number");
	char last = s.p[s.n - 1];
	if (!ascii_digit(last)) {
		size_t i = 0;
		while (i < COUNTOF(units) && units[i].letter != last)
			i++;
		if (i == COUNTOF(units) || (s.n > 1 && !ascii_digit(s.p[s.n - 2])))
			return size_refuse(p, s);
		unit = units[i].unit;
		s.n--;
	}
	struct size_test *t = ARENA_NEW(p->a, struct size_test);
	t->unit = unit;
	if (!find_number(&t->n, arena_cstr(p->a, s)))
		return find_fail(p, "-size takes a number, not `%s'", args[0]);
	expr_leaf(&p->b, &self->row, t);
	return 0;
}

/* ---- -empty */

static bool empty_dir(struct expr_run *run)
{
	struct entry *e = run->entry;
	struct dir_batch batch;
	struct dir_name name;
	struct err err = { 0 };
	int fd = dir_open(e->at, e->name, e->follow, &err);
	if (fd < 0) {
		find_report(run, err.num, NULL);
		return false;
	}
	dir_batch_init(&batch, 1024);
	int ret = dir_fill(&batch, fd, &err);
	bool empty = ret == 0 && !dir_next(&batch, &name);
	if (ret != 0)
		find_report(run, err.num, NULL);
	dir_batch_fini(&batch);
	close(fd);
	return empty;
}

static bool empty_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	unsigned char type = entry_type(run->entry);
	if (type == DT_DIR)
		return empty_dir(run);
	if (type != DT_REG && type != DT_UNKNOWN)
		return false;
	const struct statx *sx = find_stat(run, STATX_SIZE);
	return sx && S_ISREG(sx->stx_mode) && sx->stx_size == 0;
}

/* ---- -perm */

enum perm_kind { PERM_EXACT, PERM_ALL, PERM_ANY };
struct perm_test {
	enum perm_kind kind;
	unsigned file, dir;
};

static bool perm_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct perm_test *t = step->arg;
	const struct statx *sx = find_stat(run, STATX_MODE);
	if (!sx)
		return false;
	unsigned mode = sx->stx_mode & 07777u, want = S_ISDIR(sx->stx_mode) ? t->dir : t->file;
	switch (t->kind) {
	case PERM_ALL:
		return (mode & want) == want;
	case PERM_ANY:
		return want == 0 || (mode & want) != 0;
	default:
		return mode == want;
	}
}

static int perm_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct perm_test *t = ARENA_NEW(p->a, struct perm_test);
	const char *text = args[0];
	if (*text == '-' || *text == '/')
		t->kind = *text++ == '-' ? PERM_ALL : PERM_ANY;
	/* "+644" was "/644" once; it is refused so that nobody gets another answer than expected. */
	if (args[0][0] == '+' && ascii_digit(args[0][1]))
		return find_fail(p, "invalid mode '%s': /%s asks for any of these bits, -%s for all of them", args[0],
			args[0] + 1, args[0] + 1);
	if (!mode_parse(&t->file, &t->dir, text))
		return find_fail(p, "invalid mode '%s'", args[0]);
	if (t->kind == PERM_ANY && t->file == 0 && t->dir == 0)
		find_warn(p, "-perm %s asks for no bit at all and so matches everything", args[0]);
	expr_leaf(&p->b, &self->row, t);
	return 0;
}

/* ---- -readable, -writable, -executable */

static bool access_eval(struct expr_run *run, int mode)
{
	return faccessat(run->entry->at, run->entry->name, mode, 0) == 0;
}
static bool readable_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	return access_eval(run, R_OK);
}
static bool writable_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	return access_eval(run, W_OK);
}
static bool executable_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	return access_eval(run, X_OK);
}

static int plain_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	(void)args;
	expr_leaf(&p->b, &self->row, NULL);
	return 0;
}

/* ---- owners */

static bool uid_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct statx *sx = find_stat(run, STATX_UID);
	return sx && find_compare(step->arg, sx->stx_uid);
}
static bool gid_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct statx *sx = find_stat(run, STATX_GID);
	return sx && find_compare(step->arg, sx->stx_gid);
}

static struct ids *owner_ids(struct expr_run *run)
{
	if (!run->find->ids)
		run->find->ids = ids_new();
	return run->find->ids;
}
static bool nouser_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	const struct statx *sx = find_stat(run, STATX_UID);
	return sx && ids_user(owner_ids(run), sx->stx_uid).n == 0;
}
static bool nogroup_eval(struct expr_run *run, const struct expr_step *step)
{
	(void)step;
	const struct statx *sx = find_stat(run, STATX_GID);
	return sx && ids_group(owner_ids(run), sx->stx_gid).n == 0;
}

/* A name first; digits that are no name are a number, as are those behind a plus. */
static int owner_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	bool group = self->variant;
	uint32_t id = 0;
	uint64_t number;
	bool known = group ? ids_find_group(args[0], &id) : ids_find_user(args[0], &id);
	if (!known) {
		if (!number_plus_u64(str_from(args[0]), &number))
			return find_fail(p, group ? "there is no group '%s'"
				: "there is no user '%s'", args[0]);
		if (number > UINT32_MAX)
			return find_fail(p, "%s: Numerical result out of range", args[0]);
		id = (uint32_t)number;
	}
	struct find_number *n = ARENA_NEW(p->a, struct find_number);
	*n = (struct find_number){ FIND_EXACT, id };
	expr_leaf(&p->b, &self->row, n);
	return 0;
}

/* ---- counts */

static bool links_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct statx *sx = find_stat(run, STATX_NLINK);
	return sx && find_compare(step->arg, sx->stx_nlink);
}
static bool inum_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct statx *sx = find_stat(run, STATX_INO);
	return sx && find_compare(step->arg, sx->stx_ino);
}

static int number_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct find_number *n = ARENA_NEW(p->a, struct find_number);
	if (!find_number(n, args[0]))
		return -1;
	expr_leaf(&p->b, &self->row, n);
	return 0;
}

static bool samefile_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct find_ref *r = step->arg;
	const struct statx *sx = find_stat(run, STATX_INO);
	return sx && sx->stx_ino == r->sx.stx_ino && sx->stx_dev_major == r->sx.stx_dev_major &&
		sx->stx_dev_minor == r->sx.stx_dev_minor;
}
static int samefile_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	expr_leaf(&p->b, &self->row, find_ref_new(p, args[0], STATX_INO));
	return 0;
}

static bool fstype_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct statx *sx = find_stat(run, STATX_TYPE);
	if (!sx)
		return false;
	return str_eqc(find_fstype(run->find, stat_dev(sx)), step->arg);
}
static int fstype_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	expr_leaf(&p->b, &self->row, args[0]);
	return 0;
}

/* ---- rows */

#define STAT_FLAGS(n, a, ev, c, need, fl, pf, var, h)                                        \
	{                                                                                    \
		.row = { .name = n, .cost = c, .needs = need, .flags = fl, .eval = ev },     \
		.args = a, .help = h, .parse = pf, .variant = var                            \
	}
#define STAT_ROW(n, a, ev, c, need, pf, var, h) STAT_FLAGS(n, a, ev, c, need, EXPR_REPORTS, pf, var, h)
#define STAT(n, a, ev, pf, var, h) \
	STAT_FLAGS(n, a, ev, EXPR_COST_STAT, EXPR_NEED_STAT, EXPR_REPORTS | EXPR_AHEAD, pf, var, h)
#define STAT_NAMED(n, a, ev, pf, var, h) STAT_ROW(n, a, ev, EXPR_COST_STAT, EXPR_NEED_STAT, pf, var, h)

static const struct find_primary stat_rows[] = {
	STAT_FLAGS("type", "TYPE", type_eval, EXPR_COST_TYPE, EXPR_NEED_TYPE, EXPR_REPORTS | EXPR_AHEAD, type_parse, 0,
		"one of b c d p f l s, or several with commas"),
	STAT_ROW("xtype", "TYPE", xtype_eval, EXPR_COST_STAT, EXPR_NEED_TYPE | EXPR_NEED_TARGET, type_parse, 0,
		"as -type, for what a symbolic link points to"),
	STAT("size", "N[bcwkMGTP]", size_eval, size_parse, 0, "size in units of 512 bytes, rounded up"),
	STAT_ROW("empty", NULL, empty_eval, EXPR_COST_RUN, EXPR_NEED_TYPE | EXPR_NEED_STAT | EXPR_NEED_OPEN,
		plain_parse, 0, "a file or directory with nothing in it"),
	STAT("perm", "MODE", perm_eval, perm_parse, 0,
		"permissions are MODE; with -MODE all of it, with /MODE any of it"),
	STAT_ROW("readable", NULL, readable_eval, EXPR_COST_STAT, EXPR_NEED_OPEN, plain_parse, 0,
		"you may read it"),
	STAT_ROW("writable", NULL, writable_eval, EXPR_COST_STAT, EXPR_NEED_OPEN, plain_parse, 0,
		"you may write to it"),
	STAT_ROW("executable", NULL, executable_eval, EXPR_COST_STAT, EXPR_NEED_OPEN, plain_parse, 0,
		"you may run or enter it"),
	STAT("user", "NAME", uid_eval, owner_parse, 0, "owner, by name or number"),
	STAT("group", "NAME", gid_eval, owner_parse, 1, "group, by name or number"),
	STAT("uid", "N", uid_eval, number_parse, 0, "number of the owner"),
	STAT("gid", "N", gid_eval, number_parse, 0, "number of the group"),
	STAT_NAMED("nouser", NULL, nouser_eval, plain_parse, 0, "the owner has no name here"),
	STAT_NAMED("nogroup", NULL, nogroup_eval, plain_parse, 0, "the group has no name here"),
	STAT_FLAGS("links", "N", links_eval, EXPR_COST_STAT, EXPR_NEED_STAT, EXPR_REPORTS | EXPR_AHEAD | EXPR_LINKED,
		number_parse, 0, "number of hard links"),
	STAT("inum", "N", inum_eval, number_parse, 0, "inode number"),
	STAT("samefile", "FILE", samefile_eval, samefile_parse, 0, "the same file as FILE"),
	STAT_NAMED("fstype", "TYPE", fstype_eval, fstype_parse, 0, "on a file system of that type"),
};

const struct find_primaries find_stat_rows = { stat_rows, COUNTOF(stat_rows) };
