#include "ecat.h"

#include "ember/base/def.h"
#include "ember/cli/opt.h"

#define BYTES "Bytes, as cat"
#define INPUT "Input"
#define OTHER "Help"

static const struct opt rows[] = {
	{ .id = ECAT_SHOW_ALL, .letter = 'A', .name = "show-all", .dialects = OPT_GNU, .group = BYTES,
		.help = "show all: the same as -vET" },
	{ .id = ECAT_NUMBER_NONBLANK, .letter = 'b', .name = "number-nonblank", .dialects = OPT_GNU,
		.group = BYTES, .help = "number lines that are not empty; wins over -n" },
	{ .id = ECAT_E, .letter = 'e', .dialects = OPT_GNU, .group = BYTES, .help = "the same as -vE" },
	{ .id = ECAT_SHOW_ENDS, .letter = 'E', .name = "show-ends", .dialects = OPT_GNU, .group = BYTES,
		.help = "show $ at the end of each line, ^M$ for CR LF" },
	{ .id = ECAT_NUMBER, .letter = 'n', .name = "number", .dialects = OPT_GNU | OPT_BAT,
		.flags = OPT_BRIEF, .group = BYTES, .help = "number all lines" },
	{ .id = ECAT_SQUEEZE, .letter = 's', .name = "squeeze-blank", .dialects = OPT_GNU | OPT_BAT,
		.flags = OPT_BRIEF, .group = BYTES, .help = "show at most one empty line in a row" },
	{ .id = ECAT_T, .letter = 't', .dialects = OPT_GNU, .group = BYTES, .help = "the same as -vT" },
	{ .id = ECAT_SHOW_TABS, .letter = 'T', .name = "show-tabs", .dialects = OPT_GNU, .group = BYTES,
		.help = "show TAB as ^I" },
	{ .id = ECAT_UNBUFFERED, .letter = 'u', .name = "unbuffered", .dialects = OPT_GNU | OPT_BAT,
		.group = BYTES, .help = "accepted; output is never held back" },
	{ .id = ECAT_SHOW_NONPRINTING, .letter = 'v', .name = "show-nonprinting", .dialects = OPT_GNU,
		.flags = OPT_BRIEF, .group = BYTES, .help = "show other bytes than LF and TAB in ^ and M- notation" },
	{ .id = ECAT_LINE_RANGE, .letter = 'r', .name = "line-range", .arg = OPT_REQUIRED, .value = "N:M",
		.dialects = OPT_BAT, .flags = OPT_BRIEF | OPT_REPEATS, .group = INPUT,
		.help = "show only these lines",
		.more = "N, N:M, N:, :M, N:+K (K more lines), N:-K (K lines before), -K: (the last K), :-K (all "
			"but the last K), -K:-J, N::C and N:M:C (with C lines of context)." },
	{ .id = ECAT_BRIEF_HELP, .letter = 'h', .dialects = OPT_BAT, .flags = OPT_BRIEF, .group = OTHER,
		.help = "show a short help" },
	{ .id = ECAT_HELP, .name = "help", .dialects = OPT_GNU | OPT_BAT, .flags = OPT_BRIEF, .group = OTHER,
		.help = "show all options" },
	{ .id = ECAT_VERSION, .letter = 'V', .name = "version", .dialects = OPT_GNU | OPT_BAT,
		.flags = OPT_BRIEF, .group = OTHER, .help = "show the version" },
};

const struct opt_table ecat_options = {
	.program = "ecat",
	.purpose = "show files: cat in a pipe, a highlighting viewer on a terminal",
	.synopsis = "[OPTION]... [FILE]...",
	.description = "Without FILE, or when FILE is -, read standard input.",
	.rows = rows,
	.n = COUNTOF(rows),
	.operands = "file",
};
