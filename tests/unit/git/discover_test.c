#include "ember/git/discover.h"

#include "fixture.h"

/* "top gitdir common", as git rev-parse says it; empty where it has no worktree. */
static struct str told(const char *real)
{
	static struct buf b;
	struct arena a = { 0 };
	struct git_place p;
	struct err e = { 0 };
	int got = git_discover(&p, &a, real, false, &e);
	buf_clear(&b);
	if (got == 1)
		buf_printf(&b, "%s %s %s %u", p.top, p.gitdir, p.common, p.hash_size);
	else if (got < 0)
		buf_printf(&b, "unusable: %s", e.what);
	arena_fini(&a);
	return buf_view(&b);
}

static void check_same(const char *folder)
{
	char script[1024], real[PATH_MAX];
	struct buf want = { 0 };
	snprintf(script, sizeof(script),
		"cd '%s'; top=$(git rev-parse --show-toplevel 2>/dev/null) || exit 0; [ \"$top\" ] "
		"|| exit 0\n"
		"h=20; [ \"$(git rev-parse --show-object-format)\" = sha256 ] && h=32\n"
		"g=$(git rev-parse --git-dir); c=$(git rev-parse --git-common-dir)\n"
		"printf '%%s %%s %%s %%s' \"$top\" \"$(realpath \"$g\")\" \"$(realpath \"$c\")\" "
		"$h",
		folder);
	CHECK(fixture_run(script, &want) == 0, "%s: git rev-parse", folder);
	CHECK(realpath(fixture_path(folder), real) != NULL, "%s", folder);
	CHECK_STR(told(real), buf_view(&want));
	buf_fini(&want);
}

TEST(places)
{
	CHECK(fixture_run("git init -q a; mkdir -p a/x/y none/deep a/fake/.git a/.git/x; (cd a; "
			  "echo 1 >f; git add .; git commit -qm 1; git worktree add -q ../wt)\n"
			  "git init -q --bare bare; git init -q --object-format=sha256 s; git init "
			  "-q --separate-git-dir moved b; git init -q 'odd name'; mkdir 'odd "
			  "name/in side'\n"
			  "git init -q sup; cd sup; git submodule -q add \"$PWD/../a\" sub; mkdir "
			  "sub/d; ln -s sub link",
		      NULL) == 0,
		"fixture");
	static const char *const folders[] = { "a", "a/x/y", "a/fake", "a/.git", "a/.git/objects",
		"none/deep", "wt", "bare", "bare/refs", "s", "b", "moved", "odd name/in side",
		"sup", "sup/sub", "sup/sub/d", "sup/link" };
	for (size_t i = 0; i < COUNTOF(folders); i++)
		check_same(folders[i]);
	CHECK(str_starts(told(fixture_path("wt")), STR("/")), "a linked worktree has a place");
}

TEST(pointers_to_nowhere)
{
	CHECK(fixture_run("mkdir -p p/d q r; echo 'gitdir: /nonexistent' >p/.git; echo nonsense "
			  ">q/.git; : >r/.git",
		      NULL) == 0,
		"fixture");
	static const char *const folders[] = { "p", "p/d", "q", "r" };
	for (size_t i = 0; i < COUNTOF(folders); i++)
		CHECK(str_starts(told(fixture_path(folders[i])), STR("unusable: ")), "%s",
			folders[i]);
}

TEST(environment)
{
	char expected[3 * PATH_MAX];
	CHECK(fixture_run("git init -q e; mkdir -p tree/sub e/in; mv e/.git e.git", NULL) == 0,
		"fixture");
	setenv("GIT_DIR", fixture_path("e.git"), 1);
	setenv("GIT_WORK_TREE", fixture_path("tree"), 1);
	snprintf(expected, sizeof(expected), "%s %s %s 20", fixture_path("tree"),
		fixture_path("e.git"), fixture_path("e.git"));
	CHECK_STR(told(fixture_path("tree/sub")), str_from(expected));
	CHECK_STR(told(fixture_path("e/in")), STR(""));
	unsetenv("GIT_DIR");
	unsetenv("GIT_WORK_TREE");
	setenv("GIT_CEILING_DIRECTORIES", fixture_path("a/x"), 1);
	check_same("a/x/y");
	CHECK_STR(told(fixture_path("a/x/y")), STR(""));
	setenv("GIT_CEILING_DIRECTORIES", fixture_path("a/x/y"), 1);
	CHECK(told(fixture_path("a/x/y")).n > 0, "a ceiling does not hold for itself");
	unsetenv("GIT_CEILING_DIRECTORIES");
}

TEST(below)
{
	CHECK(git_below("/a/b", "/a") && git_below("/a", "/a") && git_below("/a", "/"), "below");
	CHECK(!git_below("/ab", "/a") && !git_below("/a", "/a/b") && !git_below("/", "/a"),
		"not below");
}

/* An extension that libgit2 does not know hands the repository to the git command. */
TEST(extensions)
{
	static const struct {
		const char *config;
		bool foreign;
		unsigned hash_size;
	} rows[] = { { "", false, 20 }, { "[extensions]\n\tobjectformat = sha1\n", false, 20 },
		{ "[extensions]\n\tobjectFormat=SHA256\n", true, 32 },
		{ "[extensions]\n\tpartialclone = origin\n\tworktreeConfig = true\n", false, 20 },
		{ "[extensions]\n\n; refstorage = x\n# y\n\trefStorage = reftable\n", true, 20 },
		{ "[remote]\n\trefStorage = reftable\n", false, 20 } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		char script[512], real[PATH_MAX];
		struct arena a = { 0 };
		struct git_place place;
		struct err e;
		snprintf(script, sizeof(script), "rm -rf ext; git init -q ext; cat >>ext/.git/config <<'E'\n%sE\n",
			rows[i].config);
		CHECK(fixture_run(script, NULL) == 0 && realpath(fixture_path("ext"), real), "row %zu", i);
		CHECK(git_discover(&place, &a, real, false, &e) == 1, "row %zu", i);
		CHECK(place.foreign == rows[i].foreign &&
				place.hash_size == rows[i].hash_size,
			"row %zu: %d, %u", i, place.foreign, place.hash_size);
		arena_fini(&a);
	}
}
