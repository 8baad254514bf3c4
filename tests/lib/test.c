#include "lib/test.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "ember/base/out.h"
#include "ember/base/panic.h"

#define TEST_MAX 512

static struct CMUnitTest tests[TEST_MAX];
static void (*bodies[TEST_MAX])(void);
static size_t n_tests;
static char folder[256];

static void test_run(void **state)
{
	void (**body)(void) = *state;
	(*body)();
}

void test_add(const char *name, void (*run)(void))
{
	REQUIRE(n_tests < TEST_MAX);
	bodies[n_tests] = run;
	tests[n_tests] = (struct CMUnitTest){ .name = name, .test_func = test_run,
		.initial_state = &bodies[n_tests] };
	n_tests++;
}

void test_check(bool ok, const char *cond, const char *file, int line, const char *fmt, ...)
{
	if (ok)
		return;
	va_list ap;
	va_start(ap, fmt);
	fprintf(stderr, "%s:%d: %s: ", file, line, cond);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	_fail(file, line);
}

void test_check_str(struct str got, struct str want, const char *file, int line)
{
	test_check(str_eq(got, want), "equal text", file, line, "got '%.*s', want '%.*s'", STR_ARG(got),
		STR_ARG(want));
}

/* From folder to folder: a test makes paths that are too long for the kernel, and folders that cannot be read. */
static void test_remove(int at, const char *name)
{
	if (unlinkat(at, name, 0) == 0)
		return;
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0 && errno == EACCES && fchmodat(at, name, 0700, 0) == 0)
		fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	if (!dir)
		return;
	(void)fchmod(fd, 0700);
	for (const struct dirent *entry; (entry = readdir(dir));)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			test_remove(fd, entry->d_name);
	closedir(dir);
	(void)unlinkat(at, name, AT_REMOVEDIR);
}

static void test_clean(void)
{
	if (folder[0])
		test_remove(AT_FDCWD, folder);
}

const char *test_folder(void)
{
	if (!folder[0]) {
		const char *tmp = getenv("TMPDIR");
		snprintf(folder, sizeof(folder), "%s/ember-test-XXXXXX", tmp && *tmp ? tmp : "/tmp");
		REQUIRE(mkdtemp(folder) != NULL);
		atexit(test_clean);
	}
	return folder;
}

/* Every path that test_file gave away: still referred to, so no leak to a leak checker. */
static struct test_path {
	struct test_path *next;
	char *path;
} *test_paths;

char *test_file(const char *name, struct str bytes)
{
	char *path;
	struct test_path *kept = malloc(sizeof(*kept));
	REQUIRE(asprintf(&path, "%s/%s", test_folder(), name) > 0);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	REQUIRE(fd >= 0);
	REQUIRE(out_write_all(fd, bytes.p, bytes.n) == 0);
	close(fd);
	REQUIRE(kept);
	*kept = (struct test_path){ test_paths, path };
	test_paths = kept;
	return path;
}

int main(void)
{
	panic_set_name("test");
	/* cmocka's macro takes an array, not a pointer and a count; this is what it expands to. */
	return _cmocka_run_group_tests("unit", tests, n_tests, NULL, NULL);
}
