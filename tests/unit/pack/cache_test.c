/* cache and user: the user's files, the key they come to, and the packs that are kept. */
#include "ember/pack/cache.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/out.h"
#include "ember/os/dir.h"
#include "ember/pack/user.h"
#include "lib/test.h"

/* To be freed. */
static char *below(const char *name)
{
	char *path = malloc(4096);
	snprintf(path, 4096, "%s/%s", test_folder(), name);
	return path;
}

static void folder(const char *name)
{
	char *path = below(name);
	CHECK(mkdir(path, 0755) == 0, "mkdir %s", path);
	free(path);
}

static struct user_files find(struct arena *a, const char *name)
{
	struct user_files u = { .a = a };
	char *path = below(name);
	user_files_find(&u, path);
	free(path);
	return u;
}

/* The key of what is found there now. */
static uint64_t found_key(struct arena *a, const char *name)
{
	struct user_files u = find(a, name);
	uint64_t key = user_files_key(&u, 1);
	user_files_fini(&u);
	return key;
}

TEST(files_are_found_by_their_endings)
{
	struct arena a = { 0 };
	folder("f"), folder("f/syntaxes"), folder("f/syntaxes/sub"), folder("f/syntaxes/.git"), folder("f/themes");
	static const char *const names[] = { "syntaxes/b.tmLanguage", "syntaxes/a.tmLanguage.json", "syntaxes/c.sublime-syntax",
		"syntaxes/sub/D.JSON", "syntaxes/x.txt", "syntaxes/.hidden.json", "syntaxes/.git/e.json", "syntaxes/.json",
		"syntaxes/t.tmTheme", "themes/t.tmTheme", "themes/u.x.json", "themes/g.tmLanguage" };
	for (size_t i = 0; i < COUNTOF(names); i++) {
		char name[64];
		snprintf(name, sizeof(name), "f/%s", names[i]);
		test_file(name, STR("x"));
	}
	char *link = below("f/syntaxes/sub/up");
	CHECK(symlink("..", link) == 0, "link");
	free(link);
	struct user_files u = find(&a, "f");
	static const struct {
		enum user_kind kind;
		const char *stem;
	} want[] = { { USER_SYNTAX, "a" }, { USER_SYNTAX, "b" }, { USER_SYNTAX, "c" }, { USER_SYNTAX, "D" } };
	CHECK(!u.capped && u.all.n == 6, "the link leads nowhere new: %zu", u.all.n);
	size_t seen = 0;
	for (size_t i = 0; i < u.all.n; i++) {
		struct str stem = user_file_stem(&u.all.p[i]);
		for (size_t k = 0; k < COUNTOF(want); k++)
			if (u.all.p[i].kind == want[k].kind && str_eqc(stem, want[k].stem))
				seen++;
		CHECK(u.all.p[i].kind == USER_THEME || !str_eqc(stem, "t"), "a theme is none among syntaxes");
	}
	CHECK(seen == COUNTOF(want), "%zu of %zu", seen, COUNTOF(want));
	const struct user_file *last = &u.all.p[u.all.n - 1];
	CHECK(last->kind == USER_THEME, "themes come behind");
	CHECK_STR(user_file_stem(last), STR("u.x"));
	user_files_fini(&u);
	u = find(&a, "none");
	CHECK(u.all.n == 0 && !u.capped, "no folder, no files");
	user_files_fini(&u);
	arena_fini(&a);
}

TEST(the_key_follows_every_change)
{
	struct arena a = { 0 };
	folder("k"), folder("k/syntaxes");
	char *path = test_file("k/syntaxes/a.json", STR("{}"));
	struct timespec when[2] = { { 1000, 5 }, { 1000, 5 } };
	utimensat(AT_FDCWD, path, when, 0);
	struct user_files u = find(&a, "k");
	uint64_t key = user_files_key(&u, 1);
	CHECK(key && key == user_files_key(&u, 1), "the same twice");
	CHECK(key != user_files_key(&u, 2), "another pack");
	user_files_fini(&u);
	CHECK(key == found_key(&a, "k"), "found again");
	when[1].tv_nsec = 6;
	utimensat(AT_FDCWD, path, when, 0);
	CHECK(key != found_key(&a, "k"), "another time");
	when[1].tv_nsec = 5;
	test_file("k/syntaxes/a.json", STR("{ }"));
	utimensat(AT_FDCWD, path, when, 0);
	CHECK(key != found_key(&a, "k"), "another size");
	test_file("k/syntaxes/a.json", STR("{}"));
	utimensat(AT_FDCWD, path, when, 0);
	CHECK(key == found_key(&a, "k"), "as it was");
	test_file("k/syntaxes/b.json", STR("{}"));
	CHECK(key != found_key(&a, "k"), "one more");
	struct user_files none = { .a = &a };
	CHECK(user_files_key(&none, 0) != 0, "never 0");
	arena_fini(&a);
}

/* Keep `bytes` under a key; true when they came back mapped. */
static bool keep(const char *at, uint64_t key, struct str bytes)
{
	struct cache_new n;
	struct cache_map m;
	struct err e = { .what = "" };
	CHECK(cache_begin(&n, at, &e) == 0, "begin: %s", e.what);
	CHECK(out_write_all(n.fd, bytes.p, bytes.n) == 0, "write");
	CHECK(cache_end(&n, &m, key, &e) == 0, "end: %s", e.what);
	bool good = m.size == bytes.n && (bytes.n == 0 || memcmp(m.data, bytes.p, bytes.n) == 0);
	cache_unmap(&m);
	return good;
}

static unsigned count(const char *at)
{
	unsigned n = 0;
	struct dir_batch b;
	struct dir_name name;
	int fd = dir_open(AT_FDCWD, at, true, NULL);
	if (fd < 0)
		return 0;
	dir_batch_init(&b, DIR_BATCH);
	while (!b.end && dir_fill(&b, fd, NULL) == 0)
		while (dir_next(&b, &name))
			n++;
	dir_batch_fini(&b);
	close(fd);
	return n;
}

TEST(what_is_kept_comes_back)
{
	struct cache_map m;
	struct err e;
	char *at = below("deep/er/cache"), *nowhere = below("nowhere");
	CHECK(cache_get(&m, at, 1) == CACHE_NONE && !m.data, "no folder yet");
	CHECK(keep(at, 1, STR("a pack")), "kept");
	CHECK(cache_get(&m, at, 1) == CACHE_FOUND && m.size == 6 && memcmp(m.data, "a pack", 6) == 0, "found");
	cache_unmap(&m);
	CHECK(cache_get(&m, at, 2) == CACHE_NONE, "another key");
	CHECK(keep(at, 2, STR("")), "the mark of a failure");
	CHECK(cache_get(&m, at, 2) == CACHE_FAILED && !m.data, "is found as one");
	for (uint64_t i = 3; i < 12; i++)
		CHECK(keep(at, i, STR("more")), "pack %u", (unsigned)i);
	CHECK(count(at) == CACHE_KEEP, "%u files", count(at));
	CHECK(cache_get(&m, at, 11) == CACHE_FOUND, "the newest");
	cache_unmap(&m);
	CHECK(cache_clear(at, &e) == 0 && count(at) == 0, "cleared");
	CHECK(cache_clear(at, &e) == 0 && cache_clear(nowhere, &e) == 0, "nothing to clear is fine");
	free(nowhere);
	free(at);
}

TEST(only_what_is_ours_alone_is_used)
{
	struct cache_map m;
	char *at = below("shared");
	char *file = below("shared/0000000000000007.pack");
	CHECK(keep(at, 7, STR("x")), "kept");
	CHECK(cache_get(&m, at, 7) == CACHE_FOUND, "ours");
	cache_unmap(&m);
	chmod(file, 0660);
	CHECK(cache_get(&m, at, 7) == CACHE_NONE, "a file that the group may write");
	chmod(file, 0600);
	chmod(at, 0777);
	CHECK(cache_get(&m, at, 7) == CACHE_NONE, "a folder that all may write");
	CHECK(keep(at, 8, STR("y")), "it is made in memory then");
	CHECK(count(at) == 1, "%u files", count(at));
	chmod(at, 0700);
	unlink(file);
	CHECK(symlink("/etc/passwd", file) == 0, "link");
	CHECK(cache_get(&m, at, 7) == CACHE_NONE, "a link");
	unlink(file);
	CHECK(mkfifo(file, 0600) == 0, "fifo");
	CHECK(cache_get(&m, at, 7) == CACHE_NONE, "a pipe is not waited for");
	unlink(file);
	CHECK(keep(NULL, 9, STR("z")) && keep("/proc/none/x", 9, STR("z")), "nowhere to keep it");
	free(file);
	free(at);
}

TEST(a_drop_leaves_nothing)
{
	struct cache_new n;
	struct err e;
	char *at = below("dropped");
	CHECK(cache_begin(&n, at, &e) == 0, "begin");
	cache_drop(&n);
	CHECK(count(at) == 0, "%u files", count(at));
	free(at);
}
