#include "els.h"

#include "ember/base/def.h"
#include "ember/cli/opt.h"

#define WHICH "Which names"
#define LAYOUT "Layout"
#define COLUMNS "Columns"
#define ORDER "Order"
#define NAMES "Names"
#define OTHER "Help"
#define WHEN "always|yes|force never|no|none auto|tty|if-tty"

/* A plain row of GNU's. */
#define FLAG(ID, LETTER, NAME, GROUP, HELP) \
	{ .id = ID, .letter = LETTER, .name = NAME, .dialects = OPT_GNU, .group = GROUP, .help = HELP }

static const struct opt rows[] = {
	FLAG(ELS_ALL, 'a', "all", WHICH, "include names that start with a dot"),
	FLAG(ELS_ALMOST_ALL, 'A', "almost-all", WHICH, "as -a, without . and .."),
	FLAG(ELS_IGNORE_BACKUPS, 'B', "ignore-backups", WHICH, "leave out names that end with ~"),
	FLAG(ELS_DIRECTORY, 'd', "directory", WHICH, "list directories themselves, not what is in them"),
	{ .id = ELS_IGNORE, .letter = 'I', .name = "ignore", .arg = OPT_REQUIRED, .value = "PATTERN",
		.dialects = OPT_GNU, .flags = OPT_REPEATS, .group = WHICH,
		.help = "leave out names that match this shell pattern" },
	{ .id = ELS_HIDE, .name = "hide", .arg = OPT_REQUIRED, .value = "PATTERN", .dialects = OPT_GNU,
		.flags = OPT_REPEATS, .group = WHICH, .help = "as -I, unless -a or -A is given" },
	FLAG(ELS_FOLLOW_ARGS, 'H', "dereference-command-line", WHICH,
		"follow symbolic links that are given as arguments"),
	FLAG(ELS_FOLLOW_ARGS_TO_DIRS, 0, "dereference-command-line-symlink-to-dir", WHICH,
		"follow those that lead to directories; the default without -l, -d and -F"),
	FLAG(ELS_FOLLOW, 'L', "dereference", WHICH, "show what symbolic links point to, not the links"),
	FLAG(ELS_RECURSIVE, 'R', "recursive", WHICH, "list subdirectories too"),
	{ .id = ELS_DEPTH, .name = "depth", .also = "level", .arg = OPT_REQUIRED, .value = "N",
		.dialects = OPT_LSD | OPT_EZA, .group = WHICH,
		.help = "levels below the arguments for --tree and -R, 0 = the arguments only" },
	{ .id = ELS_FOLLOW_LINKS, .name = "follow-symlinks", .dialects = OPT_EZA, .group = WHICH,
		.help = "in a tree, go into links to directories too" },

	{ .id = ELS_LONG, .letter = 'l', .dialects = OPT_GNU, .flags = OPT_BRIEF,
		.group = LAYOUT, .help = "one line a name, with mode, links, owners, size and date" },
	FLAG(ELS_DIRED, 'D', "dired", LAYOUT, "as -l, followed by where the names are, for Emacs"),
	FLAG(ELS_ONE, '1', NULL, LAYOUT, "one name a line; the default where output is no terminal"),
	FLAG(ELS_COLUMNS, 'C', NULL, LAYOUT, "columns, filled downwards; the default on a terminal"),
	FLAG(ELS_ACROSS, 'x', NULL, LAYOUT, "columns, filled across"),
	FLAG(ELS_COMMAS, 'm', NULL, LAYOUT, "names in lines, separated by commas"),
	{ .id = ELS_FORMAT, .name = "format", .arg = OPT_REQUIRED, .value = "WORD",
		.words = "verbose|long commas horizontal|across vertical single-column", .dialects = OPT_GNU,
		.group = LAYOUT, .help = "the layout by name" },
	{ .id = ELS_WIDTH, .letter = 'w', .name = "width", .arg = OPT_REQUIRED, .value = "COLS",
		.dialects = OPT_GNU, .group = LAYOUT, .help = "assume lines of this width, 0 = endless" },
	{ .id = ELS_TAB_SIZE, .letter = 'T', .name = "tabsize", .arg = OPT_REQUIRED, .value = "COLS",
		.dialects = OPT_GNU, .group = LAYOUT, .help = "tab stops in columns, 0 = use blanks",
		.initial = "8" },
	{ .id = ELS_TREE, .name = "tree", .dialects = OPT_LSD | OPT_EZA, .flags = OPT_BRIEF, .group = LAYOUT,
		.help = "directories and all below them as a tree" },
	FLAG(ELS_ZERO, 0, "zero", LAYOUT, "end each line with NUL, not newline"),

	FLAG(ELS_INODE, 'i', "inode", COLUMNS, "show the inode number"),
	FLAG(ELS_BLOCKS, 's', "size", COLUMNS, "show the space each file takes, in blocks"),
	FLAG(ELS_HUMAN, 'h', "human-readable", COLUMNS, "sizes as 1.5K, 23M, 4.0G"),
	FLAG(ELS_SI, 0, "si", COLUMNS, "as -h, in powers of 1000"),
	{ .id = ELS_BLOCK_SIZE, .name = "block-size", .arg = OPT_REQUIRED, .value = "SIZE",
		.dialects = OPT_GNU, .group = COLUMNS, .help = "show sizes in units of SIZE: 1024, K, MB, 'M, si" },
	FLAG(ELS_KIBIBYTES, 'k', "kibibytes", COLUMNS, "blocks of 1024 bytes for -s and totals"),
	FLAG(ELS_NO_OWNER, 'g', NULL, COLUMNS, "as -l, without the owner"),
	FLAG(ELS_LONG_NO_GROUP, 'o', NULL, COLUMNS, "as -l, without the group"),
	FLAG(ELS_NO_GROUP, 'G', "no-group", COLUMNS, "no group in -l"),
	FLAG(ELS_NUMERIC, 'n', "numeric-uid-gid", COLUMNS, "as -l, with numbers of users and groups"),
	FLAG(ELS_AUTHOR, 0, "author", COLUMNS, "show the author too in -l"),
	FLAG(ELS_CONTEXT, 'Z', "context", COLUMNS, "show the security context, ? if there is none"),
	{ .id = ELS_TIME, .name = "time", .arg = OPT_REQUIRED, .value = "WORD",
		.words = "atime|access|use ctime|status mtime|modification birth|creation", .dialects = OPT_GNU,
		.group = COLUMNS, .help = "which time to show and to sort by", .initial = "mtime" },
	FLAG(ELS_CHANGED, 'c', NULL, COLUMNS, "use the time of the last status change"),
	FLAG(ELS_ACCESSED, 'u', NULL, COLUMNS, "use the time of the last access"),
	{ .id = ELS_TIME_STYLE, .name = "time-style", .arg = OPT_REQUIRED, .value = "STYLE",
		.dialects = OPT_GNU, .group = COLUMNS,
		.help = "full-iso, long-iso, iso, locale or +FORMAT, as date(1) takes it", .initial = "locale" },
	FLAG(ELS_FULL_TIME, 0, "full-time", COLUMNS, "as -l --time-style=full-iso"),

	{ .id = ELS_GIT, .name = "git", .dialects = OPT_LSD | OPT_EZA, .flags = OPT_BRIEF, .group = COLUMNS,
		.help = "show two letters of git's status: index and worktree",
		.more = "- unchanged, N new, ? untracked, M modified, D deleted, R renamed, T type changed, "
			"U conflict, I ignored, ~ unknown. A directory shows the most urgent below it." },
	{ .id = ELS_GIT_DEPTH, .name = "git-depth", .arg = OPT_REQUIRED, .value = "WORD", .words = "full dir off",
		.dialects = OPT_OWN, .group = COLUMNS,
		.help = "what a directory's letters sum up: all below, its own files, nothing", .initial = "full" },
	{ .id = ELS_GIT_TIMEOUT, .name = "git-timeout", .arg = OPT_REQUIRED, .value = "MS",
		.dialects = OPT_OWN, .group = COLUMNS,
		.help = "letters that are not known by then are shown as ~~", .initial = "500" },

	FLAG(ELS_REVERSE, 'r', "reverse", ORDER, "reverse the order"),
	FLAG(ELS_BY_TIME, 't', NULL, ORDER, "newest first"),
	FLAG(ELS_BY_SIZE, 'S', NULL, ORDER, "largest first"),
	FLAG(ELS_BY_EXTENSION, 'X', NULL, ORDER, "by what follows the last dot"),
	FLAG(ELS_BY_VERSION, 'v', NULL, ORDER, "numbers in names by their value"),
	FLAG(ELS_UNSORTED, 'U', NULL, ORDER, "as the directory has them"),
	FLAG(ELS_UNSORTED_ALL, 'f', NULL, ORDER, "the same as -aU"),
	{ .id = ELS_SORT, .name = "sort", .arg = OPT_REQUIRED, .value = "WORD",
		.words = "name none size time version extension width", .dialects = OPT_GNU,
		.group = ORDER, .help = "the order by name", .initial = "name" },
	{ .id = ELS_BY_GIT, .name = "gitsort", .dialects = OPT_LSD, .group = ORDER,
		.help = "by git's letters, the most urgent first" },
	FLAG(ELS_DIRS_FIRST, 0, "group-directories-first", ORDER, "directories before everything else"),

	{ .id = ELS_COLOR, .name = "color", .also = "colour", .arg = OPT_MAYBE, .value = "WHEN", .words = WHEN,
		.dialects = OPT_GNU, .flags = OPT_BRIEF, .group = NAMES, .help = "colour names as LS_COLORS says",
		.more = "Without WHEN: always. NO_COLOR in the environment turns the default off.",
		.initial = "auto" },
	{ .id = ELS_CLASSIFY, .letter = 'F', .name = "classify", .arg = OPT_MAYBE, .value = "WHEN", .words = WHEN,
		.dialects = OPT_GNU, .group = NAMES, .help = "append one of */=@| to names, by type" },
	FLAG(ELS_FILE_TYPE, 0, "file-type", NAMES, "as -F, without *"),
	FLAG(ELS_SLASH, 'p', NULL, NAMES, "append / to directories"),
	{ .id = ELS_INDICATOR_STYLE, .name = "indicator-style", .arg = OPT_REQUIRED, .value = "WORD",
		.words = "none slash file-type classify", .dialects = OPT_GNU, .group = NAMES,
		.help = "what to append, by name", .initial = "none" },
	FLAG(ELS_ESCAPE, 'b', "escape", NAMES, "C escapes for characters that do not print"),
	FLAG(ELS_LITERAL, 'N', "literal", NAMES, "names without quotes"),
	FLAG(ELS_QUOTE_NAME, 'Q', "quote-name", NAMES, "names in double quotes"),
	FLAG(ELS_HIDE_CONTROL, 'q', "hide-control-chars", NAMES, "? for characters that do not print"),
	FLAG(ELS_SHOW_CONTROL, 0, "show-control-chars", NAMES, "such characters as they are"),
	{ .id = ELS_QUOTING_STYLE, .name = "quoting-style", .arg = OPT_REQUIRED, .value = "WORD",
		.words = QUOTE_WORDS, .dialects = OPT_GNU, .group = NAMES, .help = "how names are quoted" },
	{ .id = ELS_ICONS, .name = "icons", .also = "icon", .arg = OPT_MAYBE, .value = "WHEN",
		.words = "always auto never nerd unicode test", .dialects = OPT_LSD | OPT_EZA, .flags = OPT_BRIEF,
		.group = NAMES, .help = "a picture before each name, by type, name and extension",
		.more = "nerd needs a font with the Nerd Fonts symbols, unicode does not; always takes the set in "
			"EMBER_ICONS, else nerd. auto shows icons on a terminal that is known to have them, or "
			"where EMBER_ICONS says so. test shows samples to choose by.", .initial = "auto" },
	{ .id = ELS_ICON_THEME, .name = "icon-theme", .arg = OPT_REQUIRED, .value = "WORD",
		.words = "fancy unicode", .dialects = OPT_LSD, .group = NAMES, .help = "which set --icons=always takes" },
	{ .id = ELS_META_COLOR, .name = "meta-color", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_OWN, .group = NAMES, .help = "colour other columns than the name", .initial = "auto" },
	{ .id = ELS_GUARD, .name = "guard-names", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_OWN, .group = NAMES,
		.help = "make direction marks and zero-width spaces in names visible",
		.more = "auto: on a terminal, where colours are shown.", .initial = "auto" },

	{ .id = ELS_CONFIG, .name = "config", .also = "config-file", .arg = OPT_REQUIRED, .value = "FILE",
		.dialects = OPT_OWN | OPT_LSD, .offer = OPT_OFFER_FILE, .group = OTHER,
		.help = "read options from FILE, in a pipe too" },
	{ .id = ELS_NO_CONFIG, .name = "no-config", .also = "ignore-config", .dialects = OPT_OWN | OPT_LSD,
		.group = OTHER, .help = "read no configuration file",
		.more = "Otherwise, on a terminal only, /etc/ember/els.conf and then ~/.config/ember/els.conf are read: "
			"one option a line, as on the command line; # begins a comment." },
	{ .id = ELS_GNU, .name = "gnu", .dialects = OPT_OWN, .group = OTHER,
		.help = "exactly what GNU ls prints, on a terminal too" },
	{ .id = ELS_HELP, .letter = '?', .name = "help", .dialects = OPT_GNU | OPT_EZA, .flags = OPT_BRIEF,
		.group = OTHER, .help = "show this help" },
	{ .id = ELS_VERSION, .letter = 'V', .name = "version", .dialects = OPT_GNU | OPT_LSD,
		.flags = OPT_BRIEF, .group = OTHER, .help = "show the version" },
};

const struct opt_table els_options = {
	.program = "els",
	.purpose = "list directories: ls in a pipe, with colours and more on a terminal",
	.synopsis = "[OPTION]... [FILE]...",
	.description = "List FILEs, the current directory without any. Names come in alphabetical order.",
	.rows = rows,
	.n = COUNTOF(rows),
	.operands = "file",
};
