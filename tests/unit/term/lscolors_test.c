#include <string.h>
#include <sys/stat.h>

#include "ember/term/lscolors.h"
#include "lib/test.h"

static struct str find(const char *table, struct lscolors_file f)
{
	static struct lscolors c;
	struct arena a = { 0 };
	struct str sgr = { NULL, 0 };
	static char copy[64];
	CHECK(lscolors_parse(&c, &a, str_from(table), NULL) == 0, "table '%s'", table);
	bool got = lscolors_find(&c, &f, &sgr);
	REQUIRE(sgr.n < sizeof(copy));
	if (sgr.n)
		memcpy(copy, sgr.p, sgr.n);
	size_t n = sgr.n;
	arena_fini(&a);
	return got ? (struct str){ copy, n } : STR("(none)");
}

#define FILE_OF(MODE, ...)                                                                         \
	(struct lscolors_file)                                                                     \
	{                                                                                          \
		.mode = (MODE), .known = true, __VA_ARGS__                                         \
	}

TEST(lscolors_types)
{
	CHECK_STR(find("", FILE_OF(S_IFDIR | 0755, .has_cap = false)), STR("01;34"));
	CHECK_STR(find("", FILE_OF(S_IFDIR | 01777, .has_cap = false)), STR("30;42"));
	CHECK_STR(find("tw=0", FILE_OF(S_IFDIR | 01777, .has_cap = false)), STR("34;42"));
	CHECK_STR(find("tw=0:ow=0", FILE_OF(S_IFDIR | 01777, .has_cap = false)), STR("37;44"));
	CHECK_STR(find("", FILE_OF(S_IFREG | 0644, .name = STR("a"))), STR("(none)"));
	CHECK_STR(find("", FILE_OF(S_IFREG | 0755, .name = STR("a"))), STR("01;32"));
	CHECK_STR(find("", FILE_OF(S_IFREG | 04755, .name = STR("a"))), STR("37;41"));
	CHECK_STR(find("mh=4", FILE_OF(S_IFREG | 0644, .nlink = 2)), STR("4"));
	CHECK_STR(find("ca=7", FILE_OF(S_IFREG | 0755, .has_cap = true)), STR("7"));
	CHECK_STR(find("or=31", FILE_OF(S_IFLNK | 0777, .broken = true)), STR("31"));
	CHECK_STR(find("", FILE_OF(S_IFLNK | 0777, .broken = true)), STR("01;36"));
	CHECK_STR(find("mi=5", FILE_OF(S_IFLNK | 0777, .broken = true, .missing = true)), STR("5"));
	CHECK_STR(
		find("ln=target", FILE_OF(S_IFLNK | 0777, .target = S_IFDIR | 0755)), STR("01;34"));
}

TEST(lscolors_suffixes)
{
	CHECK_STR(find("*.gz=1:*.tar.gz=2", FILE_OF(S_IFREG, .name = STR("a.tar.gz"))), STR("2"));
	CHECK_STR(find("*.tar.gz=2:*.gz=1", FILE_OF(S_IFREG, .name = STR("a.tar.gz"))), STR("1"));
	CHECK_STR(find("*.txt=1", FILE_OF(S_IFREG, .name = STR("a.TXT"))), STR("1"));
	CHECK_STR(find("*.txt=1:*.TXT=2", FILE_OF(S_IFREG, .name = STR("a.txt"))), STR("1"));
	CHECK_STR(find("*.txt=1:*.TXT=2", FILE_OF(S_IFREG, .name = STR("a.TXT"))), STR("2"));
	CHECK_STR(find("*.txt=1:*.TXT=2", FILE_OF(S_IFREG, .name = STR("a.Txt"))), STR("(none)"));
	CHECK_STR(find("*=9", FILE_OF(S_IFREG, .name = STR("a"))), STR("9"));
	CHECK_STR(find("*a=9:fi=3", FILE_OF(S_IFREG, .name = STR("b"))), STR("3"));
	CHECK_STR(find("*.sh=9", FILE_OF(S_IFREG | 0100, .name = STR("b.sh"))), STR("01;32"));
}

TEST(lscolors_escapes)
{
	CHECK_STR(find("di=\\e\\a\\x41\\102\\_\\?^a", FILE_OF(S_IFDIR, .nlink = 1)),
		STR("\033\aAB \177\001"));
	CHECK_STR(find("di=\\:", FILE_OF(S_IFDIR, .nlink = 1)), STR(":"));
}

TEST(lscolors_refuses)
{
	static const char *const bad[] = { "di", "d", "di=\\", "di=^", "*a", "d=1", "=", "*=1:x" };
	struct arena a = { 0 };
	struct lscolors c;
	struct str unknown;
	for (size_t i = 0; i < COUNTOF(bad); i++)
		CHECK(lscolors_parse(&c, &a, str_from(bad[i]), &unknown) == -1, "'%s'", bad[i]);
	CHECK(lscolors_parse(&c, &a, STR("di=1:zz=1"), &unknown) == -1, "unknown key");
	CHECK_STR(unknown, STR("zz"));
	arena_fini(&a);
}

TEST(lscolors_needs)
{
	struct arena a = { 0 };
	struct lscolors c;
	lscolors_parse(&c, &a, STR("su=0:sg=0:ex=0:st=0:ow=0:tw=0"), NULL);
	CHECK(lscolors_needs(&c) == 0, "%x", lscolors_needs(&c));
	lscolors_parse(&c, &a, STR("or=1"), NULL);
	CHECK(lscolors_needs(&c) & LSCOLORS_NEED_TARGET, "or needs the target");
	CHECK(lscolors_terminal("xterm-256color", NULL) && lscolors_terminal("x", "1"),
		"known terminals");
	CHECK(!lscolors_terminal("dumb", "") && !lscolors_terminal(NULL, NULL),
		"unknown terminals");
	arena_fini(&a);
}
