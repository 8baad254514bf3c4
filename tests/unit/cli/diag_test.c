#include "ember/cli/diag.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/test.h"

/* What the calls between start and end wrote on stderr. */
static int kept, catcher;

static void catch_start(void)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/stderr", test_folder());
	kept = dup(STDERR_FILENO);
	catcher = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	dup2(catcher, STDERR_FILENO);
}

static struct str catch_end(void)
{
	static char text[65536];
	dup2(kept, STDERR_FILENO);
	close(kept);
	ssize_t n = pread(catcher, text, sizeof(text), 0);
	close(catcher);
	return (struct str){ text, n > 0 ? (size_t)n : 0 };
}

TEST(program_names)
{
	static const struct {
		const char *argv0, *want;
	} cases[] = { { "/usr/bin/cat", "cat" }, { "els", "els" }, { "-els", "els" },
		{ "./a/-ls", "ls" }, { "", "ember" }, { NULL, "ember" }, { "dir/", "ember" } };
	for (size_t i = 0; i < COUNTOF(cases); i++) {
		struct diag d;
		diag_init(&d, cases[i].argv0);
		CHECK_STR(str_from(d.program), str_from(cases[i].want));
		CHECK(d.status == 0, "nothing happened yet");
	}
}

TEST(forms_of_messages)
{
	struct diag d;
	struct err sys = { .num = ENOENT, .what = "open" };
	struct err phrase = { .num = EACCES, .what = "cannot read the theme" };
	struct err text = { .what = "not a pack" };
	struct err place = { .line = 7, .what = "no closing \"" };
	struct err nothing = { 0 };
	diag_init(&d, "/bin/prog");

	catch_start();
	diag_path(&d, 1, STR("plain"), &sys);
	diag_path(&d, 1, STR("it's"), &phrase);
	diag_path(&d, 1, STR("a b"), &text);
	diag_path(&d, 1, STR("conf"), &place);
	diag_path(&d, 1, STR("x"), &nothing);
	diag_about(&d, 2, "cannot access", STR("plain"), &sys);
	diag_about(&d, 1, NULL, STR("a\nb\033[1m"), &sys);
	diag_text(&d, 1, "bad '%s'", "\n\x1b]0;x\a");
	diag_warn(&d, "theme %d", 5);
	CHECK_STR(catch_end(),
		STR("prog: plain: No such file or directory\n"
		    "prog: \"it's\": cannot read the theme: Permission denied\n"
		    "prog: 'a b': not a pack\n"
		    "prog: conf:7: no closing \"\n"
		    "prog: x\n"
		    "prog: cannot access 'plain': No such file or directory\n"
		    "prog: 'a'$'\\n''b'$'\\033''[1m': No such file or directory\n"
		    "prog: bad '\\x0A\\x1B]0;x\\x07'\n"
		    "prog: warning: theme 5\n"));
	CHECK(d.status == 2, "the worst status stays: %d", d.status);

	catch_start();
	diag_usage(&d, 1, "invalid option -- '%c'", 'y');
	CHECK_STR(catch_end(),
		STR("prog: invalid option -- 'y'\nTry 'prog --help' for more information.\n"));
	CHECK(d.status == 2, "a smaller status changes nothing: %d", d.status);
}

TEST(names_read_back_by_a_shell)
{
	static const char *const names[] = { "a", "a b", "it's", "it's $HOME", "\"", "#x", "x#",
		"~", "x~", "{", "{a}", "\n", "\n\n", "a\tb'c", "\x01\x7f", "\xff", "\xc3\xa9",
		("\xe2\x80\xae" "abc"),
		"-n", "a=b", "$x", "`id`", "!", "\\", "a'\n", "*?", "[a]", "^", "\xc2\x85", "", "'",
		"''" };
	struct buf script = { 0 }, want = { 0 };
	for (size_t i = 0; i < COUNTOF(names); i++)
		for (int always = 0; always < 2; always++) {
			struct buf one = { 0 };
			diag_quote(&one, str_from(names[i]), always);
			for (size_t k = 0; k < one.n; k++)
				CHECK((unsigned char)one.p[k] >= ' ' && one.p[k] != 0x7f,
					"row %zu: control byte", i);
			buf_text(&script, "printf '%s\\0' ");
			buf_str(&script, buf_view(&one));
			buf_char(&script, '\n');
			buf_add(&want, names[i], strlen(names[i]) + 1);
			buf_fini(&one);
		}
	char *path = test_file("script", buf_view(&script));
	int fds[2];
	CHECK(pipe(fds) == 0, "pipe");
	pid_t child = fork();
	if (child == 0) {
		dup2(fds[1], STDOUT_FILENO);
		execlp("bash", "bash", path, (char *)NULL);
		_exit(127);
	}
	close(fds[1]);
	char got[4096];
	size_t n = 0;
	for (ssize_t r; (r = read(fds[0], got + n, sizeof(got) - n)) > 0;)
		n += (size_t)r;
	close(fds[0]);
	waitpid(child, NULL, 0);
	CHECK_STR(((struct str){ got, n }), buf_view(&want));
	buf_fini(&script);
	buf_fini(&want);
}

/* Lines of several threads stay whole, and the worst status wins. */
static void *shout(void *ctx)
{
	struct diag *d = ctx;
	for (int i = 0; i < 200; i++)
		diag_text(d, i % 3, "%s", "abcdefghijklmnopqrstuvwxyz");
	return NULL;
}

TEST(threads_do_not_mix_lines)
{
	struct diag d;
	pthread_t threads[4];
	diag_init(&d, "p");
	catch_start();
	for (size_t i = 0; i < COUNTOF(threads); i++)
		pthread_create(&threads[i], NULL, shout, &d);
	for (size_t i = 0; i < COUNTOF(threads); i++)
		pthread_join(threads[i], NULL);
	struct str rest = catch_end(), line;
	size_t n = 0;
	for (; str_line(&rest, &line); n++)
		CHECK_STR(line, STR("p: abcdefghijklmnopqrstuvwxyz"));
	CHECK(n == 800, "%zu lines", n);
	CHECK(d.status == 2, "status %d", d.status);
}

/* What a child says that writes "out" into its buffer, reports, and ends with its buffer flushed.
 */
static struct str said(int fd_out, int fd_err, int fd_read)
{
	static char text[256];
	size_t n = 0;
	pid_t child = fork();
	if (child == 0) {
		struct diag d;
		struct out o;
		dup2(fd_out, STDOUT_FILENO);
		dup2(fd_err, STDERR_FILENO);
		diag_init(&d, "p");
		out_init(&o, STDOUT_FILENO, 64);
		diag_bind(&d, &o);
		out_text(&o, "out;");
		diag_text(&d, 1, "message");
		out_flush(&o);
		_exit(0);
	}
	waitpid(child, NULL, 0);
	while (n < sizeof(text) && !memchr(text, ';', n) && !memchr(text, '\n', n)) {
		ssize_t r = read(fd_read, text + n, sizeof(text) - n);
		if (r <= 0)
			break;
		n += (size_t)r;
	}
	return (struct str){ text, n };
}

TEST(output_comes_first_on_one_file)
{
	int top = posix_openpt(O_RDWR | O_NOCTTY), fds[2];
	CHECK(top >= 0 && grantpt(top) == 0 && unlockpt(top) == 0, "a pseudo terminal");
	int side = open(ptsname(top), O_RDWR | O_NOCTTY);
	CHECK(side >= 0 && pipe(fds) == 0, "its other side");
	CHECK(str_starts(said(side, side, top), STR("out;")), "flushed before the message");
	CHECK(str_starts(said(fds[1], fds[1], fds[0]), STR("out;p: message\n")), "in a pipe, as GNU's error() does");
	char *path = test_file("other", STR(""));
	int other = open(path, O_WRONLY | O_CLOEXEC);
	CHECK_STR(said(fds[1], other, fds[0]), STR("out;"));
	CHECK_STR(said(other, fds[1], fds[0]), STR("p: message\n"));
	close(other);
	close(top);
	close(side);
	close(fds[0]);
	close(fds[1]);
}
