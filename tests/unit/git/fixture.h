/* fixture: repositories made by the git command, for the tests of this room. */
#ifndef EMBER_TESTS_UNIT_GIT_FIXTURE_H
#define EMBER_TESTS_UNIT_GIT_FIXTURE_H

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/git/git.h"
#include "lib/test.h"

/* The plugin that was built beside the tests: tests/unit/git/x_test → ember-git.so. */
static inline const char *fixture_plugin(void)
{
	static char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	path[n > 0 ? n : 0] = '\0';
	for (int i = 0; i < 4; i++)
		*strrchr(path, '/') = '\0';
	strncat(path, "/ember-git.so", sizeof(path) - strlen(path) - 1);
	return path;
}

/* Run a bash script in the test's folder; its stdout goes to *out (may be NULL). Returns its
 * status. */
static inline int fixture_run(const char *script, struct buf *out)
{
	static const char head[] =
		"set -eu; export HOME=$PWD/home XDG_CONFIG_HOME=$PWD/home/.config "
		"GIT_CONFIG_NOSYSTEM=1 "
		"GIT_AUTHOR_NAME=T GIT_AUTHOR_EMAIL=t@example.org GIT_COMMITTER_NAME=T "
		"GIT_COMMITTER_EMAIL=t@example.org LC_ALL=C; mkdir -p home; "
		"git() { command git -c init.defaultBranch=main -c protocol.file.allow=always "
		"\"$@\"; }\n";
	struct buf text = { 0 };
	const char *folder = test_folder(); /* made here, not in the child */
	int fds[2], status = -1;
	buf_text(&text, head);
	buf_text(&text, script);
	if (pipe(fds) != 0)
		return -1;
	pid_t child = fork();
	if (child == 0) {
		if (chdir(folder) != 0)
			_exit(126);
		dup2(fds[1], STDOUT_FILENO);
		execlp("bash", "bash", "--norc", "-c", buf_cstr(&text), (char *)NULL);
		_exit(127);
	}
	close(fds[1]);
	char piece[4096];
	for (ssize_t n; (n = read(fds[0], piece, sizeof(piece))) > 0;)
		if (out)
			buf_add(out, piece, (size_t)n);
	close(fds[0]);
	waitpid(child, &status, 0);
	buf_fini(&text);
	return status;
}

/* From now on repositories are made with SHA-256 names; what was made before is gone. */
static inline void fixture_sha256(void)
{
	fixture_run("rm -rf -- *", NULL);
	setenv("GIT_DEFAULT_HASH", "sha256", 1);
}

static inline const char *fixture_path(const char *name)
{
	static char path[8][PATH_MAX];
	static unsigned turn;
	char *p = path[turn++ % 8];
	snprintf(p, PATH_MAX, "%s/%s", test_folder(), name);
	return p;
}

static inline struct git *fixture_git(void)
{
	setenv("HOME", fixture_path("home"), 1);
	unsetenv("XDG_CONFIG_HOME");
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	return git_new(&(struct git_options){ .plugin = fixture_plugin() });
}

#endif
