#include "lib/test.h"

#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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

static int test_remove(const char *path, const struct stat *sb, int kind, struct FTW *at)
{
	(void)sb;
	(void)at;
	if (kind == FTW_DNR)
		(void)chmod(path, 0700);
	return remove(path);
}

static void test_clean(void)
{
	if (folder[0])
		nftw(folder, test_remove, 16, FTW_DEPTH | FTW_PHYS);
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
