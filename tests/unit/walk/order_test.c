#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/walk/names.h"
#include "ember/walk/order.h"
#include "lib/test.h"

struct seen {
	struct buf text; /* path and LF for each visit; "! path" for errors */
	const char *prune, *stop;
	size_t n, errors;
	uint32_t deepest;
	uint64_t last_ino;
	size_t falls; /* inode numbers below the one before */
};

static enum walk_answer visit(void *ctx, struct entry *e)
{
	struct seen *s = ctx;
	s->n++;
	if (e->depth > s->deepest)
		s->deepest = e->depth;
	CHECK(e->path.p[e->path.n] == '\0', "NUL behind '%.*s'", STR_ARG(e->path));
	if (s->text.n < 100000) {
		buf_str(&s->text, e->path);
		buf_char(&s->text, '\n');
	}
	struct str base = entry_base(e);
	if (s->stop && str_eqc(base, s->stop))
		return WALK_STOP;
	return s->prune && str_eqc(base, s->prune) ? WALK_PRUNE : WALK_ON;
}

static void error(void *ctx, struct str path, const struct err *e)
{
	struct seen *s = ctx;
	s->errors++;
	buf_printf(&s->text, "! %.*s %s\n", STR_ARG(path), e->what ? e->what : e->num == ELOOP ? "ELOOP" : "errno");
}

static struct order_conf conf(struct seen *s)
{
	*s = (struct seen){ 0 };
	return (struct order_conf){ .max_depth = WALK_DEEP, .ctx = s, .visit = visit, .error = error };
}

static void enter(void)
{
	CHECK(chdir(test_folder()) == 0, "chdir");
}

TEST(order_walks_in_order)
{
	struct seen s;
	struct order_conf c = conf(&s);
	enter();
	mkdir("a", 0755);
	mkdir("a/b", 0755);
	mkdir("a/b/c", 0755);
	CHECK(order_run(&c, "a"), "done");
	CHECK_STR(buf_view(&s.text), STR("a\na/b\na/b/c\n"));
	buf_clear(&s.text);
	c.post = true;
	order_run(&c, "a/");
	CHECK_STR(buf_view(&s.text), STR("a/b/c\na/b\na/\n"));
	buf_clear(&s.text);
	c.min_depth = 1;
	c.max_depth = 1;
	order_run(&c, "a");
	CHECK_STR(buf_view(&s.text), STR("a/b\n"));
	buf_clear(&s.text);
	order_run(&c, "nosuch");
	CHECK_STR(buf_view(&s.text), STR("! nosuch errno\n"));
	buf_fini(&s.text);
}

TEST(order_prunes_and_stops)
{
	struct seen s;
	struct order_conf c = conf(&s);
	enter();
	s.prune = "b";
	CHECK(order_run(&c, "a"), "pruning is no stop");
	CHECK_STR(buf_view(&s.text), STR("a\na/b\n"));
	buf_clear(&s.text);
	s.prune = NULL;
	s.stop = "b";
	CHECK(!order_run(&c, "a"), "stopped");
	CHECK_STR(buf_view(&s.text), STR("a\na/b\n"));
	buf_fini(&s.text);
}

TEST(order_follows_links)
{
	struct seen s;
	struct order_conf c = conf(&s);
	enter();
	mkdir("l", 0755);
	CHECK(symlink("../l", "l/up") == 0 && symlink("l", "ln") == 0, "links");
	order_run(&c, "ln");
	CHECK_STR(buf_view(&s.text), STR("ln\n"));
	buf_clear(&s.text);
	c.follow = WALK_ROOTS;
	order_run(&c, "ln");
	CHECK_STR(buf_view(&s.text), STR("ln\nln/up\n"));
	buf_clear(&s.text);
	c.follow = WALK_LOGICAL;
	order_run(&c, "ln");
	CHECK_STR(buf_view(&s.text), STR("ln\n! ln/up " ORDER_LOOP "\n"));
	unlink("l/up");
	CHECK(symlink("up", "l/up") == 0, "a link to itself");
	buf_clear(&s.text);
	order_run(&c, "l");
	CHECK_STR(buf_view(&s.text), STR("l\n! l/up ELOOP\n"));
	unlink("l/up");
	CHECK(symlink("nowhere", "l/up") == 0, "a link to nowhere");
	buf_clear(&s.text);
	order_run(&c, "l");
	CHECK_STR(buf_view(&s.text), STR("l\nl/up\n"));
	buf_fini(&s.text);
}

static enum walk_answer visit_ino(void *ctx, struct entry *e)
{
	struct seen *s = ctx;
	s->n++;
	if (e->depth == 1) {
		s->falls += e->ino <= s->last_ino;
		s->last_ino = e->ino;
	}
	return WALK_ON;
}

static enum walk_answer visit_delete(void *ctx, struct entry *e)
{
	struct seen *s = ctx;
	s->errors += unlinkat(e->at, e->name, AT_REMOVEDIR) != 0;
	return WALK_ON;
}

TEST(order_sorts_large_batches)
{
	struct seen s;
	struct order_conf c = conf(&s);
	char name[32];
	enter();
	mkdir("many", 0755);
	for (int i = 0; i <= NAMES_SORT_OVER; i++) {
		snprintf(name, sizeof(name), "many/%d", i);
		close(open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
	}
	c.visit = visit_ino;
	order_run(&c, "many");
	CHECK(s.n == NAMES_SORT_OVER + 2, "%zu visits", s.n);
	struct statfs fs;
	CHECK(statfs(".", &fs) == 0, "statfs");
	CHECK(s.falls == 0 || fs.f_type == TMPFS_MAGIC || fs.f_type == NFS_SUPER_MAGIC, "in order of inode number");
}

TEST(order_goes_deep_with_few_descriptors)
{
	struct rlimit was, few;
	struct seen s;
	struct order_conf c = conf(&s);
	enter();
	mkdir("deep", 0755);
	int fd = open("deep", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	for (int i = 0; i < 3000; i++) {
		mkdirat(fd, "d", 0755);
		mkdirat(fd, "e", 0755);
		int next = openat(fd, "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		CHECK(next >= 0, "level %d", i);
		close(fd);
		fd = next;
	}
	close(fd);
	getrlimit(RLIMIT_NOFILE, &was);
	few = was;
	few.rlim_cur = 8;
	setrlimit(RLIMIT_NOFILE, &few);
	order_run(&c, "deep");
	CHECK(s.n == 6001 && s.deepest == 3000 && s.errors == 0, "%zu visits, %u deep, %zu errors", s.n, s.deepest,
		s.errors);
	c.post = true;
	s.n = 0;
	order_run(&c, "deep");
	setrlimit(RLIMIT_NOFILE, &was);
	CHECK(s.n == 6001 && s.errors == 0, "%zu visits after their contents", s.n);
	buf_fini(&s.text);
	/* Too deep for what clears the test's folder, and a test of its own. */
	c.visit = visit_delete;
	order_run(&c, "deep");
	CHECK(s.errors == 0 && access("deep", F_OK) != 0, "%zu errors while removing", s.errors);
}
