#include <dirent.h>
#include <locale.h>
#include <wchar.h>

#include "ember/list/icon.h"
#include "lib/test.h"

static uint32_t nerd(const char *name)
{
	return icon_find(LIST_ICONS_NERD, str_from(name), DT_REG, false, false);
}

TEST(icon_rules)
{
	CHECK(nerd("a.c") == nerd("dir/b.H"), "extension in any case");
	CHECK(nerd("a.c") != nerd("a.py"), "languages differ");
	CHECK(nerd("MAKEFILE") == nerd("Makefile") && nerd("Makefile") != nerd("nothing"),
		"names in any case");
	CHECK(nerd("x.pkg.tar.zst") != nerd("x.zst"), "the longest suffix wins");
	CHECK(nerd("x.y.zst") == nerd("x.zst"), "an unknown suffix falls to the shorter one");
	CHECK(nerd(".c") == nerd("nothing"), "a hidden name is no extension");
	CHECK(nerd("") == nerd("nothing"), "no name");
	CHECK(icon_find(LIST_ICONS_NERD, STR("x"), DT_REG, true, false) != nerd("x"), "a program");
	CHECK(icon_find(LIST_ICONS_NERD, STR("a.c"), DT_LNK, false, false) != nerd("a.c"),
		"a link is a link");
	CHECK(icon_find(LIST_ICONS_NERD, STR(".git"), DT_DIR, false, false) !=
			icon_find(LIST_ICONS_NERD, STR("x"), DT_DIR, false, false),
		"known folders");
}

TEST(icon_code_points)
{
	static const char *const names[] = { "a.c", "a.png", "a.mp3", "a.mkv", "a.zip", "a.pdf",
		"a.conf", "a.pem", "a.ttf", "a.o", ".gitignore", "a.csv", "a.txt", "x" };
	static const unsigned types[] = { DT_REG, DT_DIR, DT_LNK, DT_FIFO, DT_SOCK, DT_CHR,
		DT_BLK };
	setlocale(LC_ALL, "C.UTF-8");
	for (size_t i = 0; i < COUNTOF(names); i++) {
		for (size_t t = 0; t < COUNTOF(types); t++) {
			struct str name = str_from(names[i]);
			uint32_t wide = icon_find(LIST_ICONS_UNICODE, name, types[t], false, false);
			uint32_t cp = icon_find(LIST_ICONS_NERD, name, types[t], false, false);
			CHECK(wcwidth((wchar_t)wide) == 2, "'%s' U+%X is not two cells", names[i],
				wide);
			CHECK(cp >= 0xE000 && cp <= 0xF8FF && !(cp >= 0xF500 && cp <= 0xFD46),
				"'%s' U+%X", names[i], cp);
		}
	}
}
