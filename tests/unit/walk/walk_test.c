#include "ember/walk/walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/os/dir.h"
#include "ember/os/pool.h"
#include "ember/walk/ignore_stack.h"
#include "lib/test.h"

struct tally {
	_Atomic unsigned files, dirs, links, wrong, errors, loops;
	size_t root_len;
	const char *stop_at, *prune;
};

static enum walk_answer count(void *ctx, unsigned worker, struct entry *e)
{
	struct tally *t = ctx;
	struct stat sb;
	struct str base = entry_base(e);
	(void)worker;
	t->files += e->type == DT_REG;
	t->dirs += e->type == DT_DIR;
	t->links += e->type == DT_LNK;
	/* What *at calls see through the entry is what the path names. */
	if (fstatat(e->at, e->name, &sb, AT_SYMLINK_NOFOLLOW) != 0 || e->path.p[e->path.n] != '\0')
		t->wrong++;
	unsigned depth = 1;
	for (size_t i = t->root_len + 1; i < e->path.n; i++)
		depth += e->path.p[i] == '/';
	t->wrong += depth != e->depth;
	if (t->stop_at && str_eqc(base, t->stop_at))
		return WALK_STOP;
	return t->prune && str_eqc(base, t->prune) ? WALK_PRUNE : WALK_ON;
}

static void failed(void *ctx, unsigned worker, struct str path, const struct err *e)
{
	struct tally *t = ctx;
	(void)worker;
	(void)path;
	t->errors++;
	t->loops += e->num == ELOOP;
}

static void make(const char *fmt, ...) EMBER_PRINTF(1, 2);
static void make(const char *fmt, ...)
{
	char path[512];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(path, sizeof(path), fmt, ap);
	va_end(ap);
	if (path[strlen(path) - 1] == '/') {
		mkdir(path, 0755);
		return;
	}
	int fd = open(path, O_WRONLY | O_CREAT, 0644);
	if (fd >= 0)
		close(fd);
}

/* 12 folders of 12 folders of 6 files. */
static const char *tree(void)
{
	static char root[300];
	snprintf(root, sizeof(root), "%s/tree", test_folder());
	make("%s/", root);
	for (int i = 0; i < 12; i++) {
		make("%s/%d/", root, i);
		for (int k = 0; k < 12; k++) {
			make("%s/%d/%d/", root, i, k);
			for (int f = 0; f < 6; f++)
				make("%s/%d/%d/f%d", root, i, k, f);
		}
	}
	return root;
}

static struct tally walk(const char *root, struct walk_conf c, const char *stop_at, const char *prune)
{
	struct tally t = { .root_len = strlen(root), .stop_at = stop_at, .prune = prune };
	c.ctx = &t;
	c.visit = count;
	c.error = failed;
	c.min_depth = c.min_depth ? c.min_depth : 1;
	c.max_depth = c.max_depth ? c.max_depth : WALK_DEEP;
	walk_run(&c, &root, 1);
	return t;
}

TEST(meets_everything_once_with_any_number_of_threads)
{
	static const unsigned threads[] = { 1, 2, 3, 16, 0 };
	const char *root = tree();
	for (size_t i = 0; i < COUNTOF(threads); i++) {
		for (int round = 0; round < 5; round++) {
			struct tally t = walk(root, (struct walk_conf){ .threads = threads[i] }, NULL, NULL);
			CHECK(t.files == 864 && t.dirs == 156, "%u threads: %u files, %u folders", threads[i], t.files, t.dirs);
			CHECK(t.wrong == 0 && t.errors == 0, "%u wrong, %u errors", t.wrong, t.errors);
		}
	}
}

TEST(works_with_eight_descriptors)
{
	struct rlimit was, few;
	const char *root = tree();
	getrlimit(RLIMIT_NOFILE, &was);
	few = was;
	few.rlim_cur = 8;
	setrlimit(RLIMIT_NOFILE, &few);
	struct tally t = walk(root, (struct walk_conf){ .threads = 16 }, NULL, NULL);
	setrlimit(RLIMIT_NOFILE, &was);
	CHECK(t.files == 864 && t.dirs == 156 && t.errors == 0, "%u files, %u folders, %u errors", t.files, t.dirs,
		t.errors);
}

TEST(depths_prune_and_stop)
{
	const char *root = tree();
	struct tally t = walk(root, (struct walk_conf){ .threads = 1, .max_depth = 1 }, NULL, NULL);
	CHECK(t.dirs == 12 && t.files == 0, "depth 1: %u", t.dirs);
	t = walk(root, (struct walk_conf){ .threads = 4, .min_depth = 3 }, NULL, NULL);
	CHECK(t.dirs == 0 && t.files == 864, "from depth 3: %u", t.files);
	t = walk(root, (struct walk_conf){ .threads = 1 }, NULL, "3");
	CHECK(t.dirs == 12 + 11 * 12 && t.files == 11 * 11 * 6, "pruned: %u, %u", t.dirs, t.files);
	t = walk(root, (struct walk_conf){ .threads = 1 }, "f0", NULL);
	CHECK(t.files < 20, "stopped: %u", t.files);
}

TEST(links_and_loops)
{
	char root[300], path[400];
	snprintf(root, sizeof(root), "%s/links", test_folder());
	make("%s/", root);
	make("%s/a/", root);
	make("%s/a/f", root);
	snprintf(path, sizeof(path), "%s/up", root);
	CHECK(symlink(".", path) == 0, "symlink");
	snprintf(path, sizeof(path), "%s/to-a", root);
	CHECK(symlink("a", path) == 0, "symlink");
	snprintf(path, sizeof(path), "%s/self", root);
	CHECK(symlink("self", path) == 0, "symlink");
	struct tally t = walk(root, (struct walk_conf){ .follow = WALK_PHYSICAL }, NULL, NULL);
	CHECK(t.links == 3 && t.files == 1 && t.errors == 0, "%u links, %u files", t.links, t.files);
	t = walk(root, (struct walk_conf){ .follow = WALK_LOGICAL }, NULL, NULL);
	CHECK(t.links == 1 && t.files == 2 && t.dirs == 2, "%u links, %u files, %u dirs", t.links, t.files, t.dirs);
	CHECK(t.errors == 1 && t.loops == 1, "%u errors", t.errors);
	snprintf(path, sizeof(path), "%s/to-a", root);
	t = walk(path, (struct walk_conf){ .follow = WALK_PHYSICAL }, NULL, NULL);
	CHECK(t.files == 0 && t.errors == 1, "a link is no folder to walk");
	t = walk(path, (struct walk_conf){ .follow = WALK_ROOTS }, NULL, NULL);
	CHECK(t.files == 1 && t.errors == 0, "a root may be a link");
}

TEST(a_path_of_any_length)
{
	char name[201], root[300];
	memset(name, 'd', 200);
	name[200] = '\0';
	snprintf(root, sizeof(root), "%s/long", test_folder());
	make("%s/", root);
	int fd = open(root, O_RDONLY | O_DIRECTORY);
	for (int i = 0; i < 60; i++) {
		CHECK(mkdirat(fd, name, 0755) == 0, "mkdir %d", i);
		CHECK(mkdirat(fd, "side", 0755) == 0, "mkdir %d", i);
		int next = openat(fd, name, O_RDONLY | O_DIRECTORY);
		close(fd);
		fd = next;
	}
	close(fd);
	static const unsigned threads[] = { 1, 4 };
	for (size_t i = 0; i < COUNTOF(threads); i++) {
		struct tally t = walk(root, (struct walk_conf){ .threads = threads[i] }, NULL, NULL);
		CHECK(t.dirs == 120 && t.wrong == 0 && t.errors == 0, "%u folders, %u errors", t.dirs, t.errors);
	}
	struct buf deep = { 0 }; /* the same by path alone, as when no descriptor was kept */
	for (int i = 0; i < 60; i++)
		buf_printf(&deep, "%s%s", i ? "/" : "", name);
	struct err e = { 0 };
	int at = open(root, O_PATH | O_DIRECTORY);
	fd = dir_open_path(at, buf_view(&deep), false, &e);
	CHECK(fd >= 0, "errno %d", e.num);
	close(fd);
	fd = dir_open_path(at, buf_view(&deep), true, &e);
	CHECK(fd >= 0, "errno %d", e.num);
	close(fd);
	close(at);
	buf_fini(&deep);
}

TEST(a_link_on_the_way_is_refused)
{
	char path[400];
	struct err e = { 0 };
	snprintf(path, sizeof(path), "%s/swap", test_folder());
	make("%s/", path);
	make("%s/real/", path);
	make("%s/real/in/", path);
	int at = open(path, O_PATH | O_DIRECTORY);
	CHECK(symlinkat("real", at, "link") == 0, "symlink");
	int fd = dir_open_path(at, STR("real/in"), false, &e);
	CHECK(fd >= 0, "errno %d", e.num);
	close(fd);
	fd = dir_open_path(at, STR("link/in"), false, &e);
	CHECK(fd < 0, "a link was followed");
	CHECK(e.num == ELOOP || e.num == ENOTDIR, "errno %d", e.num); /* the second without openat2 */
	CHECK(dir_open(at, "link", false, &e) < 0, "a link was followed");
	close(at);
}

TEST(large_folders_come_in_batches)
{
	char root[300];
	struct dir_batch b;
	struct dir_name d;
	struct err e = { 0 };
	snprintf(root, sizeof(root), "%s/large", test_folder());
	make("%s/", root);
	for (int i = 0; i < 3000; i++)
		make("%s/a-rather-long-name-%d", root, i);
	make("%s/.ignore", root);
	int fd = dir_open(AT_FDCWD, root, false, &e);
	dir_batch_init(&b, 4096);
	unsigned names = 0, batches = 0;
	do {
		CHECK(dir_fill(&b, fd, &e) == 0, "errno %d", e.num);
		while (dir_next(&b, &d))
			names++;
		batches++;
	} while (!b.end);
	CHECK(names == 3001 && batches > 10, "%u names in %u batches", names, batches);
	dir_batch_fini(&b);
	close(fd);
	char *rules = test_file("large/.ignore", STR("*7\n"));
	free(rules);
	struct ignore_conf ig = { .hidden = true, .files = true };
	struct tally t = walk(root, (struct walk_conf){ .ignore = &ig }, NULL, NULL);
	CHECK(t.files == 2701, "%u files", t.files);
}

struct calls {
	_Atomic unsigned rules, rest, visits, early, workers;
};

static enum walk_answer call_visit(void *ctx, unsigned worker, struct entry *e)
{
	struct calls *n = ctx;
	(void)e;
	n->early += n->rules == 0;
	n->visits++;
	atomic_fetch_or(&n->workers, 1u << worker);
	return WALK_ON;
}

static void call_rules(void *ctx)
{
	((struct calls *)ctx)->rules++;
}

static void call_rest(void *ctx, unsigned worker)
{
	(void)worker;
	((struct calls *)ctx)->rest++;
}

static struct calls call(const char *const *roots, size_t n, unsigned threads)
{
	struct calls calls = { 0 };
	struct ignore_conf ig = { .hidden = true, .files = true };
	walk_run(&(struct walk_conf){ .threads = threads, .min_depth = 1, .max_depth = WALK_DEEP, .ignore = &ig,
			 .ctx = &calls, .visit = call_visit, .rest = call_rest, .rules = call_rules },
		roots, n);
	return calls;
}

/* W11, W18: what only verdicts need is read once, and not for a folder that holds nothing. */
TEST(W18_rules_are_readied_once_and_for_entries_only)
{
	char empty[300];
	snprintf(empty, sizeof(empty), "%s/empty", test_folder());
	make("%s/", empty);
	const char *root = tree(), *nothing = empty, *all[] = { root, empty, root, root };
	struct calls none = call(&nothing, 1, 1);
	CHECK(none.rules == 0, "rules for an empty folder");
	for (unsigned threads = 1; threads <= 8; threads *= 2) {
		struct calls n = call(all, COUNTOF(all), threads);
		CHECK(n.rules == 1 && n.early == 0 && n.visits == 3 * 1020, "%u threads: %u %u %u", threads, n.rules,
			n.early, n.visits);
	}
}

/* W8: a folder larger than one batch hands results on while it is read. */
TEST(W8_large_folders_rest_between_batches)
{
	char root[300];
	snprintf(root, sizeof(root), "%s/large-too", test_folder());
	make("%s/", root);
	for (int i = 0; i < 3000; i++)
		make("%s/a-name-that-is-long-enough-for-a-few-batches-%d", root, i);
	const char *one = root;
	struct calls n = call(&one, 1, 1);
	CHECK(n.visits == 3000 && n.rest > 3, "%u visits, %u rests", n.visits, n.rest);
}

static void add_range(void *ctx, size_t from, size_t to)
{
	_Atomic uint64_t *sum = ctx;
	for (size_t i = from; i < to; i++)
		atomic_fetch_add(sum, i);
}

TEST(ranges_cover_all)
{
	static const size_t sizes[] = { 0, 1, 7, 1000, 100001 };
	for (size_t i = 0; i < COUNTOF(sizes); i++) {
		_Atomic uint64_t sum = 0;
		pool_ranges(4, sizes[i], 16, add_range, &sum);
		CHECK(sum == (uint64_t)sizes[i] * (sizes[i] ? sizes[i] - 1 : 0) / 2, "%zu", sizes[i]);
	}
}
