/* ask: the question for the background, through a pseudo-terminal that plays each kind of terminal. */
#include "ember/term/ask.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ember/base/out.h"
#include "lib/pty.h"
#include "lib/test.h"

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* One talk: what the terminal answers, what is found, what is left as typed. */
static bool talk(struct str answer, uint32_t *rgb, struct buf *typed, double *ms)
{
	struct pty p = pty_open();
	struct termios before, after;
	tcgetattr(p.slave, &before);
	struct ask a;
	struct err e;
	CHECK(ask_begin(&a, p.slave, &e) == 0, "begin: %s", e.what);
	char question[64];
	ssize_t n = read(p.master, question, sizeof(question));
	CHECK(n > 0 && memmem(question, (size_t)n, "]11;?", 5) != NULL, "asked %zd bytes", n);
	CHECK(out_write_all(p.master, answer.p, answer.n) == 0, "answer");
	double t0 = now();
	bool found = ask_wait(&a, 100, rgb);
	ask_end(&a);
	*ms = now() - t0;
	buf_clear(typed);
	buf_add(typed, a.typed.p, a.typed.n);
	ask_fini(&a);
	tcgetattr(p.slave, &after);
	CHECK(before.c_lflag == after.c_lflag, "modes put back");
	pty_close(p);
	return found;
}

TEST(terminals)
{
	static const struct {
		struct str answer;
		bool found;
		uint32_t rgb;
		struct str typed;
	} rows[] = {
		{ STR_INIT("\033]11;rgb:1e1e/2020/ffff\033\\\033[?62;4c"), true, 0x1e20ff, STR_INIT("") },
		{ STR_INIT("\033]11;rgb:1e/20/ff\007\033[?1;2c"), true, 0x1e20ff, STR_INIT("") },
		{ STR_INIT("\033]11;rgba:ffff/ffff/ffff/8000\033\\\033[?62c"), true, 0xffffff, STR_INIT("") },
		{ STR_INIT("\033]11;#102030\033\\\033[?62c"), true, 0x102030, STR_INIT("") },
		{ STR_INIT("\033]11;#fff\033\\\033[?62c"), true, 0xffffff, STR_INIT("") },
		{ STR_INIT("\033[?62;4c"), false, 0, STR_INIT("") },
		{ STR_INIT("j\033]11;rgb:0/0/0\033\\k\033[?6cl"), true, 0, STR_INIT("jkl") },
		{ STR_INIT("\033[A\033[?62;4c"), false, 0, STR_INIT("\033[A") },
		{ STR_INIT("\033v\033[?62;4c"), false, 0, STR_INIT("\033v") },
		{ STR_INIT("\033]11;rgb:zz/0/0\033\\\033[?6c"), false, 0, STR_INIT("") },
		{ STR_INIT("\033]10;rgb:ff/0/0\033\\\033[?6c"), false, 0, STR_INIT("") },
	};
	struct buf typed = { 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		uint32_t rgb = 0;
		double ms;
		bool found = talk(rows[i].answer, &rgb, &typed, &ms);
		CHECK(found == rows[i].found, "row %zu: found %d", i, found);
		CHECK(rgb == rows[i].rgb, "row %zu: %06x", i, rgb);
		CHECK(str_eq(buf_view(&typed), rows[i].typed), "row %zu: typed '%.*s'", i, STR_ARG(buf_view(&typed)));
	}
	buf_fini(&typed);
}

/* A terminal that says nothing costs the time limit and no more; a colour without the sentinel counts. */
TEST(silence_ends)
{
	struct buf typed = { 0 };
	uint32_t rgb = 1;
	double ms;
	CHECK(!talk(STR(""), &rgb, &typed, &ms), "no answer");
	CHECK(ms >= 90 && ms < 2000, "%f ms", ms);
	CHECK(talk(STR("\033]11;rgb:ffff/ffff/ffff\007"), &rgb, &typed, &ms) && rgb == 0xffffff, "%06x", rgb);
	buf_fini(&typed);
}

TEST(no_terminal)
{
	struct ask a;
	struct err e;
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	CHECK(ask_begin(&a, fd, &e) == -1, "asked the null device");
	close(fd);
}

/* A reply that never ends is bounded, and its end is still seen. */
TEST(endless_reply)
{
	struct ask a = { 0 };
	ask_feed(&a, "\033]52;c;", 7);
	for (int i = 0; i < 100000; i++)
		ask_feed(&a, "A", 1);
	CHECK(a.n_part <= sizeof(a.part) && a.typed.n == 0, "%zu kept, %zu typed", a.n_part, a.typed.n);
	enum ask_state state = ask_feed(&a, "\033\\\033[?6c", 7);
	CHECK(state == ASK_NO_ANSWER, "state %d", (int)state);
	ask_fini(&a);
}

TEST(light_and_dark)
{
	CHECK(ask_is_light(0xffffff) && ask_is_light(0xfdf6e3) && ask_is_light(0x00ff00), "light");
	CHECK(!ask_is_light(0) && !ask_is_light(0x1e1e1e) && !ask_is_light(0x0000ff), "dark");
	static const struct {
		const char *value;
		int want;
	} rows[] = { { "15;0", 0 }, { "0;15", 1 }, { "0;default;15", 1 }, { "12;8", 0 }, { "0;7", 1 },
		{ "", -1 }, { "x", -1 }, { "15;default", -1 }, { "1;999", -1 } };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(ask_colorfgbg(rows[i].value) == rows[i].want, "row %zu '%s'", i, rows[i].value);
}
