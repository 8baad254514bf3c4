#include "ember/cli/optdoc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/test.h"

static const struct opt rows[] = {
	{ .id = 1,
		.letter = 'a',
		.name = "all",
		.also = "every-thing",
		.dialects = OPT_GNU,
		.group = "Which",
		.help = "show [all], it's $HOME: `x` \\n",
		.more = ".Dots first.\n\n  verbatim\n  'line\n\nAfter." },
	{ .id = 2,
		.name = "color",
		.also = "colour",
		.arg = OPT_MAYBE,
		.value = "WHEN",
		.words = "always|yes never auto",
		.dialects = OPT_GNU,
		.group = "Looks",
		.help = "when to colour",
		.initial = "auto" },
	{ .id = 3,
		.letter = 'w',
		.name = "width",
		.arg = OPT_REQUIRED,
		.value = "COLS",
		.dialects = OPT_GNU,
		.group = "Looks",
		.help = "the width" },
	{ .id = 4,
		.letter = 'f',
		.name = "from",
		.arg = OPT_REQUIRED,
		.value = "FILE",
		.offer = OPT_OFFER_FILE,
		.flags = OPT_REPEATS,
		.dialects = OPT_BAT,
		.group = "Which",
		.help = "read names" },
	{ .id = 5,
		.name = "secret",
		.dialects = OPT_ALL,
		.flags = OPT_HIDDEN,
		.help = "nobody sees it" },
	{ .id = 6,
		.letter = 'x',
		.name = "exec",
		.arg = OPT_REQUIRED,
		.value = "CMD... ;",
		.flags = OPT_REST,
		.offer = OPT_OFFER_COMMAND,
		.dialects = OPT_FD,
		.group = "Run",
		.help = "run a command" },
	{ .id = 7,
		.letter = '?',
		.dialects = OPT_EZA,
		.group = "Run",
		.help = "a letter that is a glob" },
	{ .id = 8,
		.letter = 'a',
		.name = "again",
		.dialects = OPT_EZA,
		.group = "Run",
		.help = "a letter twice" },
	{ .id = 9,
		.letter = 'S',
		.name = "sort",
		.arg = OPT_REQUIRED,
		.value = "WORD",
		.words = "name size time",
		.dialects = OPT_GNU,
		.group = "Looks",
		.help = "order" },
	{ .id = 10,
		.name = "theme",
		.arg = OPT_REQUIRED,
		.value = "NAME",
		.offer = OPT_OFFER_THEME,
		.dialects = OPT_BAT,
		.group = "Looks",
		.help = "colours" },
	{ .id = 11,
		.name = "user",
		.arg = OPT_REQUIRED,
		.value = "USER",
		.offer = OPT_OFFER_USER,
		.dialects = OPT_BAT,
		.help = "whose" },
};
static const struct opt_section sections[] = { { "Exit status",
						       "0 if all\nwent well.\n\n  $ prog x\n  'y" },
	{ "See also", "prog(1)" }, { NULL, NULL } };
static const struct opt_table table = { .program = "prog",
	.purpose = "try \"things\" \xc3\xa9",
	.synopsis = "[OPTION]... [FILE]...\n--x",
	.description = "First.\n\nSecond - paragraph.",
	.rows = rows,
	.n = COUNTOF(rows),
	.sections = sections,
	.operands = "file",
	.foreign = "--speak=printf" };

/* stdout and stderr of the shell command, trailing LF kept. */
static struct str shell(const char *command, int *status)
{
	static char text[65536];
	size_t n = 0;
	int fds[2];
	CHECK(pipe(fds) == 0, "pipe");
	pid_t child = fork();
	if (child == 0) {
		dup2(fds[1], STDOUT_FILENO);
		dup2(fds[1], STDERR_FILENO);
		execlp("bash", "bash", "--norc", "-c", command, (char *)NULL);
		_exit(127);
	}
	close(fds[1]);
	for (ssize_t r; (r = read(fds[0], text + n, sizeof(text) - n)) > 0;)
		n += (size_t)r;
	close(fds[0]);
	waitpid(child, status, 0);
	return (struct str){ text, n };
}

static bool there(const char *program)
{
	char command[64];
	int status;
	snprintf(command, sizeof(command), "command -v %s", program);
	shell(command, &status);
	return status == 0;
}

static const char *written(
	const char *name, void (*write)(struct buf *b, const struct opt_table *table))
{
	struct buf b = { 0 };
	write(&b, &table);
	char *path = test_file(name, buf_view(&b));
	buf_fini(&b);
	return path;
}

static void write_man(struct buf *b, const struct opt_table *t)
{
	optdoc_man(b, t, "1.2");
}

/* Status 0 and not a word. */
static void check_quiet(const char *before, const char *path, const char *after)
{
	char command[4200];
	int status;
	snprintf(command, sizeof(command), "%s %s %s", before, path, after);
	struct str said = shell(command, &status);
	CHECK(status == 0 && said.n == 0, "%s: %.*s", command, STR_ARG(said));
}

static bool has(struct str text, const char *part)
{
	return str_find(text, str_from(part)) != STR_NONE;
}

TEST(man_page)
{
	const char *path = written("prog.1", write_man);
	struct buf b = { 0 };
	write_man(&b, &table);
	CHECK(has(buf_view(&b), ".TH PROG 1 "), "title");
	CHECK(!has(buf_view(&b), "secret"), "hidden rows stay out");
	CHECK(has(buf_view(&b), "\n\\&.Dots first"), "no line of text begins a request");
	buf_fini(&b);
	if (there("groff"))
		check_quiet("groff -ww -man -Tutf8", path, "2>&1 >/dev/null");
	if (there("mandoc"))
		check_quiet("mandoc -Tlint -W warning", path, "");
	if (there("groff")) {
		char command[4200];
		int status;
		snprintf(command, sizeof(command), "LC_ALL=C.UTF-8 groff -man -Tutf8 -P-cbou %s",
			path);
		struct str text = shell(command, &status);
		CHECK(has(text, "-a, --all, --every-thing"), "tags: %.*s", STR_ARG(text));
		CHECK(has(text, "--color[=WHEN], --colour"), "an optional value");
		CHECK(has(text, "-w, --width=COLS"), "a required one");
		CHECK(has(text, "show [all], it's $HOME: `x` \\n"), "marks stand for themselves");
		CHECK(has(text, "when to colour: always, never, auto [default: auto]"),
			"words and default");
		CHECK(has(text, "           'line"), "verbatim lines");
		CHECK(has(text, "EXIT STATUS"), "own sections");
		CHECK(has(text, "try \"things\" \xc3\xa9"), "other scripts");
	}
}

/* COMPREPLY after completing the words; the last is the one under the cursor. */
static void check_bash(const char *path, const char *words, const char *want)
{
	char command[8192];
	int status;
	snprintf(command, sizeof(command),
		"compopt() { case $* in *default) COMPREPLY=('<files>') ;; *dirnames) COMPREPLY=('<folders>') ;; esac; }; "
		"prog() { printf 'dark:x\\nlight blue\\n'; }; cd %s && . %s && "
		"COMP_WORDS=(%s) && "
		"COMP_CWORD=$((${#COMP_WORDS[@]}-1)) && _ember_prog; echo \"${COMPREPLY[*]}\"",
		test_folder(), path, words);
	struct str got = shell(command, &status);
	CHECK(status == 0 && str_eqc(str_trim(got), want), "%s: '%.*s', not '%s'", words,
		STR_ARG(got), want);
}

TEST(bash_script)
{
	const char *path = written("prog.bash", optdoc_bash);
	test_file("afile", STR("x"));
	check_quiet("bash -n", path, "");
	check_bash(path, "prog --co", "--color= --colour=");
	check_bash(path, "prog --sec", "");
	check_bash(path, "prog --color = ''", "always never auto");
	check_bash(path, "prog --color '='", "always never auto");
	check_bash(path, "prog --color = al", "always");
	check_bash(path, "prog --color af", "<files>");
	check_bash(path, "prog -S t", "time");
	check_bash(path, "prog --sort s", "size");
	check_bash(path, "prog -w ''", "");
	check_bash(path, "prog -f af", "<files>");
	check_bash(path, "prog af", "<files>");
	check_bash(path, "prog -- -S af", "<files>");
	check_bash(path, "prog -- --co", "<files>");
	check_bash(path, "prog --theme d", "dark");
	check_bash(path, "prog --theme l", "light\\ blue");
	check_bash(path, "prog --user roo", "root");
	/* What follows -x is another program's line, up to ";". */
	check_bash(path, "prog -x compge", "compgen");
	check_bash(path, "prog --exec wc --so", "<files>");
	check_bash(path, "prog -x wc -x af", "<files>");
	check_bash(path, "prog -x wc \\; --so", "--sort=");
	check_bash(path, "prog -x wc \"';'\" --so", "--sort=");
	check_bash(path, "prog -x -x -f \\; -x wc --so", "<files>");
	check_bash(path, "prog --speak = printf --so", "<files>");
	check_bash(path, "prog --speak = printf \\; af", "<files>");
	check_bash(path, "prog --speak = other --so", "--sort=");
}

TEST(zsh_script)
{
	const char *path = written("_prog", optdoc_zsh);
	struct buf b = { 0 };
	optdoc_zsh(&b, &table);
	CHECK(has(buf_view(&b),
		      "'(-a --all --every-thing)--every-thing[show \\[all\\], it'\\''s $HOME\\: "
		      "`x` \\\\n]'"),
		"marks are escaped: %.*s", STR_ARG(buf_view(&b)));
	CHECK(has(buf_view(&b),
		      "'(--color --colour)--color=-[when to colour]::WHEN:(always never auto)'"),
		"words");
	CHECK(has(buf_view(&b), "'*--from=[read names]:FILE:_files'"), "a repeated option");
	CHECK(!has(buf_view(&b), "secret"), "hidden rows stay out");
	if (there("zsh"))
		check_quiet("zsh -n", path, "");
	buf_fini(&b);
}

static void check_fish(const char *path, const char *line, const char *part, bool want)
{
	char command[8192];
	int status;
	snprintf(command, sizeof(command),
		"cd %s && HOME=$PWD TMPDIR=$PWD fish --no-config -c 'source %s; complete -C \"%s\"'",
		test_folder(), path, line);
	struct str got = shell(command, &status);
	CHECK(has(got, part) == want, "%s: '%.*s' and '%s'", line, STR_ARG(got), part);
}

TEST(fish_script)
{
	const char *path = written("prog.fish", optdoc_fish);
	struct buf b = { 0 };
	optdoc_fish(&b, &table);
	CHECK(has(buf_view(&b), " -l 'sort' -x -a 'name size time' -d 'order'\n"),
		"%.*s", STR_ARG(buf_view(&b)));
	buf_fini(&b);
	if (there("fish")) {
		check_quiet("fish -n", path, "");
		check_fish(path, "prog --so", "--sort", true);
		check_fish(path, "prog --sort ", "size", true);
		check_fish(path, "prog --color=", "--color=never", true);
		check_fish(path, "prog --sec", "secret", false);
		check_fish(path, "prog -x ech", "echo", true);
		check_fish(path, "prog -x wc --so", "--sort", false);
		check_fish(path, "prog --speak=printf --so", "--sort", false);
		check_fish(path, "prog --speak=other --so", "--sort", true);
		check_fish(path, "prog -x wc prog.f", "prog.fish", true);
		check_fish(path, "prog -x wc \\\\; --so", "--sort", true);
	}
}

TEST(a_letter_is_offered_once)
{
	struct buf b = { 0 };
	optdoc_fish(&b, &table);
	struct str rest = buf_view(&b), line;
	int n = 0;
	while (str_line(&rest, &line))
		n += has(line, " -s 'a' ");
	CHECK(n == 1, "%d lines for -a", n);
	CHECK(has(buf_view(&b), "-l 'again'"), "the second row keeps its long name");
	buf_fini(&b);
}
