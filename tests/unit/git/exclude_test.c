#include "ember/git/exclude.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "fixture.h"

/* All paths of the repository, judged by git check-ignore and by us. */
static void check_repo(const char *repo, const char *global, size_t least)
{
	char script[1024], info[256];
	struct buf paths = { 0 }, ignored = { 0 }, got = { 0 };
	struct arena a = { 0 };
	struct exclude x;
	snprintf(script, sizeof(script),
		"cd %s; find . -mindepth 1 -name .git -prune -o -printf '%%P\\0'", repo);
	CHECK(fixture_run(script, &paths) == 0, "find");
	snprintf(script, sizeof(script),
		"cd %s; find . -mindepth 1 -name .git -prune -o -printf '%%P\\0' | git -c "
		"core.excludesFile=%s check-ignore --no-index -z --stdin || true",
		repo, global ? global : "/nonexistent");
	CHECK(fixture_run(script, &ignored) == 0, "git check-ignore");
	snprintf(info, sizeof(info), "%s/.git/info/exclude", repo);
	int top = open(fixture_path(repo), O_PATH | O_DIRECTORY | O_CLOEXEC);
	exclude_init(&x, &a, top, fixture_path(info), global);
	struct str rest = buf_view(&paths);
	size_t n = 0;
	while (rest.n) {
		struct stat sb;
		struct str path = str_cut(&rest, '\0');
		CHECK(fstatat(top, path.p, &sb, AT_SYMLINK_NOFOLLOW) == 0, "%s", path.p);
		if (exclude_is(&x, path, S_ISDIR(sb.st_mode)))
			buf_add(&got, path.p, path.n + 1);
		n++;
	}
	CHECK_STR(buf_view(&got), buf_view(&ignored));
	CHECK(n >= least && got.n > 0, "%zu paths", n);
	close(top);
	exclude_fini(&x);
	arena_fini(&a);
	buf_fini(&paths);
	buf_fini(&ignored);
	buf_fini(&got);
}

TEST(rules_of_all_places)
{
	CHECK(fixture_run("git init -q a; cd a; mkdir -p src/deep build/x only/sub a/b/c; for d in "
			  ". src src/deep build build/x only only/sub a a/b a/b/c; do\n"
			  "for f in x.o keep.o y.c z.tmp g.bak i.lst 'sp ace' '#h' '!bang'; do "
			  "echo 1 >\"$d/$f\"; done; done\n"
			  "printf '*.o\\nbuild/\\n/only/*\\n!/only/sub/\\n# "
			  "no\\n\\\\#h\\n\\\\!bang\\na/**/c\\n' >.gitignore\n"
			  "echo '!keep.o' >src/.gitignore; printf 'keep.o\\n!x.o\\n' "
			  ">src/deep/.gitignore; echo '!*' >build/.gitignore\n"
			  "echo '*.lst' >>.git/info/exclude; printf '*.bak\\n!x.o\\n' >../global; "
			  "ln -s .gitignore only/sub/.gitignore",
		      NULL) == 0,
		"fixture");
	check_repo("a", fixture_path("global"), 90);
	check_repo("a", NULL, 90);
}

/* Rules and trees thrown together by the dice. */
TEST(random_rules)
{
	static const char script[] =
		"git init -q r$s; cd r$s; RANDOM=$s; d=(. a a/b a/b/c d d/a e); p=('*.x' a b/ /a "
		"'a/*' '!a' '!*.x' 'f?' '[e-g]1' '**/b' 'a/**' '!f1' '/d/' 'c/' '*' '!*/' 'a/b' "
		"'!/a/b/f2.x' 'f*x')\n"
		"mkdir -p ${d[@]}; for i in ${d[@]}; do for f in f1 f2.x g1.x b; do [ -e $i/$f ] "
		"|| "
		"echo 1 >$i/$f || true; done; done 2>/dev/null\n"
		"for ((i = 0; i < 3; i++)); do t=${d[RANDOM % 7]}; for ((k = RANDOM % 4; k >= 0; "
		"k--)); do echo \"${p[RANDOM % 19]}\" >>$t/.gitignore; done; done; echo f2.x "
		">>.git/info/exclude";
	for (int seed = 1; seed <= 40; seed++) {
		char text[sizeof(script) + 32], repo[16];
		snprintf(text, sizeof(text), "s=%d; %s", seed, script);
		snprintf(repo, sizeof(repo), "r%d", seed);
		CHECK(fixture_run(text, NULL) == 0, "seed %d", seed);
		check_repo(repo, NULL, 20);
	}
}
