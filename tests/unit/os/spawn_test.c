#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ember/os/spawn.h"
#include "lib/test.h"

static int capture(const char *script, struct spawn base, struct buf *out, struct buf *err, size_t max, int *status,
	struct err *e)
{
	char *argv[] = { (char[]){ "sh" }, (char[]){ "-c" }, (char *)(uintptr_t)script, NULL };
	base.argv = argv;
	return spawn_capture(&base, out, err, max, status, e);
}

static const struct spawn plain = { .cwd = -1, .out = -1, .err = -1, .in = SPAWN_NULL };

TEST(spawn_captures_both_streams)
{
	struct buf out = { 0 }, err = { 0 };
	struct err e = { 0 };
	int status = -1;
	CHECK(capture("echo one; echo two >&2; exit 3", plain, &out, &err, 1000, &status, &e) == 0, "errno %d", e.num);
	CHECK_STR(buf_view(&out), STR("one\n"));
	CHECK_STR(buf_view(&err), STR("two\n"));
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 3 && !spawn_ok(status), "status %x", (unsigned)status);
	buf_clear(&out);
	CHECK(capture("echo one; echo two >&2", plain, &out, &out, 1000, &status, &e) == 0 && spawn_ok(status), "one pipe");
	CHECK_STR(buf_view(&out), STR("one\ntwo\n"));
	buf_fini(&out);
	buf_fini(&err);
}

TEST(spawn_reads_more_than_a_pipe_holds)
{
	struct buf out = { 0 }, err = { 0 };
	struct err e = { 0 };
	int status = -1;
	CHECK(capture("i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789; "
		"echo 0123456789012345678901234567890123456789 >&2; i=$((i + 1)); done", plain, &out, &err, 100000, &status,
		&e) == 0, "errno %d", e.num);
	CHECK(out.n == 100000 && err.n == 100000 && spawn_ok(status), "%zu and %zu bytes kept", out.n, err.n);
	buf_fini(&out);
	buf_fini(&err);
}

TEST(spawn_sets_the_environment)
{
	char *set[] = { (char[]){ "EMBER_A=1" }, (char[]){ "EMBER_B" }, (char[]){ "EMBER_C=" }, NULL };
	struct buf out = { 0 };
	struct err e = { 0 };
	struct spawn s = plain;
	int status;
	setenv("EMBER_A", "old", 1);
	setenv("EMBER_B", "gone", 1);
	setenv("EMBER_BB", "kept", 1);
	s.set = set;
	CHECK(capture("echo ${EMBER_A-none} ${EMBER_B-none} ${EMBER_BB-none} ${EMBER_C-none}.", s, &out, NULL, 1000,
		&status, &e) == 0, "errno %d", e.num);
	CHECK_STR(buf_view(&out), STR("1 none kept .\n"));
	CHECK(strcmp(getenv("EMBER_A"), "old") == 0, "ours is as it was");
	buf_fini(&out);
}

TEST(spawn_finds_in_absolute_folders_only)
{
	struct buf found = { 0 };
	char *path = strdup(getenv("PATH")), mixed[PATH_MAX + 8];
	CHECK(spawn_find(&found, "sh") && found.p[0] == '/', "sh");
	CHECK(!spawn_find(&found, "no such program") && !spawn_find(&found, "") && !spawn_find(&found, "./sh"), "none");
	snprintf(mixed, sizeof(mixed), ".::x:%s", path);
	setenv("PATH", mixed, 1);
	CHECK(spawn_find(&found, "sh") && found.p[0] == '/', "behind others");
	setenv("PATH", ".:", 1);
	CHECK(!spawn_find(&found, "sh"), "not here");
	setenv("PATH", path, 1);
	free(path);
	buf_fini(&found);
}

TEST(spawn_starts_elsewhere)
{
	struct buf out = { 0 };
	struct err e = { 0 };
	struct spawn s = plain;
	int status;
	s.cwd = open(test_folder(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	CHECK(capture("pwd -P", s, &out, NULL, 1000, &status, &e) == 0, "errno %d", e.num);
	char *real = realpath(test_folder(), NULL);
	buf_char(&out, '\0');
	CHECK(strncmp(out.p, real, strlen(real)) == 0, "%s is not %s", out.p, real);
	free(real);
	close(s.cwd);
	buf_fini(&out);
}

TEST(spawn_says_why_not)
{
	char *none[] = { (char[]){ "ember-no-such-command" }, NULL };
	char *folder[] = { (char[]){ "/" }, NULL };
	struct spawn s = plain;
	struct err e = { 0 };
	char *path = strdup(getenv("PATH"));
	int status;
	setenv("PATH", "/usr/bin:/bin", 1); /* of folders that only root may search, the user's may be */
	s.argv = none;
	CHECK(spawn_run(&s, &status, &e) == -1 && e.num == ENOENT, "errno %d", e.num);
	setenv("PATH", path, 1);
	free(path);
	s.argv = folder;
	CHECK(spawn_run(&s, &status, &e) == -1 && e.num == EACCES, "errno %d", e.num);
}

TEST(spawn_gives_scripts_without_a_first_line_to_the_shell)
{
	char *path = test_file("script", STR("echo \"got $1\"\n"));
	char *argv[] = { path, (char[]){ "it" }, NULL };
	struct spawn s = plain;
	struct buf out = { 0 };
	struct err e = { 0 };
	int status;
	chmod(path, 0755);
	s.argv = argv;
	CHECK(spawn_capture(&s, &out, NULL, 1000, &status, &e) == 0, "errno %d", e.num);
	CHECK_STR(buf_view(&out), STR("got it\n"));
	buf_fini(&out);
	free(path);
}

/* What `ember-tool a` puts out with that PATH, and the error otherwise. */
static int tool(const char *path, struct buf *out)
{
	char *argv[] = { (char[]){ "ember-tool" }, (char[]){ "a" }, NULL };
	struct spawn s = plain;
	struct err e = { 0 };
	char *was = strdup(getenv("PATH"));
	int status;
	buf_clear(out);
	s.argv = argv;
	setenv("PATH", path, 1);
	int num = spawn_capture(&s, out, NULL, 1000, &status, &e) == 0 ? 0 : e.num;
	setenv("PATH", was, 1);
	free(was);
	return num;
}

TEST(spawn_looks_where_path_says)
{
	struct buf out = { 0 };
	char path[PATH_MAX];
	CHECK(chdir(test_folder()) == 0, "chdir");
	char *here = getcwd(NULL, 0);
	for (const char *const *f = (const char *const[]){ "folder", "folder/ember-tool", "plain", "tool", "bare", NULL }; *f; f++)
		CHECK(mkdir(*f, 0755) == 0, "%s", *f);
	free(test_file("plain/ember-tool", STR("#!/bin/sh\necho plain\n")));
	free(test_file("tool/ember-tool", STR("#!/bin/sh\necho \"tool $1 $#\"\n")));
	free(test_file("bare/ember-tool", STR("echo \"bare $1 $#\"\n")));
	chmod("plain/ember-tool", 0644);
	chmod("tool/ember-tool", 0755);
	chmod("bare/ember-tool", 0755);
	snprintf(path, sizeof(path), "/nowhere:%s/folder:%s/plain:%s/tool:%s/bare", here, here, here, here);
	CHECK(tool(path, &out) == 0, "what is no program is passed over");
	CHECK_STR(buf_view(&out), STR("tool a 1\n"));
	snprintf(path, sizeof(path), "%s/bare:%s/tool", here, here);
	CHECK(tool(path, &out) == 0, "a script without a first line");
	CHECK_STR(buf_view(&out), STR("bare a 1\n"));
	CHECK(tool("/nowhere:tool:bare", &out) == 0, "relative to where we are");
	CHECK_STR(buf_view(&out), STR("tool a 1\n"));
	snprintf(path, sizeof(path), "/nowhere:%s/plain", here);
	CHECK(tool(path, &out) == EACCES, "there, but no program");
	CHECK(tool("/nowhere", &out) == ENOENT, "nowhere");
	free(here);
	buf_fini(&out);
}

TEST(spawn_hands_down_no_descriptors)
{
	struct buf out = { 0 };
	struct err e = { 0 };
	char script[64];
	int status, fd = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	snprintf(script, sizeof(script), "test -e /proc/$$/fd/%d && echo open || echo shut", fd);
	CHECK(capture(script, plain, &out, NULL, 1000, &status, &e) == 0, "errno %d", e.num);
	CHECK_STR(buf_view(&out), STR("shut\n"));
	close(fd);
	buf_fini(&out);
}
