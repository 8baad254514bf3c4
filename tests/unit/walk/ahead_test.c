/* What is read before the walk gets there (spec efind Q6 to Q9): how much, and never for what is no longer so. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/os/clock.h"
#include "ember/walk/ahead.h"
#include "ember/walk/order.h"
#include "lib/test.h"

static _Atomic unsigned opened; /* directories that were opened ahead ... */
static _Atomic unsigned far;    /* ... so that it might have been on another file system */
static bool silent;             /* directory records carry no type */

/* In place of the C library's: os/dir.c opens ahead, and reads, through it. */
long syscall(long number, ...)
{
	static long (*_Atomic real)(long, ...);
	va_list ap;
	long a[6];
	va_start(ap, number);
	for (size_t i = 0; i < COUNTOF(a); i++)
		a[i] = va_arg(ap, long);
	va_end(ap);
	if (!real)
		real = (long (*)(long, ...))(uintptr_t)dlsym(RTLD_NEXT, "syscall");
	long got = real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
	if (number == SYS_openat2) {
		const struct open_how *how = (const void *)(uintptr_t)a[2];
		far += !(how->resolve & RESOLVE_NO_XDEV);
		opened++;
	}
	if (number == SYS_getdents64 && silent)
		for (long at = 0; at < got;) {
			struct dirent64 *d = (void *)((char *)(uintptr_t)a[1] + at);
			d->d_type = DT_UNKNOWN;
			at += d->d_reclen;
		}
	return got;
}

static void nap(void)
{
	nanosleep(&(struct timespec){ .tv_nsec = 2000000 }, NULL);
}

struct seen {
	struct buf text; /* path and LF of each visit; "! path errno" for errors */
	unsigned await;  /* before the first visit below the root: so many are opened ahead */
	bool (*then)(const char *first); /* ... and this is done; false = on the next one */
	bool done;
	bool deletes;
	unsigned most; /* opened ahead and not yet entered, when the first entry was visited */
};

static enum walk_answer visit(void *ctx, struct entry *e)
{
	struct seen *s = ctx;
	if (e->depth > 0 && !s->done) {
		while (opened < s->await)
			nap();
		for (int i = 0; i < 20; i++) /* whoever would read too much has the time to */
			nap();
		s->most = opened;
		s->done = !s->then || s->then(e->path.p + 2);
	}
	buf_str(&s->text, e->path);
	buf_char(&s->text, '\n');
	if (s->deletes && e->depth > 0 && unlinkat(e->at, e->name, e->type == DT_DIR ? AT_REMOVEDIR : 0) != 0)
		buf_printf(&s->text, "? %.*s %d\n", STR_ARG(e->path), errno);
	return WALK_ON;
}

static void error(void *ctx, struct str path, const struct err *e)
{
	struct seen *s = ctx;
	buf_printf(&s->text, "! %.*s %d\n", STR_ARG(path), e->num);
}

static struct order_conf conf(struct seen *s, unsigned threads)
{
	*s = (struct seen){ 0 };
	opened = 0;
	return (struct order_conf){ .max_depth = WALK_DEEP, .ctx = s, .visit = visit, .error = error,
		.threads = threads, .at_once = true };
}

static void put(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	CHECK(fd >= 0, "%s", path);
	close(fd);
}

#define DIRS 40

/* A folder `name` with 40 folders in it, two files and a folder with a file in each; we go there. */
static void tree(const char *name)
{
	char path[64];
	CHECK(chdir(test_folder()) == 0 && mkdir(name, 0755) == 0 && chdir(name) == 0, "%s", name);
	for (int i = 0; i < DIRS; i++) {
		snprintf(path, sizeof(path), "d%02d", i);
		mkdir(path, 0755);
		for (const char *const *f = (const char *const[]){ "a", "b", NULL }; *f; f++) {
			snprintf(path, sizeof(path), "d%02d/%s", i, *f);
			put(path);
		}
		snprintf(path, sizeof(path), "d%02d/s", i);
		mkdir(path, 0755);
		snprintf(path, sizeof(path), "d%02d/s/x", i);
		put(path);
	}
	for (int i = 0; i < 50; i++) /* until its times are older than the clock's step */
		nap();
}

TEST(Q6_no_more_than_a_window_is_read_ahead)
{
	struct seen s;
	struct order_conf c = conf(&s, 4);
	char path[64];
	CHECK(chdir(test_folder()) == 0 && mkdir("wide", 0755) == 0, "wide");
	for (int i = 0; i < 3 * AHEAD_DIRS; i++) {
		snprintf(path, sizeof(path), "wide/%d", i);
		mkdir(path, 0755);
	}
	s.await = AHEAD_DIRS;
	CHECK(order_run(&c, "wide"), "done");
	CHECK(s.most == AHEAD_DIRS || s.most == AHEAD_DIRS + 1, "%u directories ahead, the walk's own perhaps among them", s.most);
	CHECK(opened <= 3 * AHEAD_DIRS, "each at most once");
	buf_fini(&s.text);
}

/* What somebody may do while the walk is elsewhere; not in the folder that it stands in. */
static bool meddle(const char *first)
{
	struct stat sb;
	if (*first != 'd' || strchr(first, '/'))
		return false;
	int here = (first[1] - '0') * 10 + first[2] - '0', to[8];
	for (int i = 0; i < 8; i++)
		to[i] = (here + 3 + 4 * i) % DIRS;
	char p[8][16], path[64];
	for (int i = 0; i < 8; i++)
		snprintf(p[i], sizeof(p[i]), "d%02d", to[i]);
	snprintf(path, sizeof(path), "%s/new", p[0]);
	put(path);
	snprintf(path, sizeof(path), "%s/a", p[1]);
	unlink(path);
	snprintf(path, sizeof(path), "../moved-%ld", (long)getpid());
	CHECK(rename(p[2], path) == 0 && mkdir(p[2], 0755) == 0, "another in its place");
	snprintf(path, sizeof(path), "%s/only", p[2]);
	put(path);
	snprintf(path, sizeof(path), "../gone-%ld", (long)getpid());
	CHECK(rename(p[3], path) == 0 && symlink(path, p[3]) == 0, "a link in its place");
	snprintf(path, sizeof(path), "../away-%ld", (long)getpid());
	CHECK(rename(p[4], path) == 0, "moved away");
	CHECK(rename(p[5], "tmp") == 0 && rename(p[6], p[5]) == 0 && rename("tmp", p[6]) == 0, "two swapped");
	snprintf(path, sizeof(path), "%s/s/y", p[7]);
	put(path);
	CHECK(stat(p[0], &sb) == 0, "there");
	return true;
}

/* meddle's leftovers, named after the process, out of the way of the next run; returns what of them is whole. */
static int leftovers(void)
{
	static const char *const names[] = { "moved", "gone", "away" };
	char from[64], to[64];
	int whole = 0;
	static int run;
	run++;
	for (size_t i = 0; i < COUNTOF(names); i++) {
		snprintf(from, sizeof(from), "../%s-%ld/s/x", names[i], (long)getpid());
		whole += access(from, F_OK) == 0;
		snprintf(from, sizeof(from), "../%s-%ld", names[i], (long)getpid());
		snprintf(to, sizeof(to), "../%s-%d", names[i], run);
		CHECK(rename(from, to) == 0, "%s", from);
	}
	return whole;
}

static struct buf meddled(const char *name, unsigned threads, bool deletes, bool (*then)(const char *))
{
	struct seen s;
	struct order_conf c = conf(&s, threads);
	tree(name);
	c.acts = true;
	c.post = s.deletes = deletes;
	if (threads > 1) /* all; what the walk stands in, it may have read itself */
		s.await = deletes ? 2 * DIRS - 2 : 2 * DIRS;
	s.then = then;
	order_run(&c, ".");
	CHECK(leftovers() == 3, "what was moved away is whole");
	return s.text;
}

TEST(Q7_who_acts_sees_each_directory_as_it_is_on_arrival)
{
	struct buf alone = meddled("one", 1, false, meddle), ahead = meddled("four", 4, false, meddle);
	CHECK(strstr(buf_cstr(&alone), "/new\n") && strstr(alone.p, "/only\n") && strstr(alone.p, "/s/y\n"), "changes show");
	CHECK_STR(buf_view(&ahead), buf_view(&alone));
	buf_fini(&alone);
	buf_fini(&ahead);
}

/* In post-order the first visit is of a file, in the folder that the walk stands in. */
static bool meddle_behind(const char *first)
{
	char folder[4] = { first[0], first[1], first[2], '\0' };
	return meddle(folder);
}

TEST(Q7_what_is_deleted_is_what_stands_there_on_arrival)
{
	struct buf alone = meddled("del1", 1, true, meddle_behind), ahead = meddled("del4", 4, true, meddle_behind);
	CHECK_STR(buf_view(&ahead), buf_view(&alone));
	size_t kept = 0; /* what is gone, and the link where a folder was */
	for (const char *c = buf_cstr(&ahead); (c = strchr(c, '?')); c++)
		kept++;
	CHECK(kept == 2, "%zu could not be deleted:\n%s", kept, ahead.p);
	buf_fini(&alone);
	buf_fini(&ahead);
}

/* Does reading through `how` move the time of access of a folder that was changed after it? */
static bool noted(const char *name, struct stamp *s, int at)
{
	struct stat before, after;
	struct err e = { 0 };
	struct names n = { 0 };
	struct dir_batch b = { 0 };
	stat(name, &before);
	int fd = s ? dir_open_near(at, name, true, &e) : dir_open(at, name, false, &e);
	CHECK(fd >= 0 && names_fill(&n, &b, fd, &e) == 0, "%s", name);
	if (s) {
		stat(name, &after);
		CHECK(before.st_atim.tv_sec == after.st_atim.tv_sec && before.st_atim.tv_nsec == after.st_atim.tv_nsec,
			"quiet until the walk arrives");
		CHECK(stamp_holds(s, stamp_place(fd), at, name, before.st_ino, fd, n.at_end), "%s is the same", name);
	}
	close(fd);
	stat(name, &after);
	names_fini(&n);
	dir_batch_fini(&b);
	return before.st_atim.tv_sec != after.st_atim.tv_sec || before.st_atim.tv_nsec != after.st_atim.tv_nsec;
}

TEST(Q7_reading_ahead_is_noted_on_arrival)
{
	struct stamp s;
	tree("stamp");
	int at = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (stamp_place(at) == STAMP_USELESS) { /* then nothing is read ahead here at all */
		close(at);
		return;
	}
	stamp_take(&s);
	bool plain = noted("d01", NULL, at), ahead = noted("d02", &s, at);
	CHECK(plain == ahead, "a plain reading %d, one ahead %d", plain, ahead);
	struct stat sb;
	stat("d03", &sb);
	CHECK(stamp_holds(&s, STAMP_NOATIME, at, "d03", sb.st_ino, -1, true), "unchanged");
	CHECK(!stamp_holds(&s, STAMP_NOATIME, at, "d04", sb.st_ino, -1, true), "another one");
	CHECK(!stamp_holds(&s, STAMP_NOATIME, at, "nosuch", sb.st_ino, -1, true), "gone");
	put("d03/new");
	CHECK(!stamp_holds(&s, STAMP_NOATIME, at, "d03", sb.st_ino, -1, true), "changed");
	stamp_take(&s);
	CHECK(!stamp_holds(&s, STAMP_NOATIME, at, "d03", sb.st_ino, -1, true), "too lately changed to tell");
	close(at);
}

TEST(Q9_nothing_is_read_ahead_across_a_mount)
{
	struct seen s;
	struct err e = { 0 };
	struct stat here, there;
	struct order_conf c = conf(&s, 4);
	tree("near");
	far = 0;
	s.await = 2 * DIRS - 2; /* what the walk stands in, it may read itself */
	order_run(&c, ".");
	CHECK( far == 0, "%u of %u might have gone there", far, opened);
	buf_fini(&s.text);
	int root = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (stat("/", &here) == 0 && stat("/proc", &there) == 0 && here.st_dev != there.st_dev)
		CHECK(dir_open_near(root, "proc", false, &e) < 0 && e.num == EXDEV, "errno %d", e.num);
	close(root);
}

static unsigned prepared;

static void prepare(void *ctx)
{
	(void)ctx;
	prepared++;
}

TEST(Q10_a_patient_walk_starts_threads_when_it_has_lasted)
{
	struct seen s, alone;
	struct order_conf c = conf(&alone, 1);
	tree("patient");
	order_run(&c, ".");
	int64_t began = clock_ns(CLOCK_THREAD_CPUTIME_ID);
	while (clock_ns(CLOCK_THREAD_CPUTIME_ID) - began < 60000000) /* what it used before counts */
		;
	for (int patient = 0; patient < 2; patient++) {
		c = conf(&s, 2);
		c.at_once = false;
		c.patient = patient;
		c.prepare = prepare;
		s.await = 0;
		prepared = 0;
		order_run(&c, ".");
		CHECK(patient ? prepared == 1 : prepared <= 1, "patient %d: %u", patient, prepared); /* a slow disk wakes them, too */
		CHECK_STR(buf_view(&s.text), buf_view(&alone.text));
		buf_fini(&s.text);
	}
	buf_fini(&alone.text);
}

TEST(B12_records_without_a_type_give_the_same_walk)
{
	struct buf text[4];
	int n = 0;
	tree("types");
	CHECK(symlink("d01", "link") == 0, "link");
	for (int how = 0; how < 4; how++) {
		struct seen s;
		struct order_conf c = conf(&s, how & 1 ? 4 : 1);
		silent = how & 2;
		c.follow = WALK_PHYSICAL;
		order_run(&c, ".");
		text[n++] = s.text;
	}
	silent = false;
	for (int i = 1; i < n; i++) {
		CHECK_STR(buf_view(&text[i]), buf_view(&text[0]));
		buf_fini(&text[i]);
	}
	CHECK(strstr(buf_cstr(&text[0]), "/s/x\n"), "it went down");
	buf_fini(&text[0]);
}
