#include "ember/os/env.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/test.h"

TEST(variables)
{
	setenv("EMBER_TEST", "x", 1);
	CHECK(strcmp(env_get("EMBER_TEST"), "x") == 0, "set");
	setenv("EMBER_TEST", "", 1);
	CHECK(env_get("EMBER_TEST") == NULL, "empty counts as unset");
	unsetenv("EMBER_TEST");
	CHECK(env_get("EMBER_TEST") == NULL, "unset");
}

TEST(folders)
{
	static const struct {
		const char *home, *config, *want;
		enum env_base base;
	} rows[] = { { "/h", NULL, "/h/.config/ember/x", ENV_CONFIG },
		{ "/h", "/c", "/c/ember/x", ENV_CONFIG },
		{ "/h", "relative", "/h/.config/ember/x", ENV_CONFIG },
		{ NULL, "/c", "/c/ember/x", ENV_CONFIG }, { NULL, NULL, NULL, ENV_CONFIG },
		{ "/h", NULL, "/h/.cache/ember/x", ENV_CACHE },
		{ "/h", NULL, "/h/.local/share/ember/x", ENV_DATA },
		{ "/h", NULL, NULL, ENV_RUNTIME }, { "/h", "/c", "/h/ember/x", ENV_HOME },
		{ "h", NULL, NULL, ENV_HOME } };
	static const char *const others[] = { "XDG_CACHE_HOME", "XDG_DATA_HOME",
		"XDG_RUNTIME_DIR" };
	struct arena a = { 0 };
	for (size_t i = 0; i < COUNTOF(others); i++)
		unsetenv(others[i]);
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		rows[i].home ? setenv("HOME", rows[i].home, 1) : unsetenv("HOME");
		rows[i].config ? setenv("XDG_CONFIG_HOME", rows[i].config, 1)
			       : unsetenv("XDG_CONFIG_HOME");
		const char *got = env_path(&a, rows[i].base, "ember/x");
		CHECK(!got == !rows[i].want, "row %zu: %s", i, got ? got : "none");
		CHECK_STR(str_from(got), str_from(rows[i].want));
	}
	arena_fini(&a);
}

TEST(parts_lie_beside_the_program)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	CHECK(n > 0, "/proc/self/exe");
	self[n] = '\0';
	const char *got = env_part(&a, "env_test", &e);
	CHECK(got && strcmp(got, self) == 0, "found: %s", got ? got : "nothing");
	CHECK(env_part(&a, "no-such-part", &e) == NULL && e.num == ENOENT && e.what, "none");
	arena_fini(&a);
}
