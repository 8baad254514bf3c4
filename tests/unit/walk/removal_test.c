/* Deleting in several threads (spec efind B3, Q4): nobody can tell it from one after the other. */
#include "ember/walk/removal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ember/os/dir.h"
#include "ember/walk/order.h"
#include "ember/walk/stamp.h"
#include "lib/test.h"

/* ---- unlinkat, looked at */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;
static struct buf gone;      /* names deleted, a LF after each, in the order in which they were */
static const char *one, *other; /* the deletion of `one` does not begin before that of `other` is over */
static bool over;
static pthread_t main_thread;
static unsigned elsewhere; /* calls on other threads than ours */

int unlinkat(int at, const char *name, int flags)
{
	pthread_mutex_lock(&lock);
	while (one && strcmp(name, one) == 0 && !over)
		pthread_cond_wait(&more, &lock);
	pthread_mutex_unlock(&lock);
	int got = (int)syscall(SYS_unlinkat, at, name, flags), num = errno;
	pthread_mutex_lock(&lock);
	buf_text(&gone, name);
	buf_char(&gone, '\n');
	elsewhere += !pthread_equal(pthread_self(), main_thread);
	if (other && strcmp(name, other) == 0) {
		over = true;
		pthread_cond_broadcast(&more);
	}
	pthread_mutex_unlock(&lock);
	errno = num;
	return got;
}

/* ---- a walk that deletes all but what is called keep... */

struct job {
	struct removals *removals;
	struct buf told, handed; /* "path errno" of failures; names in the order of the walk */
	unsigned settled;
};

static void failed(void *ctx, struct str path, int num)
{
	struct job *j = ctx;
	buf_printf(&j->told, "%.*s %d\n", STR_ARG(path), num);
}

static void error(void *ctx, struct str path, const struct err *e)
{
	failed(ctx, path, e->num);
}

static void settle(void *ctx)
{
	struct job *j = ctx;
	j->settled++;
	removals_settle(j->removals);
}

static enum walk_answer visit(void *ctx, struct entry *e)
{
	struct job *j = ctx;
	if (strncmp(e->name, "keep", 4) == 0)
		return WALK_ON;
	buf_str(&j->handed, entry_base(e));
	buf_char(&j->handed, '\n');
	entry_type(e);
	removals_add(j->removals, e);
	return WALK_ON;
}

static struct job run(const char *root, unsigned threads)
{
	struct job j = { 0 };
	struct removals_conf c = { .threads = threads, .at_once = true, .ctx = &j, .failed = failed };
	struct order_conf o = { .post = true, .acts = true, .max_depth = WALK_DEEP, .ctx = &j, .visit = visit,
		.error = error, .settle = settle };
	j.removals = removals_new(&c);
	buf_clear(&gone);
	over = false;
	elsewhere = 0;
	main_thread = pthread_self();
	order_run(&o, root);
	removals_settle(j.removals);
	removals_free(j.removals);
	return j;
}

static void job_fini(struct job *j)
{
	buf_fini(&j->told);
	buf_fini(&j->handed);
}

static void put(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	CHECK(fd >= 0, "%s", path);
	close(fd);
}

/* `root` with `dirs` folders in it, and in each `files` files and a folder with as many; one name is there once. */
static void tree(const char *root, int dirs, int files)
{
	char path[128];
	CHECK(chdir(test_folder()) == 0 && mkdir(root, 0755) == 0, "%s", root);
	for (int i = 0; i < dirs; i++) {
		snprintf(path, sizeof(path), "%s/d%d", root, i);
		mkdir(path, 0755);
		snprintf(path, sizeof(path), "%s/d%d/s%d", root, i, i);
		mkdir(path, 0755);
		for (int k = 0; k < files; k++) {
			snprintf(path, sizeof(path), "%s/d%d/f%d.%d", root, i, i, k);
			put(path);
			snprintf(path, sizeof(path), "%s/d%d/s%d/g%d.%d", root, i, i, i, k);
			put(path);
		}
	}
}

/* The names of `order` that begin with `start`. */
static struct buf picked(const struct buf *order, const char *start)
{
	struct buf b = { 0 };
	struct str rest = buf_view(order);
	while (rest.n) {
		struct str line = str_cut(&rest, '\n');
		if (!str_starts(line, str_from(start)))
			continue;
		buf_str(&b, line);
		buf_char(&b, '\n');
	}
	return b;
}

TEST(each_directory_is_emptied_in_the_order_of_the_walk)
{
	char start[32];
	tree("apart", 12, 40);
	struct job j = run("apart", 4);
	CHECK(access("apart", F_OK) != 0, "all is gone");
	CHECK(j.told.n == 0, "without a failure: %s", buf_cstr(&j.told));
	for (int i = 0; i < 12; i++)
		for (const char *c = "fg"; *c; c++) {
			snprintf(start, sizeof(start), "%c%d.", *c, i);
			struct buf want = picked(&j.handed, start), have = picked(&gone, start);
			CHECK_STR(buf_view(&have), buf_view(&want));
			buf_fini(&want);
			buf_fini(&have);
		}
	struct buf want = picked(&j.handed, "d"), have = picked(&gone, "d");
	CHECK_STR(buf_view(&have), buf_view(&want));
	buf_fini(&want);
	buf_fini(&have);
	job_fini(&j);
}

/* Here, or does the walk have to do all at once? */
static bool is_put_off(void)
{
	int fd = open(test_folder(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool known = dir_knows_mounts() && stamp_place(fd) != STAMP_USELESS;
	close(fd);
	return known;
}

TEST(two_directories_are_emptied_at_the_same_time)
{
	if (!is_put_off())
		return;
	tree("both", 2, 40);
	struct job first = run("both", 1);
	/* The first file waits for one of the directory that comes later. */
	struct str rest = buf_view(&first.handed);
	char a[32], b[32];
	snprintf(a, sizeof(a), "%.*s", STR_ARG(str_cut(&rest, '\n')));
	snprintf(b, sizeof(b), "%c%d.7", a[0], a[1] == '0');
	job_fini(&first);
	CHECK(elsewhere == 0, "with one thread none is started");
	tree("both", 2, 40);
	one = a;
	other = b;
	struct job j = run("both", 2);
	one = other = NULL;
	CHECK(access("both", F_OK) != 0 && j.told.n == 0, "all is gone");
	CHECK(elsewhere > 0, "by two");
	job_fini(&j);
}

/* Something to keep in every third folder: neither it nor those above it can be deleted. */
static void keepers(const char *root, int dirs, bool there)
{
	char path[128];
	for (int i = 0; i < dirs; i += 3) {
		snprintf(path, sizeof(path), "%s/d%d/keep", root, i);
		if (i % 2)
			snprintf(path, sizeof(path), "%s/d%d/s%d/keep", root, i, i);
		if (there)
			put(path);
		else
			CHECK(unlink(path) == 0, "%s was kept", path);
	}
}

TEST(failures_are_told_in_the_order_of_the_walk)
{
	struct buf want = { 0 };
	for (unsigned threads = 1; threads <= 9; threads *= 3) {
		tree("told", 20, 6);
		keepers("told", 20, true);
		struct job j = run("told", threads);
		if (threads == 1)
			buf_str(&want, buf_view(&j.told));
		CHECK_STR(buf_view(&j.told), buf_view(&want));
		job_fini(&j);
		keepers("told", 20, false);
		j = run("told", threads);
		CHECK(j.told.n == 0 && access("told", F_OK) != 0, "what was left can go now");
		job_fini(&j);
	}
	CHECK(strstr(want.p, "told/d0 39\n"), "ENOTEMPTY: %s", want.p);
	buf_fini(&want);
}

/* A chain of 150 folders; beside each next one a file, and a folder with a file in it. */
static void chain(const char *root)
{
	char path[4096];
	size_t n = (size_t)snprintf(path, sizeof(path), "%s", root);
	CHECK(chdir(test_folder()) == 0 && mkdir(path, 0755) == 0, "%s", root);
	for (int i = 0; i < 150; i++) {
		n += (size_t)snprintf(path + n, sizeof(path) - n, "/d");
		CHECK(mkdir(path, 0755) == 0, "%d", i);
		snprintf(path + n, sizeof(path) - n, "/f%d", i);
		put(path);
		snprintf(path + n, sizeof(path) - n, "/g");
		mkdir(path, 0755);
		snprintf(path + n, sizeof(path) - n, "/g/x");
		put(path);
		path[n] = '\0';
	}
}

TEST(B11_few_descriptors_are_enough)
{
	static const int left[] = { 250, 60, 20 };
	struct rlimit was, few;
	getrlimit(RLIMIT_NOFILE, &was);
	few = (struct rlimit){ 256, was.rlim_max };
	for (size_t i = 0; i < COUNTOF(left); i++) {
		int taken[256], n = 0;
		chain("deep");
		setrlimit(RLIMIT_NOFILE, &few);
		while (n < 256 - left[i] && (taken[n] = dup(0)) >= 0)
			n++;
		struct job j = run("deep", 4);
		while (n > 0)
			close(taken[--n]);
		setrlimit(RLIMIT_NOFILE, &was);
		CHECK(j.told.n == 0 && access("deep", F_OK) != 0, "%d left: %s", left[i], buf_cstr(&j.told));
		job_fini(&j);
	}
}
