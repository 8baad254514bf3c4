#include "ember/cli/opt.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/test.h"

enum {
	T_ALL = 1,
	T_NUMBER,
	T_NONBLANK,
	T_ENDS,
	T_TABS,
	T_COLOR,
	T_WIDTH,
	T_SHOW,
	T_EXEC,
	T_LANG,
	T_SECRET,
	T_LIMIT,
	T_ODD
};

static const struct opt rows[] = {
	{ .id = T_ALL,
		.letter = 'A',
		.name = "show-all",
		.dialects = OPT_GNU | OPT_BAT,
		.help = "all" },
	{ .id = T_NUMBER, .letter = 'n', .name = "number", .dialects = OPT_GNU, .help = "n" },
	{ .id = T_NONBLANK,
		.letter = 'b',
		.name = "number-nonblank",
		.dialects = OPT_GNU,
		.help = "b" },
	{ .id = T_ENDS, .letter = 'E', .name = "show-ends", .dialects = OPT_GNU, .help = "e" },
	{ .id = T_TABS,
		.letter = 'T',
		.name = "tabs",
		.arg = OPT_REQUIRED,
		.value = "N",
		.dialects = OPT_BAT,
		.help = "t" },
	{ .id = T_COLOR,
		.name = "color",
		.also = "colour  hue",
		.arg = OPT_MAYBE,
		.value = "WHEN",
		.words = "always|yes|force never|no auto|tty",
		.dialects = OPT_BAT,
		.help = "c" },
	{ .id = T_WIDTH,
		.letter = 'w',
		.name = "width",
		.arg = OPT_REQUIRED,
		.value = "COLS",
		.dialects = OPT_GNU,
		.help = "w" },
	{ .id = T_SHOW,
		.name = "show",
		.dialects = OPT_BAT,
		.help = "own, but --show is a GNU prefix" },
	{ .id = T_EXEC,
		.letter = 'x',
		.name = "exec",
		.arg = OPT_REQUIRED,
		.value = "CMD... ;",
		.flags = OPT_REST,
		.dialects = OPT_FD,
		.help = "x" },
	{ .id = T_LANG,
		.name = "lang",
		.arg = OPT_REQUIRED,
		.value = "L",
		.flags = OPT_FIRST,
		.dialects = OPT_OWN,
		.help = "l" },
	{ .id = T_SECRET,
		.name = "numb",
		.flags = OPT_HIDDEN,
		.dialects = OPT_OWN,
		.help = "hidden" },
	{ .id = T_LIMIT,
		.name = "limit",
		.arg = OPT_REQUIRED,
		.value = "N",
		.dialects = OPT_OWN,
		.help = "limit" },
	{ .id = T_ODD, .letter = 'n', .name = "odd", .dialects = OPT_LSD, .help = "n again" },
};

static const struct opt_table table = {
	.program = "prog", .purpose = "p", .synopsis = "[X]", .rows = rows, .n = COUNTOF(rows)
};

/* The line as text: "id=value", "operand", "!fault:message", one a blank-separated field. */
static struct str told(unsigned dialects, unsigned first, unsigned flags, char **argv)
{
	static char text[4096];
	struct opt_parser p;
	int argc = 0;
	size_t n = 0;
	while (argv[argc])
		argc++;
	text[0] = '\0';
	opt_start(&p, &table, dialects, first, flags, argc, argv);
	for (enum opt_event e; (e = opt_next(&p)) != OPT_END;) {
		size_t room = sizeof(text) - n;
		if (e == OPT_OPERAND)
			n += (size_t)snprintf(
				text + n, room, "%s%s;", p.after_dashes ? "--" : "", p.value);
		else if (e == OPT_BAD)
			n += (size_t)snprintf(text + n, room, "!%d:%s;", (int)p.fault, p.message);
		else if (p.rest) {
			n += (size_t)snprintf(text + n, room, "%d[", p.row->id);
			for (int i = 0; i < p.n_rest; i++)
				n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%s",
					i ? "," : "", p.rest[i]);
			n += (size_t)snprintf(text + n, sizeof(text) - n, "];");
		} else
			n += (size_t)snprintf(
				text + n, room, p.value ? "%d=%s;" : "%d;", p.row->id, p.value);
	}
	return str_from(text);
}

struct line {
	const char *argv[8];
	const char *want;
};

static void check_lines(
	const struct line *lines, size_t n, unsigned dialects, unsigned first, unsigned flags)
{
	for (size_t i = 0; i < n; i++) {
		char *argv[10] = { (char[]){ "prog" } };
		for (int k = 0; lines[i].argv[k]; k++)
			argv[k + 1] = strdup(lines[i].argv[k]);
		CHECK_STR(told(dialects, first, flags, argv), str_from(lines[i].want));
		for (int k = 1; argv[k]; k++)
			free(argv[k]);
	}
}

TEST(gnu_line)
{
	static const struct line lines[] = {
		{ { "-nb", "f", "--show-e" }, "2;3;f;4;" },
		{ { "-w5", "-w", "6", "--width=7", "--width", "8", "--wid=" },
			"7=5;7=6;7=7;7=8;7=;" },
		{ { "-nw5", "-nw", "6" }, "2;7=5;2;7=6;" },
		{ { "-w=5" }, "7==5;" },
		{ { "--color", "always", "--color=always", "--hu=x" }, "6;always;6=always;6=x;" },
		{ { "-", "--", "-n", "--", "x" }, "-;---n;----;--x;" },
		{ { "" }, ";" },
		{ { "--col=x" }, "6=x;" },
	};
	check_lines(
		lines, COUNTOF(lines), OPT_GNU | OPT_BAT, OPT_GNU, OPT_PERMUTE | OPT_ABBREVIATE);
}

TEST(first_dialect_wins)
{
	static const struct line lines[] = {
		{ { "--numb" },
			"!1:option '--numb' is ambiguous; possibilities: '--number' "
			"'--number-nonblank';" },
		{ { "--number-" }, "3;" },
		{ { "--number" }, "2;" },
		{ { "--show" },
			"!1:option '--show' is ambiguous; possibilities: '--show-all' "
			"'--show-ends';" },
		{ { "--show=x" },
			"!1:option '--show=x' is ambiguous; possibilities: '--show-all' "
			"'--show-ends';" },
		{ { "--t=4" }, "5=4;" },
		{ { "-n" }, "2;" },
		{ { "--li=4" }, "12=4;" },
	};
	check_lines(lines, COUNTOF(lines), OPT_ALL & ~(unsigned)OPT_FD, OPT_GNU,
		OPT_PERMUTE | OPT_ABBREVIATE);
	static const struct line exact[] = {
		{ { "--show" }, "8;" },
		{ { "--numb" }, "11;" },
		{ { "--numbe" }, "!0:unrecognized option '--numbe'; did you mean '--number'?;" },
		{ { "-n" }, "13;" },
	};
	check_lines(exact, COUNTOF(exact), OPT_ALL & ~(unsigned)OPT_FD, OPT_LSD, OPT_PERMUTE);
}

TEST(faults)
{
	static const struct line lines[] = {
		{ { "-y", "-nyb" }, "!0:invalid option -- 'y';2;!0:invalid option -- 'y';3;" },
		{ { "-w" }, "!2:option requires an argument -- 'w';" },
		{ { "--wi" }, "!2:option '--width' requires an argument;" },
		{ { "--number=3" }, "!3:option '--number' doesn't allow an argument;" },
		{ { "--zzzzzz" }, "!0:unrecognized option '--zzzzzz';" },
		{ { "--=x" }, "!0:unrecognized option '--=x';" },
		{ { "--widht=3" }, "!0:unrecognized option '--widht=3'; did you mean '--width'?;" },
		{ { "--a\033[2J\n\xff" }, "!0:unrecognized option '--a\\x1B[2J\\x0A\\xFF';" },
		{ { "-\xc3\xa9n" }, "!0:invalid option -- '\xc3\xa9';2;" },
		{ { "-\xe2\x80\xae" }, "!0:invalid option -- '\\u{202E}';" },
		{ { "-\xff" }, "!0:invalid option -- '\\xFF';" },
		{ { "--exec" }, "!0:unrecognized option '--exec';" },
	};
	check_lines(lines, COUNTOF(lines), OPT_GNU, 0, OPT_PERMUTE | OPT_ABBREVIATE);
}

TEST(letter_at_fault)
{
	char prog[] = "prog", bundle[] = "-n2", name[] = "--zzz";
	char *argv[] = { prog, bundle, name, NULL };
	struct opt_parser p;
	opt_start(&p, &table, OPT_GNU, 0, OPT_PERMUTE, 3, argv);
	CHECK(opt_next(&p) == OPT_OPTION && p.by_letter && p.letter == 'n', "a known letter");
	CHECK(opt_next(&p) == OPT_BAD && p.by_letter && p.letter == '2', "an unknown one");
	CHECK(opt_next(&p) == OPT_BAD && !p.by_letter, "a long name");
}

TEST(fd_line)
{
	static const struct line lines[] = {
		{ { "-x", "echo", "{}", ";", "a" }, "9[echo,{}];a;" },
		{ { "--exec", "echo", "-n" }, "9[echo,-n];" },
		{ { "-xls", "a" }, "9[ls];a;" },
		{ { "--exec=ls", "a" }, "9[ls];a;" },
		{ { "-x" }, "!2:option requires an argument -- 'x';" },
		{ { "-x", ";" }, "!2:option requires an argument -- 'x';" },
		{ { "-T=4", "-T4", "-T", "=4", "-T=" }, "5=4;5=4;5==4;5=;" },
		{ { "--lang=fd", "a" }, "10=fd;a;" },
		{ { "--lang", "fd", "a" }, "10=fd;a;" },
		{ { "a", "--lang=fd" },
			"a;!0:unrecognized option '--lang=fd'; it counts only as the first "
			"argument;" },
		{ { "--tab=3" }, "!0:unrecognized option '--tab=3'; did you mean '--tabs'?;" },
	};
	check_lines(lines, COUNTOF(lines), OPT_FD | OPT_BAT | OPT_OWN, 0,
		OPT_PERMUTE | OPT_SHORT_EQUALS);
}

TEST(posix_line)
{
	static const struct line lines[] = {
		{ { "-n", "f", "-n", "--" }, "2;f;-n;--;" },
		{ { "--", "-n" }, "---n;" },
	};
	check_lines(lines, COUNTOF(lines), OPT_GNU, 0, OPT_ABBREVIATE);
	unsetenv("POSIXLY_CORRECT");
	CHECK(opt_permute() == OPT_PERMUTE, "free order by default");
	setenv("POSIXLY_CORRECT", "", 1);
	CHECK(opt_permute() == 0, "an empty POSIXLY_CORRECT counts");
	unsetenv("POSIXLY_CORRECT");
}

TEST(words)
{
	static const struct {
		const char *value;
		bool abbreviate;
		int want;
	} cases[] = { { "always", false, 0 }, { "force", false, 0 }, { "a", true, -2 },
		{ "al", true, 0 }, { "n", true, 1 }, { "no", true, 1 }, { "tt", true, 2 },
		{ "tt", false, -1 }, { "x", true, -1 }, { "", true, -1 }, { "alwaysx", true, -1 },
		{ "always|yes", true, -1 } };
	for (size_t i = 0; i < COUNTOF(cases); i++) {
		int got = opt_word(rows[5].words, str_from(cases[i].value), cases[i].abbreviate);
		CHECK(got == cases[i].want, "'%s': %d, not %d", cases[i].value, got, cases[i].want);
	}
	CHECK(opt_word(NULL, STR("x"), true) == -1, "no words");

	char prog[] = "prog", bad[] = "--color=purple", good[] = "--hue=fo";
	char *argv[] = { prog, bad, good, NULL };
	struct opt_parser p;
	opt_start(&p, &table, OPT_ALL, 0, OPT_ABBREVIATE, 3, argv);
	CHECK(opt_next(&p) == OPT_OPTION && opt_value(&p, true) == -1 && p.fault == OPT_BAD_WORD,
		"a bad word");
	CHECK_STR(str_from(p.message),
		STR("invalid argument 'purple' for '--color'; valid: 'always' 'never' 'auto'"));
	CHECK(opt_next(&p) == OPT_OPTION && opt_value(&p, true) == 0, "an abbreviated synonym");
}

TEST(long_arguments_are_cut)
{
	char *huge = malloc(5000), prog[] = "prog";
	struct opt_parser p;
	memset(huge, '-', 2);
	for (size_t i = 2; i < 4998; i += 2)
		memcpy(huge + i, "\xc3\xa9", 2);
	huge[4998] = '\0';
	char *argv[] = { prog, huge, NULL };
	opt_start(&p, &table, OPT_ALL, 0, OPT_ABBREVIATE, 2, argv);
	CHECK(opt_next(&p) == OPT_BAD, "no such option");
	CHECK(strlen(p.message) < sizeof(p.message), "the message ends");
	CHECK(str_ends(str_from(p.message), STR("\xc3\xa9...")), "cut between characters: %s",
		p.message);
	free(huge);
}

/* ---- against getopt_long ---- */

static const struct option gnu_long[] = { { "show-all", no_argument, NULL, T_ALL },
	{ "number", no_argument, NULL, T_NUMBER },
	{ "number-nonblank", no_argument, NULL, T_NONBLANK },
	{ "show-ends", no_argument, NULL, T_ENDS }, { "tabs", required_argument, NULL, T_TABS },
	{ "color", optional_argument, NULL, T_COLOR },
	{ "colour", optional_argument, NULL, T_COLOR }, { "hue", optional_argument, NULL, T_COLOR },
	{ "width", required_argument, NULL, T_WIDTH }, { "show", no_argument, NULL, T_SHOW },
	{ NULL, 0, NULL, 0 } };

static int gnu_id(int c)
{
	static const char letters[] = "AnbETw",
			  ids[] = { T_ALL, T_NUMBER, T_NONBLANK, T_ENDS, T_TABS, T_WIDTH };
	const char *at = c > 0 && c < 256 ? strchr(letters, c) : NULL;
	return at && c >= ' ' ? ids[at - letters] : c;
}

/* As told(), by glibc; its messages go through stderr, which is a memory stream meanwhile. */
static struct str gnu_told(char **argv)
{
	static char text[4096];
	char *copy[16] = { 0 }, *words = NULL;
	size_t n = 0, length = 0;
	int argc = 0;
	for (; argv[argc]; argc++)
		copy[argc] = argv[argc];
	FILE *kept = stderr;
	text[0] = '\0';
	optind = 0;
	for (int c;;) {
		stderr = open_memstream(&words, &length);
		c = getopt_long(argc, copy, "-AnbET:w:", gnu_long, NULL);
		fclose(stderr);
		stderr = kept;
		char *message = strstr(words, ": ");
		if (c == 1)
			n += (size_t)snprintf(text + n, sizeof(text) - n, "%s;", optarg);
		else if (c == '?')
			n += (size_t)snprintf(text + n, sizeof(text) - n, "!%.*s;",
				(int)strcspn(message, "\n"), message);
		else if (c != -1)
			n += (size_t)snprintf(text + n, sizeof(text) - n, optarg ? "%d=%s;" : "%d;",
				gnu_id(c), optarg);
		free(words);
		if (c == -1)
			break;
	}
	for (; optind < argc; optind++)
		n += (size_t)snprintf(text + n, sizeof(text) - n, "--%s;", copy[optind]);
	return str_from(text);
}

/* Ours in the same form: no fault numbers, no suggestions. */
static struct str plain_told(char **argv)
{
	static char text[4096];
	char *from = strdup(told(OPT_GNU | OPT_BAT, 0, OPT_PERMUTE | OPT_ABBREVIATE, argv).p);
	size_t n = 0;
	for (char *c = from; *c; c++) {
		if (*c == '!' && c[2] == ':') {
			n += (size_t)snprintf(text + n, sizeof(text) - n, "!: ");
			c += 2;
		} else if (str_starts(str_from(c), STR("; did you mean"))) {
			c = strchr(c, '?');
		} else {
			text[n++] = *c;
		}
	}
	text[n] = '\0';
	free(from);
	return str_from(text);
}

TEST(agrees_with_getopt)
{
	static const char *const pieces[] = { "-n", "-nb", "-w", "-w5", "-nw", "--width",
		"--width=3", "--wi", "--num", "--number", "--number-", "--show", "--show-",
		"--show-e", "--s", "--tabs", "--t=2", "--color", "--color=x", "--col",
		"--co=", "--h", "f", "-", "--", "-y", "-ny", "--none", "--number=3",
		"--show-a=", "-T", "x y", "-AEb", "-Ab5", "--c", "--w", "--ta" };
	unsigned seed = 7;
	for (int round = 0; round < 20000; round++) {
		char *argv[8] = { (char[]){ "prog" } };
		size_t count = 1 + (size_t)(seed >> 16) % 6;
		for (size_t i = 1; i <= count; i++) {
			seed = seed * 1103515245u + 12345u;
			argv[i] = (char *)(uintptr_t)pieces[(seed >> 16) % COUNTOF(pieces)];
		}
		struct str got = plain_told(argv), want = gnu_told(argv);
		if (!str_eq(got, want)) {
			CHECK_STR(got, want);
			return;
		}
	}
}
