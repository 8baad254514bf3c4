#include "ground.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/number.h"
#include "ember/os/clock.h"
#include "ember/os/env.h"

enum {
	ASK_MS = 50,
	LATE_MS = 150, /* of a terminal that did not answer in time, once an hour at most */
	KEEP_SECONDS = 3600,
};

/* tmux answers for the terminal from 3.4 on; before, it has no answer unless told one. */
static bool ground_tmux_answers(void)
{
	struct str version = str_from(env_get("TERM_PROGRAM_VERSION"));
	struct str major = str_cut(&version, '.');
	uint64_t a, b;
	size_t n = 0;
	while (n < version.n && ascii_digit(version.p[n]))
		n++;
	return str_eqc(str_from(env_get("TERM_PROGRAM")), "tmux") && number_u64(major, &a) &&
		number_u64(str_sub(version, 0, n), &b) && (a > 3 || (a == 3 && b >= 4));
}

static bool ground_answers(void)
{
	struct str term = str_from(env_get("TERM"));
	if (env_get("TMUX"))
		return ground_tmux_answers();
	return term.n && !str_eqc(term, "dumb") && !str_eqc(term, "linux") && !str_starts(term, STR("screen"));
}

/* The file for this terminal and session; created empty when it is not there. */
static int ground_open(void)
{
	struct arena a = { 0 };
	struct stat sb = { 0 };
	const char *folder = env_path(&a, ENV_RUNTIME, "ember");
	int fd = -1, on = 0;
	while (on < 3 && !(fstat(on, &sb) == 0 && S_ISCHR(sb.st_mode) && isatty(on)))
		on++;
	if (folder && on < 3) {
		(void)mkdir(folder, 0700);
		struct str path = arena_printf(&a, "%s/ground-%llx-%ld", folder, (unsigned long long)sb.st_rdev,
			(long)getsid(0));
		fd = open(path.p, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
	}
	if (fd >= 0 && !(fstat(fd, &sb) == 0 && S_ISREG(sb.st_mode) && sb.st_uid == geteuid())) {
		close(fd);
		fd = -1;
	}
	arena_fini(&a);
	return fd;
}

/*
 * The answer of the last hour: 'l'ight, 'd'ark, 'n'one; 0: there is none. A time ahead of the clock is no older:
 * the times of files run up to a tick before time(2) on some kernels, and a clock may be set back.
 */
static char ground_kept(int fd)
{
	struct stat sb;
	char answer = 0;
	if (fd < 0 || fstat(fd, &sb) != 0 || llabs(clock_now().sec - sb.st_mtime) >= KEEP_SECONDS)
		return 0;
	return pread(fd, &answer, 1, 0) == 1 && answer && strchr("ldn", answer) ? answer : 0;
}

static void ground_keep(struct ground *g)
{
	const char answer = !g->ask.has_color ? 'n' : g->light ? 'l' : 'd';
	if (g->kept >= 0 && pwrite(g->kept, &answer, 1, 0) < 0)
		(void)answer; /* then it is asked again next time */
}

static void ground_close(struct ground *g)
{
	if (g->tty >= 0)
		close(g->tty);
	if (g->kept >= 0)
		close(g->kept);
	g->tty = g->kept = -1;
}

void ground_begin(struct ground *g, const struct ecat_conf *c)
{
	struct str theme = str_from(c->theme);
	bool always = str_eqc(theme, "auto:always");
	struct err e;
	*g = (struct ground){ .tty = -1, .kept = -1 };
	g->light = str_eqc(theme, "light");
	if ((theme.n && !always && !str_eqc(theme, "auto")) || c->depth < COLOR_16)
		return;
	int told = ask_colorfgbg(env_get("COLORFGBG"));
	g->light = told == 1;
	if (told >= 0 || !(c->tty || always) || !ground_answers())
		return;
	g->kept = ground_open();
	char kept = ground_kept(g->kept);
	g->light = kept == 'l';
	if (!kept)
		g->tty = tty_open(&e);
	if (g->tty >= 0 && ask_begin(&g->ask, g->tty, &e) == 0)
		return;
	ground_close(g);
}

bool ground_light(struct ground *g, bool pager)
{
	uint32_t rgb;
	if (g->tty < 0)
		return g->light;
	bool told = ask_wait(&g->ask, ASK_MS, &rgb);
	g->light = told && ask_is_light(rgb);
	ground_keep(g);
	if (pager || g->ask.state != ASK_WAITING) {
		ask_end(&g->ask);
		ground_close(g);
	}
	return g->light;
}

void ground_end(struct ground *g)
{
	uint32_t rgb;
	if (g->tty >= 0) {
		if (ask_wait(&g->ask, ASK_MS + LATE_MS, &rgb)) {
			g->light = ask_is_light(rgb);
			ground_keep(g);
		}
		ask_end(&g->ask);
	}
	ground_close(g);
	ask_fini(&g->ask);
}
