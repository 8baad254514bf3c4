/* B12: file systems that do not say what an entry is: one statx each, and the same results. */
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ember/walk/walk.h"
#include "lib/test.h"

static bool silent; /* directory records carry no type */

/* In place of the C library's: os/dir.c reads directories through it. */
long syscall(long number, ...)
{
	static long (*real)(long, ...);
	va_list ap;
	long a[6];
	va_start(ap, number);
	for (size_t i = 0; i < COUNTOF(a); i++)
		a[i] = va_arg(ap, long);
	va_end(ap);
	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "syscall");
	long got = real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
	if (number == SYS_getdents64 && silent)
		for (long at = 0; at < got;) {
			struct dirent64 *d = (void *)((char *)a[1] + at);
			d->d_type = DT_UNKNOWN;
			at += d->d_reclen;
		}
	return got;
}

struct tally {
	_Atomic unsigned files, dirs, links, unknown, asked;
};

static enum walk_answer count(void *ctx, unsigned worker, struct entry *e)
{
	struct tally *t = ctx;
	(void)worker;
	t->files += e->type == DT_REG;
	t->dirs += e->type == DT_DIR;
	t->links += e->type == DT_LNK;
	t->unknown += e->type == DT_UNKNOWN;
	t->asked += e->have != 0;
	return WALK_ON;
}

static void check(unsigned threads, enum walk_follow follow, unsigned dirs, unsigned links)
{
	struct tally t = { 0 };
	struct walk_conf c = { .threads = threads, .min_depth = 1, .max_depth = WALK_DEEP,
		.follow = follow, .ctx = &t, .visit = count };
	const char *roots[] = { "tree" };
	walk_run(&c, roots, 1);
	CHECK(t.files == 2 && t.dirs == dirs && t.links == links && !t.unknown,
		"%u threads: %u files, %u folders, %u links, %u unknown", threads, t.files, t.dirs,
		t.links, t.unknown);
	CHECK(!silent || t.asked == t.files + t.dirs + t.links, "each is asked about: %u", t.asked);
	CHECK(silent || follow == WALK_LOGICAL || !t.asked, "no stat where the record tells");
}

TEST(B12_unknown_types)
{
	CHECK(chdir(test_folder()) == 0, "chdir");
	mkdir("tree", 0755);
	mkdir("tree/sub", 0755);
	mkdir("tree/sub/low", 0755);
	close(open("tree/file", O_WRONLY | O_CREAT, 0644));
	close(open("tree/sub/file", O_WRONLY | O_CREAT, 0644));
	CHECK(symlink("nowhere", "tree/link") == 0, "link");
	for (int k = 0; k < 2; k++) {
		silent = k == 1;
		check(1, WALK_PHYSICAL, 2, 1);
		check(4, WALK_PHYSICAL, 2, 1);
		check(1, WALK_LOGICAL, 2, 1);
	}
}
