#include "ember/expr/fd.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "ember/os/dir.h"
#include "ember/walk/entry.h"

/* Enough for a hard pattern on a long name; what needs more will never end (R20). */
#define FD_RETRIES 10000000u

void fd_judge_init(struct fd_judge *j)
{
	*j = (struct fd_judge){ 0 };
}

void fd_judge_fini(struct fd_judge *j)
{
	rx_limit_free(j->limit);
	buf_fini(&j->path);
}

static void fd_patterns_fini(fd_patterns *list)
{
	for (size_t i = 0; i < list->n; i++) {
		rust_free(list->p[i].rx);
		glob_free(list->p[i].glob);
	}
	VEC_FREE(list);
}

void fd_query_fini(struct fd_query *q)
{
	fd_patterns_fini(&q->all);
	fd_patterns_fini(&q->any);
	fd_patterns_fini(&q->none);
	VEC_FREE(&q->extensions);
	VEC_FREE(&q->sizes);
	VEC_FREE(&q->owners);
}

static void fd_report(struct expr_run *run, int num)
{
	struct err e = { .num = num };
	if (run->report && num)
		run->report(run->ctx, run->entry->path, &e);
}

static const struct statx *fd_stat(struct expr_run *run, unsigned mask)
{
	const struct statx *sx = entry_stat(run->entry, mask);
	if (!sx)
		fd_report(run, run->entry->stat_err);
	return sx;
}

/* ---------------------------------------------------------------- names */

static bool fd_pattern_match(struct expr_run *run, const struct fd_pattern *p, struct str subject)
{
	struct fd_judge *j = run->own;
	if (p->glob)
		return glob_match(p->glob, subject);
	if (!j->limit)
		j->limit = rx_limit_new(FD_RETRIES, 0);
	int r = rust_match(p->rx, j->limit, subject);
	if (r < 0) {
		j->gave_up = p;
		run->quit = true;
	}
	return r > 0;
}

static bool fd_eval_name(struct expr_run *run, const struct expr_step *step)
{
	return fd_pattern_match(run, step->arg, entry_base(run->entry));
}

/* Below the start point that the entry was reached from. */
static bool fd_eval_rel(struct expr_run *run, const struct expr_step *step)
{
	const struct entry *e = run->entry;
	size_t from = e->folder ? e->folder->root_len : e->base;
	return fd_pattern_match(run, step->arg, str_sub(e->path, from, e->path.n));
}

/* The working directory is the query's; it comes with the first pattern's argument. */
struct fd_path_arg {
	const struct fd_query *q;
	const struct fd_pattern *p;
};

static bool fd_eval_path(struct expr_run *run, const struct expr_step *step)
{
	const struct fd_path_arg *arg = step->arg;
	struct fd_judge *j = run->own;
	struct str path = run->entry->path;
	if (path.p[0] == '/')
		return fd_pattern_match(run, arg->p, path);
	while (str_starts(path, STR("./")))
		path = str_sub(path, 2, path.n);
	buf_clear(&j->path);
	buf_str(&j->path, arg->q->cwd);
	if (!j->path.n || j->path.p[j->path.n - 1] != '/')
		buf_char(&j->path, '/');
	buf_str(&j->path, path);
	return fd_pattern_match(run, arg->p, buf_view(&j->path));
}

static bool fd_eval_extension(struct expr_run *run, const struct expr_step *step)
{
	const struct fd_query *q = step->arg;
	struct str base = entry_base(run->entry);
	for (size_t i = 0; i < q->extensions.n; i++) {
		struct str ext = q->extensions.p[i];
		if (base.n < ext.n + 2 || base.p[base.n - ext.n - 1] != '.')
			continue;
		if (str_eq_nocase(str_sub(base, base.n - ext.n, base.n), ext))
			return true;
	}
	return false;
}

/* ---------------------------------------------------------------- facts */

static bool fd_empty_folder(struct expr_run *run)
{
	struct entry *e = run->entry;
	struct err err = { 0 };
	struct dir_batch b;
	struct dir_name d;
	int fd = dir_open(e->at, e->name, e->follow, &err);
	if (fd < 0) {
		fd_report(run, err.num);
		return false;
	}
	dir_batch_init(&b, 1024);
	bool empty = dir_fill(&b, fd, &err) == 0 && !dir_next(&b, &d);
	dir_batch_fini(&b);
	close(fd);
	return empty;
}

static bool fd_eval_type(struct expr_run *run, const struct expr_step *step)
{
	unsigned want = ((const struct fd_query *)step->arg)->types;
	struct entry *e = run->entry;
	unsigned kinds = want & (unsigned)~(FD_EXECUTABLE | FD_EMPTY);
	unsigned is = 0;
	switch (entry_type(e)) {
	case DT_REG: is = FD_FILE; break;
	case DT_DIR: is = FD_DIR; break;
	case DT_LNK: is = FD_LINK; break;
	case DT_SOCK: is = FD_SOCKET; break;
	case DT_FIFO: is = FD_PIPE; break;
	case DT_CHR: is = FD_CHAR; break;
	case DT_BLK: is = FD_BLOCK; break;
	default: return false;
	}
	if (want & FD_EXECUTABLE)
		kinds |= FD_FILE;
	if ((want & FD_EMPTY) && !(kinds & (FD_FILE | FD_DIR)))
		kinds |= FD_FILE | FD_DIR;
	if (!(is & kinds))
		return false;
	/* These two narrow whatever other types are asked for. */
	if ((want & FD_EXECUTABLE) &&
		faccessat(e->at, e->name, X_OK, AT_EACCESS) != 0)
		return false;
	if (!(want & FD_EMPTY))
		return true;
	if (!(is & (FD_FILE | FD_DIR)))
		return false;
	if (is == FD_DIR)
		return fd_empty_folder(run);
	const struct statx *sx = fd_stat(run, STATX_SIZE);
	return sx && sx->stx_size == 0;
}

static bool fd_eval_size(struct expr_run *run, const struct expr_step *step)
{
	const struct fd_query *q = step->arg;
	struct entry *e = run->entry;
	unsigned char type = entry_type(e);
	struct statx target;
	if (type == DT_LNK) { /* a link to a file counts, with its own length (T2) */
		if (entry_statx(e, true, STATX_TYPE, &target) != 0)
			return false;
		type = entry_type_of_mode(target.stx_mode);
	}
	const struct statx *sx = type == DT_REG ? fd_stat(run, STATX_SIZE) : NULL;
	if (!sx)
		return false;
	for (size_t i = 0; i < q->sizes.n; i++) {
		const struct fd_size *s = &q->sizes.p[i];
		bool ok = s->sign == '+' ? sx->stx_size >= s->bytes
			: s->sign == '-' ? sx->stx_size <= s->bytes : sx->stx_size == s->bytes;
		if (!ok)
			return false;
	}
	return true;
}

static const unsigned fd_when_mask[] = { [FD_MTIME] = STATX_MTIME, [FD_CTIME] = STATX_CTIME,
	[FD_ATIME] = STATX_ATIME, [FD_BTIME] = STATX_BTIME };

bool fd_entry_time(struct entry *e, enum fd_when when, struct stat_time *out)
{
	const struct statx *sx = entry_stat(e, fd_when_mask[when]);
	if (!sx || !(sx->stx_mask & fd_when_mask[when]))
		return false;
	const struct statx_timestamp *t = when == FD_MTIME ? &sx->stx_mtime
		: when == FD_CTIME ? &sx->stx_ctime
		: when == FD_ATIME ? &sx->stx_atime
				   : &sx->stx_btime;
	*out = (struct stat_time){ t->tv_sec, t->tv_nsec };
	return true;
}

static int fd_time_cmp(const struct stat_time *a, const struct stat_time *b)
{
	if (a->sec != b->sec)
		return a->sec < b->sec ? -1 : 1;
	return (a->nsec > b->nsec) - (a->nsec < b->nsec);
}

static bool fd_eval_time(struct expr_run *run, const struct expr_step *step)
{
	const struct fd_query *q = step->arg;
	struct stat_time t;
	if (!fd_stat(run, fd_when_mask[q->when]) || !fd_entry_time(run->entry, q->when, &t))
		return false;
	if (q->within && fd_time_cmp(&t, &q->after_time) <= 0)
		return false;
	return !q->before || fd_time_cmp(&t, &q->before_time) < 0;
}

static bool fd_eval_owner(struct expr_run *run, const struct expr_step *step)
{
	const struct fd_owner *o = step->arg;
	const struct statx *sx = fd_stat(run, STATX_UID | STATX_GID);
	if (!sx)
		return false;
	if (o->by_user && (sx->stx_uid == o->uid) == o->not_user)
		return false;
	return !o->by_group || (sx->stx_gid == o->gid) != o->not_group;
}

static bool fd_eval_nothing(struct expr_run *run, const struct expr_step *step)
{
	(void)run;
	(void)step;
	return false;
}

/* ---------------------------------------------------------------- the expression */

static const struct expr_row fd_rows[] = {
	{ "extension", EXPR_COST_NAME, 0, 0, fd_eval_extension },
	{ "name", EXPR_COST_PATTERN, 0, 0, fd_eval_name },
	{ "rel", EXPR_COST_PATTERN, 0, 0, fd_eval_rel },
	{ "path", EXPR_COST_PATTERN, 0, 0, fd_eval_path },
	{ "nothing", EXPR_COST_NONE, 0, 0, fd_eval_nothing },
	{ "type", EXPR_COST_TYPE, EXPR_NEED_TYPE, 0, fd_eval_type },
	{ "size", EXPR_COST_STAT, EXPR_NEED_STAT, 0, fd_eval_size },
	{ "time", EXPR_COST_STAT, EXPR_NEED_STAT, 0, fd_eval_time },
	{ "owner", EXPR_COST_STAT, EXPR_NEED_STAT, 0, fd_eval_owner },
};
enum {
	FD_ROW_EXTENSION,
	FD_ROW_NAME,
	FD_ROW_REL,
	FD_ROW_PATH,
	FD_ROW_NOTHING,
	FD_ROW_TYPE,
	FD_ROW_SIZE,
	FD_ROW_TIME,
	FD_ROW_OWNER
};

static void fd_leaf(
	struct expr_builder *b, struct arena *a, const struct fd_query *q, const struct fd_pattern *p)
{
	if (q->subject != FD_SUBJECT_ABS) {
		expr_leaf(b, &fd_rows[q->subject == FD_SUBJECT_NAME ? FD_ROW_NAME : FD_ROW_REL], p);
		return;
	}
	struct fd_path_arg *arg = ARENA_NEW(a, struct fd_path_arg);
	*arg = (struct fd_path_arg){ q, p };
	expr_leaf(b, &fd_rows[FD_ROW_PATH], arg);
}

void fd_compile(struct expr *out, struct arena *a, const struct fd_query *q)
{
	struct expr_builder b = { 0 };
	if (q->nothing)
		expr_leaf(&b, &fd_rows[FD_ROW_NOTHING], NULL);
	if (q->extensions.n)
		expr_leaf(&b, &fd_rows[FD_ROW_EXTENSION], q);
	for (size_t i = 0; i < q->all.n; i++)
		fd_leaf(&b, a, q, &q->all.p[i]);
	for (size_t i = 0; i < q->any.n; i++) {
		fd_leaf(&b, a, q, &q->any.p[i]);
		if (i)
			expr_operator(&b, EXPR_OR);
	}
	for (size_t i = 0; i < q->none.n; i++) {
		fd_leaf(&b, a, q, &q->none.p[i]);
		expr_operator(&b, EXPR_NOT);
	}
	if (q->types)
		expr_leaf(&b, &fd_rows[FD_ROW_TYPE], q);
	if (q->sizes.n)
		expr_leaf(&b, &fd_rows[FD_ROW_SIZE], q);
	if (q->within || q->before)
		expr_leaf(&b, &fd_rows[FD_ROW_TIME], q);
	if (q->owners.n)
		expr_leaf(&b, &fd_rows[FD_ROW_OWNER], &q->owners.p[0]);
	expr_finish(out, a, &b);
}
