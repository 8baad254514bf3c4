#include "fixture.h"

/* The ranges as text: "+2-4 ~7 _9 ^1 " (added, modified, removed below, removed above). */
static struct str told(struct git *g, const char *path, const char *base)
{
	static struct buf b;
	struct arena a = { 0 };
	struct git_changes c;
	struct err e = { 0 };
	buf_clear(&b);
	int got = git_changes(g, &a, path, base, &c, &e);
	if (got < 0)
		buf_text(&b, "unknown");
	CHECK(got < 1 || c.n > 0, "1 means ranges");
	for (size_t i = 0; i < c.n; i++) {
		static const char marks[] = " +~^_";
		const struct git_range *r = &c.ranges[i];
		buf_printf(&b, "%c%u", marks[r->mark], r->first);
		buf_printf(&b, r->last != r->first ? "-%u " : " ", r->last);
	}
	arena_fini(&a);
	return buf_view(&b);
}

/* The same from git diff's hunk headers. */
static const char *hunks_script(const char *repo, const char *path, const char *base)
{
	static char script[1024];
	snprintf(script, sizeof(script),
		"cd %s; git diff --no-ext-diff --no-renames -U0 %s -- %s | awk '/^@@/ {"
		"split(substr($2, 2), o, \",\"); n = split(substr($3, 2), w, \",\"); if (n < 2) "
		"w[2] = 1; if ($2 !~ /,/) o[2] = 1;"
		"if (w[2] == 0) printf(w[1] ? \"_%%d \" : \"^%%d \", w[1] ? w[1] : 1);"
		"else { printf(\"%%s%%d\", o[2] == 0 ? \"+\" : \"~\", w[1]); if (w[2] > 1) "
		"printf(\"-%%d\", w[1] + w[2] - 1); printf(\" \") } }'",
		repo, base, path);
	return script;
}

static void check_same(
	struct git *g, const char *repo, const char *path, const char *base, const char *git_base)
{
	char full[1024];
	struct buf want = { 0 };
	snprintf(full, sizeof(full), "%s/%s", repo, path);
	CHECK(fixture_run(hunks_script(repo, path, git_base), &want) == 0, "git diff");
	CHECK_STR(told(g, fixture_path(full), base), buf_view(&want));
	buf_fini(&want);
}

TEST(kinds_of_changes)
{
	CHECK(fixture_run("git init -q a; cd a; mkdir d; seq 20 >d/f; seq 5 >clean; printf 'a\\0b' "
			  ">bin; git add .; git commit -qm 1; git tag one\n"
			  "sed -i '1d;5s/$/x/;9a new\\nnewer' d/f; git add d/f; sed -i '12,13d;$d' "
			  "d/f; echo tail >>d/f; printf 'c\\0d' >bin;"
			  "echo u >untracked; ln -s clean link; git add link; echo 'x' >>clean; "
			  "sed -i '$d' clean",
		      NULL) == 0,
		"fixture");
	struct git *g = fixture_git();
	check_same(g, "a", "d/f", NULL, "");
	check_same(g, "a", "d/f", "index", "");
	check_same(g, "a", "d/f", "head", "HEAD");
	check_same(g, "a", "d/f", "one", "one");
	CHECK_STR(told(g, fixture_path("a/d/f"), "index"), STR("_11 ~19 "));
	CHECK_STR(told(g, fixture_path("a/clean"), NULL), STR(""));
	CHECK_STR(told(g, fixture_path("a/untracked"), NULL), STR(""));
	CHECK_STR(told(g, fixture_path("a/bin"), NULL), STR(""));
	CHECK_STR(told(g, fixture_path("a/link"), NULL), STR(""));
	CHECK_STR(told(g, fixture_path("a/nothere"), NULL), STR(""));
	CHECK_STR(told(g, "/etc/passwd", NULL), STR(""));
	CHECK_STR(told(g, fixture_path("a/d/f"), "nosuchrevision"), STR("unknown"));
	git_free(g);
}

TEST(edges)
{
	static const char *const edits[] = { ":", "sed -i 1d f", "sed -i '$d' f", ">f",
		"printf x >>f", "sed -i '1i first' f", "seq 3 >f", "sed -i 's/$/\\r/' f",
		"sed -i 2,3d f", "rm f; seq 11 >f", "printf '%s\\n' a b c >f" };
	for (size_t i = 0; i < COUNTOF(edits); i++) {
		char script[512];
		snprintf(script, sizeof(script),
			"rm -rf b; git init -q b; cd b; seq 10 >f; git add f; git commit -qm 1; %s",
			edits[i]);
		CHECK(fixture_run(script, NULL) == 0, "%s", edits[i]);
		struct git *g = fixture_git();
		check_same(g, "b", "f", NULL, "");
		git_free(g);
	}
}

TEST(filters_are_applied)
{
	CHECK(fixture_run("git init -q c; cd c; echo '*.txt text' >.gitattributes; seq 10 >f.txt; "
			  "git add .; git commit -qm 1;"
			  "sed -i 's/$/\\r/' f.txt; sed -i '3s/^/x/' f.txt",
		      NULL) == 0,
		"fixture");
	struct git *g = fixture_git();
	CHECK_STR(told(g, fixture_path("c/f.txt"), NULL), STR("~3 "));
	git_free(g);
}

/* Files edited by the dice, each compared with git diff. */
TEST(random_edits)
{
	CHECK(fixture_run("git init -q r; cd r; for i in {1..30}; do seq 60 >f$i; done; git add .; "
			  "git commit -qm 1; RANDOM=5\n"
			  "for i in {1..30}; do for ((k = 0; k < i / 4 + 1; k++)); do n=$((RANDOM "
			  "% 60 + 1)); case $((RANDOM % 3)) in\n"
			  "0) sed -i ${n}d f$i ;; 1) sed -i \"${n}a new $RANDOM\" f$i ;; 2) sed -i "
			  "\"${n}s/^/y/\" f$i ;; esac; done; done",
		      NULL) == 0,
		"fixture");
	struct git *g = fixture_git();
	for (int i = 1; i <= 30; i++) {
		char name[16];
		snprintf(name, sizeof(name), "f%d", i);
		check_same(g, "r", name, NULL, "");
	}
	git_free(g);
}

TEST(marks_of_lines)
{
	static const struct git_range ranges[] = { { 1, 1, GIT_REMOVED_ABOVE },
		{ 1, 2, GIT_MODIFIED }, { 5, 5, GIT_REMOVED_BELOW }, { 6, 9, GIT_ADDED },
		{ 9, 9, GIT_REMOVED_BELOW } };
	static const enum git_mark want[] = { GIT_SAME, GIT_MODIFIED, GIT_MODIFIED, GIT_SAME,
		GIT_SAME, GIT_REMOVED_BELOW, GIT_ADDED, GIT_ADDED, GIT_ADDED, GIT_ADDED, GIT_SAME };
	struct git_changes c = { ranges, COUNTOF(ranges) }, none = { 0 };
	for (uint32_t line = 1; line < COUNTOF(want); line++)
		CHECK(git_mark(&c, line) == want[line], "line %u: %d", line,
			(int)git_mark(&c, line));
	CHECK(git_mark(&none, 1) == GIT_SAME, "no changes");
}

TEST(blobs_and_branches)
{
	struct arena a = { 0 };
	struct str text;
	struct err e;
	CHECK(fixture_run("git init -q d; cd d; mkdir s; echo one >s/f; git add .; git commit -qm "
			  "1; git tag t; echo two >s/f; git add s/f; echo three >s/f;"
			  "git init -q ../e; cd ..; git -C d worktree add -q --detach ../w",
		      NULL) == 0,
		"fixture");
	static const struct {
		const char *base, *want;
	} rows[] = { { NULL, "two\n" }, { "head", "one\n" }, { "t", "one\n" },
		{ "HEAD", "one\n" } };
	struct git *g = fixture_git();
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		CHECK(git_blob(g, &a, fixture_path("d/s/f"), rows[i].base, 100, &text, &e) == 1,
			"row %zu", i);
		CHECK_STR(text, str_from(rows[i].want));
	}
	CHECK(git_blob(g, &a, fixture_path("d/none"), "head", 100, &text, &e) == 0, "not there");
	CHECK(git_blob(g, &a, fixture_path("d/s"), "head", 100, &text, &e) == 0,
		"a folder is no blob");
	CHECK(git_blob(g, &a, fixture_path("d/s/f"), NULL, 3, &text, &e) == -1 &&
			strstr(e.what, "large"),
		"too large");
	CHECK(git_branch(g, &a, fixture_path("d"), &text) == 1 && str_eqc(text, "main"),
		"a branch");
	CHECK(git_branch(g, &a, fixture_path("e"), &text) == 1 && str_eqc(text, "main"),
		"before the first commit");
	CHECK(git_branch(g, &a, fixture_path("d/s"), &text) == 0, "not the top");
	CHECK(git_branch(g, &a, fixture_path("w"), &text) == 1 && text.n == 8, "detached: %.*s",
		STR_ARG(text));
	git_free(g);
	arena_fini(&a);
}

TEST(a_clean_file_needs_no_plugin)
{
	struct arena a = { 0 };
	struct git_changes c;
	struct err e = { 0 };
	const char *path;
	CHECK(fixture_run(
		      "git init -q p; cd p; mkdir s; echo 1 >s/f; echo 1 >g; touch -d '2020-01-01' "
		      "s/f g; git add .; git commit -qm 1; touch -d now+5sec .git/index;"
		      "echo 2 >g",
		      NULL) == 0,
		"fixture");
	struct git *g = git_new(&(struct git_options){ .plugin = "/nonexistent.so" });
	CHECK(git_changes(g, &a, fixture_path("p/s/f"), NULL, &c, &e) == 0,
		"clean by its stat data");
	CHECK(!git_problem(g, &path, &e), "the plugin was not asked for");
	CHECK(git_changes(g, &a, fixture_path("p/g"), NULL, &c, &e) == -1 && e.what,
		"the other file needs it");
	git_free(g);
	arena_fini(&a);
}

TEST(sha256_names)
{
	fixture_sha256();
	test_kinds_of_changes();
	test_edges();
	test_filters_are_applied();
	test_random_edits();
	test_blobs_and_branches();
	unsetenv("GIT_DEFAULT_HASH");
}
