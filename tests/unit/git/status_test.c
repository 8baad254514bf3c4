#include <dirent.h>
#include <sys/stat.h>

#include "fixture.h"

/* ---- what git says ---- */

struct want {
	struct buf text; /* git status --porcelain=v2 -z */
};

static char want_letter(char c)
{
	return c == '.' ? '-' : c == 'A' ? 'N' : c;
}

static int want_rank(char c)
{
	return (int)(strchr("-I?NTRMDU", c) - "-I?NTRMDU");
}

static void want_merge(char *to, char c)
{
	if (want_rank(c) > want_rank(*to))
		*to = c;
}

/* One record: its letters and path; false at the end. */
static bool want_next(struct str *rest, struct git_letters *l, struct str *path)
{
	static const int fields[] = { ['1'] = 8, ['2'] = 9, ['u'] = 10 };
	if (rest->n == 0)
		return false;
	struct str record = str_cut(rest, '\0');
	char kind = record.p[0];
	*path = str_sub(record, 2, record.n);
	if (kind == '?' || kind == '!') {
		*l = (struct git_letters){ '-', kind == '?' ? '?' : 'I' };
		return true;
	}
	for (int i = 0; i < fields[(int)kind]; i++)
		str_cut(&record, ' ');
	*l = (struct git_letters){ want_letter(path->p[0]), want_letter(path->p[1]) };
	*path = record;
	if (kind == 'u')
		*l = (struct git_letters){ 'U', 'U' };
	if (kind == '2')
		str_cut(rest, '\0');
	return true;
}

static void want_read(struct want *w, const char *repo)
{
	char script[512];
	snprintf(script, sizeof(script),
		"cd %s; git --no-optional-locks status --porcelain=v2 --ignored=matching -uall -z",
		repo);
	buf_clear(&w->text);
	CHECK(fixture_run(script, &w->text) == 0, "git status");
}

/* The letters of `path` (from the top), by git. */
static struct git_letters want_of(const struct want *w, struct str path, bool is_dir)
{
	struct git_letters sum = { '-', '-' }, l;
	struct str rest = buf_view(&w->text), one;
	while (want_next(&rest, &l, &one)) {
		bool folder = str_ends(one, STR("/"));
		struct str bare = str_sub(one, 0, one.n - folder);
		bool same = str_eq(bare, path);
		bool below = is_dir && bare.n > path.n && str_starts(bare, path) &&
			bare.p[path.n] == '/';
		bool inside = folder && path.n > bare.n && str_starts(path, bare) &&
			path.p[bare.n] == '/';
		/* What is ignored below a folder says nothing about the folder. */
		if (same || inside || (below && l.worktree != 'I')) {
			want_merge(&sum.index, l.index);
			want_merge(&sum.worktree, l.worktree);
		}
	}
	return sum;
}

static bool tracked_below(const char *repo, const char *path)
{
	char script[8192];
	struct buf out = { 0 };
	snprintf(script, sizeof(script), "cd %s; git ls-files -- '%s' | head -n 1", repo, path);
	fixture_run(script, &out);
	bool any = out.n > 0;
	buf_fini(&out);
	return any;
}

/* ---- the comparison ---- */

static unsigned compared;

static void check_entry(struct git_dir *d, const struct want *w, const char *repo, const char *path,
	const char *name, bool is_dir)
{
	struct git_letters got = git_letters(d, str_from(name), is_dir);
	struct git_letters want = want_of(w, str_from(path), is_dir);
	/* An untracked folder is '?' without being walked, even when git sees no file in it. */
	if (is_dir && want.worktree == '-' && got.worktree == '?' && !tracked_below(repo, path))
		want.worktree = '?';
	CHECK(got.index == want.index && got.worktree == want.worktree,
		"%s: %s: %c%c, git says %c%c", repo, path, got.index, got.worktree, want.index,
		want.worktree);
	compared++;
}

static void check_folder(struct git *g, const struct want *w, const char *repo, const char *below)
{
	char path[1024], full[PATH_MAX];
	snprintf(full, sizeof(full), "%s/%s/%s", test_folder(), repo, below);
	struct git_dir *d = git_dir(g, full);
	CHECK(d != NULL, "%s is in a repository", full);
	DIR *dir = opendir(full);
	for (struct dirent *e; d && dir && (e = readdir(dir));) {
		struct stat sb;
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ||
			strcmp(e->d_name, ".git") == 0)
			continue;
		snprintf(path, sizeof(path), "%s%s%s", below, *below ? "/" : "", e->d_name);
		snprintf(full, sizeof(full), "%s/%s/%s", test_folder(), repo, path);
		bool is_dir = lstat(full, &sb) == 0 && S_ISDIR(sb.st_mode);
		check_entry(d, w, repo, path, e->d_name, is_dir);
		snprintf(full, sizeof(full), "%s/%s/%s/.git", test_folder(), repo, path);
		if (is_dir && access(full, F_OK) != 0)
			check_folder(g, w, repo, path);
	}
	if (dir)
		closedir(dir);
}

static void check_repo(const char *repo)
{
	struct want w = { 0 };
	const char *path = "";
	struct err e = { 0 };
	want_read(&w, repo);
	struct git *g = fixture_git();
	check_folder(g, &w, repo, "");
	CHECK(!git_problem(g, &path, &e), "%s: a problem: %s", path, e.what ? e.what : "");
	git_free(g);
	buf_fini(&w.text);
}

TEST(every_state)
{
	int status = fixture_run(
		"git init -q a; cd a\n"
		"mkdir -p src/deep docs clean build only\n"
		"for f in src/a.c src/b.c src/deep/c.c docs/x docs/y clean/1 clean/2 gone moved "
		"typed exec same; do echo $f >$f; done\n"
		"seq 30 >longer; ln -s same link; printf '*.o\\nbuild/\\n' >.gitignore; echo "
		"'!keep.o' >src/.gitignore\n"
		"git add .; git commit -qm 1\n"
		"echo x >>src/a.c; git add src/a.c; echo y >>src/a.c\n"  /* MM */
		"echo new >src/deep/new; git add src/deep/new\n"         /* N- */
		"git rm -q gone; rm docs/x; git mv moved docs/renamed\n" /* D, D, R */
		"rm typed; ln -s x typed; chmod +x exec; rm link; ln -s other link\n"
		"touch same; echo u >untracked; echo o >x.o; echo k >src/keep.o; echo o >src/z.o; "
		"echo b >build/out\n"
		"mkdir empty new; echo n >new/n; echo o >only/a.o\n"
		"git mv longer longer2; echo tail >>longer2; git add longer2\n" /* R with a change
										 */
		"echo later >later; git add -N later\n",
		NULL);
	CHECK(status == 0, "the fixture");
	check_repo("a");
}

TEST(no_commit_yet)
{
	CHECK(fixture_run("git init -q b; cd b; mkdir d; echo 1 >d/1; echo 2 >2; git add d; echo x "
			  ">>d/1",
		      NULL) == 0,
		"fixture");
	check_repo("b");
	CHECK(fixture_run("git init -q c; cd c; echo 1 >1", NULL) == 0, "fixture");
	check_repo("c");
}

TEST(conflicts)
{
	CHECK(fixture_run(
		      "git init -q d; cd d; mkdir s; echo 1 >s/f; echo 1 >g; echo 1 >h; git add .; "
		      "git commit -qm 1; git checkout -qb o;"
		      "echo 2 >s/f; echo 2 >both; git rm -q g; git add .; git commit -qm 2; git "
		      "checkout -q main; echo 3 >s/f; echo 3 >both;"
		      "echo 3 >g; git add .; git commit -qm 3; git merge -q o >/dev/null || true",
		      NULL) == 0,
		"fixture");
	check_repo("d");
}

/* Spec els Y31: so many that threads look at them; each kind of change lies in ranges of its own. */
TEST(many_files_on_threads)
{
	struct want w = { 0 };
	CHECK(fixture_run("git init -q many; cd many; mkdir {a..z} a/sub; seq 0 6199 | awk '{ print "
			  "sprintf(\"%c\", 97 + $1 % 26) \"/f\" $1 }' | xargs touch -d 2020-01-01\n"
			  "touch top{1..300} a/sub/{1..9}; git add .; git commit -qm 1; git update-index --refresh\n"
			  "echo x >b/f1; rm d/f3; echo y >e/f4; git add e; echo n >f/new; rm -r g; echo g >g\n"
			  "rm h/f7; ln -s x h/f7; chmod +x i/f8; touch j/f9; echo x >top7; rm top8; ln -s a link\n"
			  "git rm -q --cached k/f10; rm l/f11; mkdir l/f11; git update-index --assume-unchanged m/f12\n"
			  "echo m >m/f12; git update-index --skip-worktree n/f13; rm n/f13; echo o >o/f14; mv p q/",
		      NULL) == 0,
		"fixture");
	want_read(&w, "many");
	struct git *g = fixture_git();
	static const char *const names[] = { "top1", "top7", "top8", "link", "g" };
	char path[PATH_MAX];
	snprintf(path, sizeof(path), "%s/many", test_folder());
	struct git_dir *d = git_dir(g, path);
	for (size_t i = 0; i < COUNTOF(names); i++)
		check_entry(d, &w, "many", names[i], names[i], false);
	for (char name[2] = "a"; *name <= 'z'; ++*name)
		if (*name != 'g' && *name != 'p')
			check_entry(d, &w, "many", name, name, true);
	git_free(g);
	buf_fini(&w.text);
}

TEST(files_and_folders_change_places)
{
	CHECK(fixture_run("git init -q e; cd e; mkdir was_dir; echo 1 >was_dir/f; echo 1 "
			  ">was_file; mkdir linked real; echo 1 >linked/f; cp linked/f real;"
			  "git add .; git commit -qm 1; rm -r was_dir; echo x >was_dir; rm "
			  "was_file; mkdir was_file; echo y >was_file/g;"
			  "rm -r linked; ln -s real linked",
		      NULL) == 0,
		"fixture");
	check_repo("e");
	CHECK(fixture_run("cd e; git add -A", NULL) == 0, "all staged");
	check_repo("e");
}

TEST(odd_names)
{
	CHECK(fixture_run("git init -q f; cd f; mkdir 'a b' a; touch 'a b/x' a/y a.b a-b $'n\\nl' "
			  "$'\\xff' 'q\"' \"it's\" 'star*' '[x]';"
			  "git add .; git commit -qm 1; for f in 'a b/x' a/y a.b $'n\\nl' $'\\xff' "
			  "'star*'; do echo x >>\"$f\"; done;"
			  "echo x >$'un\\ttracked'; echo x >'[y]'",
		      NULL) == 0,
		"fixture");
	check_repo("f");
}

TEST(index_flags_and_versions)
{
	static const char *const kinds[] = { "git update-index --index-version 2",
		"git update-index --index-version 4", "git update-index --assume-unchanged s/a",
		"git update-index --skip-worktree s/b", "git update-index --index-version 3",
		("n=20; [ \"${GIT_DEFAULT_HASH:-}\" ] && n=32; head -c $n /dev/zero | dd of=.git/index "
		 "bs=1 seek=$(($(stat -c %s .git/index) - n)) conv=notrunc 2>/dev/null"),
		"git update-index --split-index",
		"echo more >>d; echo n >s/n; git add s/n d; git rm -q --cached s/t/c; echo z >z",
		"git update-index --no-split-index", "git config core.fileMode false",
		"rm .git/index" };
	CHECK(fixture_run("git init -q g; cd g; mkdir -p s/t; for f in s/a s/b s/t/c d; do echo $f "
			  ">$f; done; git add .; git commit -qm 1;"
			  "echo x >>s/a; rm s/b; chmod +x d; echo u >s/t/u",
		      NULL) == 0,
		"fixture");
	for (size_t i = 0; i < COUNTOF(kinds); i++) {
		char script[512];
		snprintf(script, sizeof(script), "cd g; %s", kinds[i]);
		CHECK(fixture_run(script, NULL) == 0, "%s", kinds[i]);
		check_repo("g");
	}
}

TEST(worktrees_and_submodules)
{
	CHECK(fixture_run(
		      "git init -q sub; cd sub; echo 1 >f; git add .; git commit -qm 1; cd ..\n"
		      "git init -q h; cd h; echo 1 >f; mkdir m; git submodule -q add "
		      "\"$PWD/../sub\" m/clean; git submodule -q add \"$PWD/../sub\" m/dirty;"
		      "git submodule -q add \"$PWD/../sub\" ahead; git submodule -q add "
		      "\"$PWD/../sub\" littered; git add .; git commit -qm 1\n"
		      "echo x >>m/dirty/f; (cd ahead; echo 2 >g; git add .; git commit -qm 2); "
		      "echo u >littered/u\n"
		      "git worktree add -q ../h2 HEAD; cd ../h2; echo x >>f; echo n >n; git add n",
		      NULL) == 0,
		"fixture");
	check_repo("h");
	check_repo("h2");
}

/*
 * Repositories changed by the dice, several rounds each. No $RANDOM is drawn in a subshell, which
 * would be seeded anew: a seed always gives the same repository.
 */
static const char random_script[] =
	"[ -d $repo ] || git init -q $repo; cd $repo\n"
	"printf '*.o\\nig/\\n!*.c.o\\n' >.gitignore\n"
	"d=(. a a/b a.b c c/ig ig c/d/e); n=(x y.o z.c z.c.o w k)\n"
	"pick() { mapfile -t all < <(git ls-files); g=${all[RANDOM % (${#all[@]} + 1)]-}; }\n"
	"for ((i = 0; i < 25; i++)); do f=${d[RANDOM % 8]}/${n[RANDOM % 6]}$((RANDOM % 3)); "
	"r=$RANDOM; pick\n"
	"case $((RANDOM % 9)) in\n"
	"0 | 1 | 2) mkdir -p $(dirname $f); seq $r $((r + 20)) >$f ;;\n"
	"3 | 4) [ -f $f ] && git add -f $f ;;\n"
	"5) git add -A ;;\n"
	"6) [ \"$g\" ] && git rm -qf -- $g ;;\n"
	"7) [ -f \"$g\" ] && [ ! -e $f ] && mkdir -p $(dirname $f) && git mv -k $g $f ;;\n"
	"8) [ -f \"$g\" ] && if [ $((r % 2)) = 0 ]; then rm -f $g; else echo x >>$g; fi ;;\n"
	"esac || true; [ $((RANDOM % 12)) = 0 ] && git commit -qm x; done >/dev/null 2>&1 || "
	"true\n";

static int random_seeds = 12;

TEST(random_changes)
{
	for (int seed = 1; seed <= random_seeds; seed++) {
		char script[sizeof(random_script) + 64], repo[16];
		snprintf(repo, sizeof(repo), "r%d", seed);
		for (int round = 0; round < 3; round++) {
			snprintf(script, sizeof(script), "RANDOM=%d repo=%s\n%s", seed * 10 + round,
				repo, random_script);
			CHECK(fixture_run(script, NULL) == 0, "seed %d", seed);
			check_repo(repo);
		}
	}
	CHECK(compared > 300, "%u entries were compared", compared);
}

/* ---- other questions ---- */

TEST(sums_and_special_entries)
{
	CHECK(fixture_run("git init -q s; cd s; mkdir -p a/b ig; echo 1 >a/b/f; echo 1 >t; echo ig "
			  ">.gitignore; echo 1 >ig/x; git add .;"
			  "git commit -qm 1; echo x >>a/b/f; mkdir -p un/der; echo 1 >un/der/x",
		      NULL) == 0,
		"fixture");
	struct git *g = fixture_git();
	struct git_dir *top = git_dir(g, fixture_path("s")), *ig = git_dir(g, fixture_path("s/ig")),
		       *un = git_dir(g, fixture_path("s/un"));
	struct git_letters l = git_letters(top, STR(".git"), true);
	CHECK(l.index == '-' && l.worktree == 'I', ".git: %c%c", l.index, l.worktree);
	l = git_letters(top, STR("."), true);
	CHECK(l.index == '-' && l.worktree == 'M', "top: %c%c", l.index, l.worktree);
	l = git_dir_letters(ig);
	CHECK(l.worktree == 'I', "an ignored folder: %c", l.worktree);
	l = git_letters(ig, STR("x"), false);
	CHECK(l.worktree == 'I', "in an ignored folder: %c", l.worktree);
	l = git_dir_letters(un);
	CHECK(l.worktree == '?', "an untracked folder: %c", l.worktree);
	CHECK(git_ignored(top, STR("ig"), true) && !git_ignored(top, STR("a"), true) &&
			!git_ignored(top, STR("t"), false),
		"ignored");
	CHECK(git_dir(g, fixture_path("s/.git")) == NULL, "the inside of .git is no worktree");
	CHECK(git_dir(g, fixture_path("s/.git/objects")) == NULL, "nor below it");
	CHECK(git_dir(g, "/") == NULL, "no repository there");
	CHECK(git_dir(g, fixture_path("s/a/../a")) == git_dir(g, fixture_path("s/a")),
		"one directory is scanned once");
	CHECK(git_urgency((struct git_letters){ 'U', '-' }) >
			git_urgency((struct git_letters){ 'M', 'D' }),
		"urgency");
	CHECK(git_urgency((struct git_letters){ '-', '-' }) == 0, "unchanged");
	git_free(g);
}

TEST(depths)
{
	CHECK(fixture_run("git init -q w; cd w; mkdir -p a/b; echo 1 >a/b/f; echo 1 >a/g; git add "
			  ".; git commit -qm 1; echo x >>a/b/f",
		      NULL) == 0,
		"fixture");
	static const struct {
		enum git_depth depth;
		char want;
	} rows[] = { { GIT_DEPTH_FULL, 'M' }, { GIT_DEPTH_DIR, '-' }, { GIT_DEPTH_OFF, '-' } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct git *g = git_new(&(struct git_options){
			.depth = rows[i].depth, .plugin = fixture_plugin() });
		struct git_letters l = git_letters(git_dir(g, fixture_path("w")), STR("a"), true);
		CHECK(l.worktree == rows[i].want, "depth %d: %c", (int)rows[i].depth, l.worktree);
		git_free(g);
	}
}

TEST(broken_repositories_are_unknown)
{
	static const char *const ways[] = { "printf DIRC >.git/index", "echo nonsense >.git/HEAD",
		"rm -rf .git/objects; mkdir .git/objects", "printf '[core\\n' >.git/config",
		"head -c 100 .git/index >i; mv i .git/index" };
	for (size_t i = 0; i < COUNTOF(ways); i++) {
		char script[1024];
		const char *path;
		struct err e;
		snprintf(script, sizeof(script),
			"rm -rf x; git init -q x; cd x; echo 1 >f; git add .; git commit -qm 1; "
			"echo 2 >>f; %s",
			ways[i]);
		CHECK(fixture_run(script, NULL) == 0, "%s", ways[i]);
		struct git *g = fixture_git();
		struct git_dir *d = git_dir(g, fixture_path("x"));
		struct git_letters l = git_letters(d, STR("f"), false);
		CHECK(l.index == '~' && l.worktree == '~', "%s: %c%c", ways[i], l.index,
			l.worktree);
		CHECK(git_problem(g, &path, &e) && path[0] && e.what && e.what[0],
			"%s: there are words for it", ways[i]);
		git_free(g);
	}
	struct git *g = git_new(&(struct git_options){ .plugin = "/nonexistent.so" });
	struct git_letters l = git_letters(git_dir(g, fixture_path("s")), STR("t"), false);
	CHECK(l.worktree == '~', "without the plugin: %c", l.worktree);
	git_free(g);
}

TEST(nothing_is_written)
{
	CHECK(fixture_run("cd a; touch src/b.c same", NULL) == 0, "their contents must be read");
	struct buf before = { 0 }, after = { 0 };
	static const char list[] = "cd a; find .git -type f -printf '%p %T@ %s\\n' | sort";
	CHECK(fixture_run(list, &before) == 0, "before");
	struct git *g = fixture_git();
	git_letters(git_dir(g, fixture_path("a")), STR("src"), true);
	git_letters(git_dir(g, fixture_path("a")), STR("same"), false);
	git_free(g);
	CHECK(fixture_run(list, &after) == 0, "after");
	CHECK(before.n > 0 && str_eq(buf_view(&before), buf_view(&after)),
		"the repository's files are untouched");
	buf_fini(&before);
	buf_fini(&after);
}

/* libgit2 opens no such repository: the git command answers. */
TEST(sha256_names)
{
	fixture_sha256();
	random_seeds = 3; /* the random command-line suite has more of them */
	test_every_state();
	test_no_commit_yet();
	test_conflicts();
	test_files_and_folders_change_places();
	test_odd_names();
	test_index_flags_and_versions();
	test_worktrees_and_submodules();
	test_random_changes();
	test_sums_and_special_entries();
	test_depths();
	test_nothing_is_written();
	unsetenv("GIT_DEFAULT_HASH");
}

/* What git itself does not read is unknown, with git's words; so it is where there is no git. */
TEST(broken_sha256_repositories_are_unknown)
{
	static const char *const ways[] = { "printf DIRC >.git/index", "echo nonsense >.git/HEAD",
		"rm -rf .git/objects; mkdir .git/objects", "printf '[core\n' >>.git/config",
		"rm -rf .git/refs; mkdir -p .git/refs; git rev-parse HEAD:f >.git/HEAD || echo >.git/HEAD",
		("f=$(git rev-parse HEAD^{tree}); f=.git/objects/${f:0:2}/${f:2}; chmod +w $f; "
		 "echo damaged >$f; git rm -q --cached f || true") };
	setenv("GIT_DEFAULT_HASH", "sha256", 1);
	for (size_t i = 0; i <= COUNTOF(ways); i++) {
		char script[1024];
		const char *path, *way = i < COUNTOF(ways) ? ways[i] : ":";
		struct err e;
		snprintf(script, sizeof(script),
			"rm -rf x; git init -q x; cd x; echo 1 >f; git add .; git commit -qm 1; "
			"echo 2 >>f; { %s; } 2>/dev/null",
			way);
		CHECK(fixture_run(script, NULL) == 0, "%s", way);
		char *kept = NULL;
		if (i == COUNTOF(ways)) {
			kept = strdup(getenv("PATH"));
			setenv("PATH", ".::/nonexistent", 1);
		}
		struct git *g = fixture_git();
		struct git_dir *d = git_dir(g, fixture_path("x"));
		struct git_letters l = git_letters(d, STR("f"), false);
		CHECK(l.index == '~' && l.worktree == '~', "%s: %c%c", way, l.index, l.worktree);
		CHECK(git_problem(g, &path, &e) && path[0] && e.what && e.what[0], "%s: there are words for it",
			way);
		if (kept) {
			CHECK(strstr(e.what, "git command") != NULL, "no git: %s", e.what);
			setenv("PATH", kept, 1);
			free(kept);
		}
		git_free(g);
	}
	unsetenv("GIT_DEFAULT_HASH");
}
