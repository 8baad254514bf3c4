#include "ember/walk/ignore_stack.h"

#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ignore_file.h"

/* Sources that lie in folders, strongest first: kind beats nearness (I10). */
enum ignore_kind { IGNORE_FD, IGNORE_PLAIN, IGNORE_GIT, IGNORE_KINDS };

struct ignore_stack {
	struct ignore_stack *above; /* the next folder up that has something to say */
	struct ignore_stack *top;   /* the walk's root: holds its absolute path; always alive as an ancestor */
	_Atomic uint32_t refs;
	size_t from;                /* where names relative to this folder start, in absolute path + rel */
	struct ignore *file[IGNORE_KINDS];
	struct ignore *exclude;     /* .git/info/exclude (I5) */
	struct ignore *own_global;  /* core.excludesFile of the repository's own config (I6), owned */
	const struct ignore *git_global; /* the nearest repository's, or the user's; NULL = none */
	bool repo;                  /* git's rules of folders above do not count here (I14) */
	bool in_repo;
	bool has_file[IGNORE_KINDS]; /* here or in a folder above */
	bool above_root;            /* some folder above the walk's root has a file */
	bool mute;                  /* no source has anything to say: only dot names are left out */
	size_t repo_from;           /* `from` of the nearest repository's folder */
	size_t cwd_from;            /* top only: where names relative to the working directory start */
	struct str abs;             /* top only: "/abs/of/root/", owned */
};

/* A repository's folder: its exclude file, and its own name for git's global file. */
static void ignore_repo(struct ignore_stack *s, const struct ignore_conf *c, int at)
{
	int git = ignore_git_dir(at);
	s->git_global = c->git_global;
	if (git < 0)
		return;
	s->exclude = ignore_load(git, "info/exclude", 0);
	if (ignore_own_global(at, git, c->home, &s->own_global))
		s->git_global = s->own_global;
	close(git);
}

/* ---------------------------------------------------------------- stacking */

unsigned ignore_special(const char *name, size_t len)
{
	struct str s = { name, len };
	if (len < 3 || name[0] != '.')
		return 0;
	if (str_eq(s, STR(".git")) || str_eq(s, STR(".jj")))
		return IGNORE_HAS_REPO;
	if (str_eq(s, STR(".gitignore")))
		return IGNORE_HAS_GITIGNORE;
	if (str_eq(s, STR(".ignore")))
		return IGNORE_HAS_IGNORE;
	return str_eq(s, STR(".fdignore")) ? IGNORE_HAS_FDIGNORE : 0;
}

struct ignore_stack *ignore_stack_ref(struct ignore_stack *s)
{
	if (s)
		atomic_fetch_add_explicit(&s->refs, 1, memory_order_relaxed);
	return s;
}

void ignore_stack_unref(struct ignore_stack *s)
{
	/* acq_rel: who frees must see what every other holder did before letting go. */
	while (s && atomic_fetch_sub_explicit(&s->refs, 1, memory_order_acq_rel) == 1) {
		struct ignore_stack *above = s->above;
		for (int k = 0; k < IGNORE_KINDS; k++)
			ignore_free(s->file[k]);
		ignore_free(s->exclude);
		ignore_free(s->own_global);
		if (s->abs.p)
			free((char *)(uintptr_t)s->abs.p);
		free(s);
		s = above;
	}
}

static struct ignore_stack *ignore_stack_new(struct ignore_stack *above)
{
	struct ignore_stack *s = mem_zero(1, sizeof(*s));
	s->refs = 1;
	s->above = ignore_stack_ref(above);
	if (above) {
		s->top = above->top;
		s->in_repo = above->in_repo;
		s->git_global = above->git_global;
		s->repo_from = above->repo_from;
		s->above_root = above->above_root;
		memcpy(s->has_file, above->has_file, sizeof(s->has_file));
	}
	return s;
}

/* To be said last of all, when the stack is what it will be. */
static struct ignore_stack *ignore_stack_ready(struct ignore_stack *s, const struct ignore_conf *c)
{
	bool git = c->vcs && s->git_global && (s->in_repo || !c->require_git);
	s->mute = !git && !c->exclude && !c->exclude_abs && !c->n_extra &&
		!(c->global && c->own_global);
	for (int k = 0; k < IGNORE_KINDS; k++)
		s->mute &= !s->has_file[k];
	return s;
}

/* Read what folder `fd` holds into s. True when anything came of it. */
static bool ignore_stack_load(
	struct ignore_stack *s, const struct ignore_conf *c, int fd, unsigned has)
{
	bool found = false;
	if (c->vcs && (has & IGNORE_HAS_REPO)) {
		s->repo = s->in_repo = found = true;
		s->repo_from = s->from;
		s->has_file[IGNORE_GIT] = false; /* outer rules end here */
		ignore_repo(s, c, fd);
	}
	if (c->files && (has & IGNORE_HAS_FDIGNORE))
		s->file[IGNORE_FD] = ignore_load(fd, ".fdignore", 0);
	if (c->files && (has & IGNORE_HAS_IGNORE))
		s->file[IGNORE_PLAIN] = ignore_load(fd, ".ignore", 0);
	if (c->vcs && (has & IGNORE_HAS_GITIGNORE) && (s->in_repo || !c->require_git))
		s->file[IGNORE_GIT] = ignore_load(fd, ".gitignore", O_NOFOLLOW);
	for (int k = 0; k < IGNORE_KINDS; k++) {
		bool here = s->file[k] || (k == IGNORE_GIT && s->exclude);
		s->has_file[k] |= here;
		found |= here;
	}
	return found;
}

struct ignore_stack *ignore_stack_enter(struct ignore_stack *above, const struct ignore_conf *c,
	int fd, unsigned has, size_t rel_len)
{
	if (!has)
		return ignore_stack_ref(above);
	struct ignore_stack *s = ignore_stack_new(above);
	s->from = s->top->abs.n + rel_len;
	if (ignore_stack_load(s, c, fd, has))
		return ignore_stack_ready(s, c);
	ignore_stack_unref(s);
	return ignore_stack_ref(above);
}

/* ---------------------------------------------------------------- above the root */

/* Absolute path of the open root, with a '/' at its end. */
static struct str ignore_root_path(int fd, struct str root, struct str cwd)
{
	char link[64], path[PATH_MAX];
	struct buf b = { 0 };
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	ssize_t n = readlink(link, path, sizeof(path));
	if (n > 0 && (size_t)n < sizeof(path) && path[0] == '/') {
		buf_add(&b, path, (size_t)n);
	} else { /* no /proc, or a path too long for it: as it is spelled */
		if (!root.n || root.p[0] != '/') {
			buf_str(&b, cwd);
			buf_char(&b, '/');
		}
		buf_str(&b, root);
	}
	if (!b.n || b.p[b.n - 1] != '/')
		buf_char(&b, '/');
	buf_cstr(&b);
	return buf_view(&b);
}

/* `dir` ("/a/b/") is one of git's ceilings or lies above one. */
static bool ignore_ceiling(struct str ceilings, struct str dir)
{
	while (ceilings.n) {
		struct str one = str_cut(&ceilings, ':');
		while (one.n > 1 && one.p[one.n - 1] == '/')
			one.n--;
		if (one.n && one.p[0] == '/' && one.n + 1 >= dir.n &&
			str_starts(one, str_sub(dir, 0, dir.n - 1)) &&
			(one.n + 1 == dir.n || one.p[dir.n - 1] == '/'))
			return true;
	}
	return false;
}

/* Special names of a folder that is not being read. */
static unsigned ignore_probe(int fd, bool vcs, bool files)
{
	static const char *const names[] = { ".git", ".jj", ".gitignore", ".ignore", ".fdignore" };
	unsigned has = 0;
	for (size_t i = 0; i < COUNTOF(names); i++)
		if ((i < 3 ? vcs : files) &&
			faccessat(fd, names[i], F_OK, AT_SYMLINK_NOFOLLOW) == 0)
			has |= ignore_special(names[i], strlen(names[i]));
	return has;
}

/* How far up git's files count: the bytes of `abs` that lead to the repository's folder, or all. */
static size_t ignore_repo_len(const struct ignore_conf *c, struct str abs, unsigned root_has)
{
	struct buf b = { 0 };
	size_t found = STR_NONE;
	if (root_has & IGNORE_HAS_REPO)
		found = abs.n;
	for (size_t n = abs.n; n > 1 && found == STR_NONE;) {
		n = str_rchr(str_sub(abs, 0, n - 1), '/') + 1;
		struct str dir = str_sub(abs, 0, n);
		if (ignore_ceiling(c->ceilings, dir))
			break;
		for (int k = 0; k < 2 && found == STR_NONE; k++) {
			buf_clear(&b);
			buf_str(&b, dir);
			buf_text(&b, k ? ".jj" : ".git");
			if (faccessat(AT_FDCWD, buf_cstr(&b), F_OK, AT_SYMLINK_NOFOLLOW) == 0)
				found = n;
		}
	}
	buf_fini(&b);
	return found;
}

/* Files of the root's parents, from the farthest to the nearest (I13). */
static struct ignore_stack *ignore_parents(
	struct ignore_stack *s, const struct ignore_conf *c, unsigned root_has)
{
	struct str abs = s->top->abs;
	size_t repo = c->vcs ? ignore_repo_len(c, abs, root_has) : STR_NONE;
	struct buf b = { 0 };
	for (size_t n = 1; n < abs.n; n += str_chr(str_sub(abs, n, abs.n), '/') + 1) {
		buf_clear(&b);
		buf_str(&b, str_sub(abs, 0, n));
		int fd = ignore_open_dir(AT_FDCWD, buf_cstr(&b));
		if (fd < 0)
			continue;
		bool vcs = c->vcs && (repo == STR_NONE ? !c->require_git : n >= repo);
		unsigned has = ignore_probe(fd, vcs, c->files);
		if (has) {
			struct ignore_stack *next = ignore_stack_new(s);
			next->from = n;
			if (ignore_stack_load(next, c, fd, has)) {
				next->above_root = true;
				ignore_stack_unref(s);
				s = next;
			} else {
				ignore_stack_unref(next);
			}
		}
		close(fd);
	}
	buf_fini(&b);
	return s;
}

/* Only what the config of the repository above the root names counts, not its exclude file. */
static void ignore_repo_above(struct ignore_stack *s, const struct ignore_conf *c, struct str repo)
{
	struct buf b = { 0 };
	buf_str(&b, repo);
	int at = ignore_open_dir(AT_FDCWD, buf_cstr(&b));
	int git = at < 0 ? -1 : ignore_git_dir(at);
	if (git >= 0 && ignore_own_global(at, git, c->home, &s->own_global))
		s->git_global = s->own_global;
	if (git >= 0)
		close(git);
	if (at >= 0)
		close(at);
	buf_fini(&b);
}

struct ignore_stack *ignore_stack_root(const struct ignore_conf *c, int fd, struct str root, unsigned has)
{
	struct ignore_stack *s = ignore_stack_new(NULL);
	bool parents = c->parents && (c->vcs || c->files);
	s->top = s;
	s->git_global = c->git_global;
	if (parents || c->vcs || c->n_extra || c->own_global || c->exclude_abs)
		s->abs = ignore_root_path(fd, root, c->cwd);
	s->cwd_from = s->repo_from = s->from = s->abs.n;
	if (c->cwd.n && s->abs.n > c->cwd.n && str_starts(s->abs, c->cwd) &&
		s->abs.p[c->cwd.n] == '/')
		s->cwd_from = c->cwd.n + 1;
	if (parents)
		return ignore_stack_ready(ignore_parents(s, c, has), c);
	/* The files above do not count, but that this is part of a repository does. */
	size_t repo = c->vcs ? ignore_repo_len(c, s->abs, has) : STR_NONE;
	if (repo != STR_NONE) {
		s->in_repo = true;
		s->repo_from = repo;
		ignore_repo_above(s, c, str_sub(s->abs, 0, repo));
	}
	return ignore_stack_ready(s, c);
}

/* ---------------------------------------------------------------- judging */

/* What is asked about: the path below the root, and once needed the absolute one. */
struct ignore_subject {
	struct str rel, base, abs;
	const struct ignore_stack *top;
	bool is_dir;
	char *heap;
	char room[1024];
};

static struct str ignore_from(struct ignore_subject *q, size_t from)
{
	struct str top = q->top->abs;
	if (from >= top.n)
		return str_sub(q->rel, from - top.n, q->rel.n);
	if (!q->abs.n) {
		size_t n = size_add(top.n, q->rel.n);
		char *p = n <= sizeof(q->room) ? q->room : (q->heap = mem_alloc(n));
		memcpy(p, top.p, top.n);
		memcpy(p + top.n, q->rel.p, q->rel.n);
		q->abs = (struct str){ p, n };
	}
	return str_sub(q->abs, from, q->abs.n);
}

static enum ignore_verdict ignore_ask(
	const struct ignore *ig, struct ignore_subject *q, size_t from)
{
	return ig ? ignore_match(ig, ignore_from(q, from), q->base, q->is_dir) : IGNORE_NONE;
}

static enum ignore_verdict ignore_kind_verdict(
	const struct ignore_stack *s, int kind, struct ignore_subject *q)
{
	enum ignore_verdict v = IGNORE_NONE;
	for (; s && s->has_file[kind]; s = s->above) {
		v = ignore_ask(s->file[kind], q, s->from);
		if (v != IGNORE_NONE)
			return v;
		if (kind == IGNORE_GIT && s->repo)
			return ignore_ask(s->exclude, q, s->from);
	}
	return v;
}

static enum ignore_verdict ignore_verdict_of(
	const struct ignore_stack *s, const struct ignore_conf *c, struct ignore_subject *q)
{
	enum ignore_verdict v = IGNORE_NONE;
	for (int k = 0; k < IGNORE_KINDS && v == IGNORE_NONE; k++)
		if (s->has_file[k])
			v = ignore_kind_verdict(s, k, q);
	if (v == IGNORE_NONE && c->vcs && s->git_global && (s->in_repo || !c->require_git))
		v = ignore_ask(s->git_global, q, s->repo_from);
	for (size_t i = c->n_extra; i > 0 && v == IGNORE_NONE; i--)
		v = ignore_ask(c->extra[i - 1], q, s->top->cwd_from);
	if (v == IGNORE_NONE && c->global)
		v = ignore_ask(c->own_global, q, s->top->cwd_from);
	return v;
}

static bool ignore_stack_asks(const struct ignore_stack *s, const struct ignore_conf *c,
	struct str rel, struct str base, bool is_dir)
{
	struct ignore_subject q EMBER_UNFILLED;
	q.rel = rel;
	q.base = base;
	q.abs = (struct str){ NULL, 0 };
	q.top = s->top;
	q.is_dir = is_dir;
	q.heap = NULL;
	bool drop = ignore_ask(c->exclude, &q, s->top->abs.n) == IGNORE_DROP;
	if (!drop && c->exclude_abs) /* rules start at "/", whose names start behind it */
		drop = ignore_ask(c->exclude_abs, &q, 1) == IGNORE_DROP;
	if (!drop) {
		enum ignore_verdict v = ignore_verdict_of(s, c, &q);
		drop = v == IGNORE_DROP ||
			(v == IGNORE_NONE && !c->hidden && base.n && base.p[0] == '.');
	}
	free(q.heap);
	return drop;
}

bool ignore_stack_drops(const struct ignore_stack *s, const struct ignore_conf *c, struct str rel,
	struct str base, bool is_dir)
{
	if (s->mute)
		return !c->hidden && base.n && base.p[0] == '.';
	return ignore_stack_asks(s, c, rel, base, is_dir);
}
