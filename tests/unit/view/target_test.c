#include "ember/view/target.h"

#include "lib/test.h"

TEST(target_fills_its_template)
{
	static const struct {
		const char *format, *path;
		unsigned line;
		const char *want;
	} rows[] = {
		{ "file://{path}#{line}", "/a/b.c", 7, "file:///a/b.c#7" },
		{ "file://{path}#{line}", "/a/b.c", 0, "file:///a/b.c" },
		{ "x:{path}:{line}", "/a", 0, "x:/a:1" },
		{ "x:{path}:{line}", "/a", 12, "x:/a:12" },
		{ "{path}", "/a b\n\xff%~", 1, "/a%20b%0A%FF%25~" },
		{ "{other}{", "/a", 1, "{other}{" },
		{ "", "/a", 1, "" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct buf b = { 0 };
		target_put(&b, str_from(rows[i].format), str_from(rows[i].path), rows[i].line);
		CHECK_STR(buf_view(&b), str_from(rows[i].want));
		buf_fini(&b);
	}
}
