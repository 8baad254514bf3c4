#include "ember/term/charset.h"

#include <stdlib.h>
#include <unistd.h>

#include "ember/base/str.h"
#include "ember/base/panic.h"
#include "lib/test.h"

static struct str read_all(int fd, char *p, size_t n)
{
	ssize_t k = read(fd, p, n);
	return (struct str){ p, k > 0 ? (size_t)k : 0 };
}

TEST(charset_shows_what_the_terminal_can)
{
	struct charset c;
	char text[256];
	int fds[2];
	setenv("LC_ALL", "C", 1);
	REQUIRE(pipe(fds) == 0);
	CHECK(charset_open(&c, fds[1]), "C is no UTF-8");
	CHECK(charset_write(&c, "a\u2500\u253c\u2502 \u00e9", 13) == 0, "written");
	CHECK_STR(read_all(fds[0], text, sizeof(text)), STR("a-+| ?"));
	/* a character that comes in two pieces */
	CHECK(charset_write(&c, "x\xe2\x94", 3) == 0, "a part");
	CHECK(charset_write(&c, "\x80y", 2) == 0, "its rest");
	CHECK_STR(read_all(fds[0], text, sizeof(text)), STR("x-y"));
	charset_close(&c);
	close(fds[0]);
	close(fds[1]);
}

TEST(charset_takes_utf8_for_granted)
{
	struct charset c;
	unsetenv("LC_ALL");
	unsetenv("LC_CTYPE");
	unsetenv("LANG");
	CHECK(!charset_open(&c, 1), "no locale set");
	setenv("LC_ALL", "C.UTF-8", 1);
	CHECK(!charset_open(&c, 1), "UTF-8");
}
