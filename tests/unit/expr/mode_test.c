#include "ember/expr/mode.h"
#include "lib/test.h"

TEST(mode_reads)
{
	static const struct { const char *text; bool ok; unsigned file, dir; } rows[] = {
		{ "644", true, 0644, 0644 }, { "0", true, 0, 0 }, { "07777", true, 07777, 07777 }, { "10000", false, 0, 0 },
		{ "8", false, 0, 0 }, { "", false, 0, 0 }, { "64x", false, 0, 0 }, { "u=rw", true, 0600, 0600 },
		{ "u=rw,go=r", true, 0644, 0644 }, { "a+x", true, 0111, 0111 }, { "+x", true, 0111, 0111 },
		{ "=", true, 0, 0 }, { "u=", true, 0, 0 }, { "u+s", true, 04000, 04000 }, { "g+s", true, 02000, 02000 },
		{ "+s", true, 06000, 06000 }, { "o+s", true, 0, 0 }, { "+t", true, 01000, 01000 },
		{ "u+t", true, 0, 0 }, { "a=X", true, 0, 0111 }, { "u+x,g+X", true, 0110, 0110 },
		{ "u=rwx,g=u", true, 0770, 0770 }, { "u=rwx-x", true, 0600, 0600 }, { "u+r,o=u-r", true, 0400, 0400 },
		{ "=7", true, 7, 7 }, { "u7", false, 0, 0 }, { "a=7", false, 0, 0 }, { "u+q", false, 0, 0 },
		/* chmod(1): '=' takes no set-ID bit of a directory that it does not name */
		{ "u+s,u=", true, 0, 04000 }, { "g+rs,ugo+=", true, 0, 02000 }, { "+s,=", true, 0, 06000 }, { "u+s,u=s", true, 04000, 04000 },
		{ "ug+s,u=s,g=r", true, 04040, 06040 }, { "+s,u=g", true, 02000, 06000 }, { "+s,a=", true, 0, 06000 }, { "+s,=0", true, 0, 0 },
		{ "u+x,", false, 0, 0 }, { ",u+x", false, 0, 0 }, { "x", false, 0, 0 }, { "ug=rwx,o+w", true, 0772, 0772 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		unsigned file = 0, dir = 0;
		bool ok = mode_parse(&file, &dir, rows[i].text);
		CHECK(ok == rows[i].ok, "row %zu '%s': %d", i, rows[i].text, ok);
		CHECK(!ok || (file == rows[i].file && dir == rows[i].dir), "row %zu '%s': %o and %o", i, rows[i].text, file,
			dir);
	}
}
