#include "els.h"

#include "choices.h"
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

/* One of those most used. */
#define BRIEF(ID, LETTER, NAME, GROUP, HELP)                                                      \
	{ .id = ID, .letter = LETTER, .name = NAME, .dialects = OPT_GNU, .flags = OPT_BRIEF, .group = GROUP, \
		.help = HELP }

/* A plain row of the rivals' or of our own. */
#define EXTRA(ID, WHOSE, NAME, GROUP, HELP) \
	{ .id = ID, .name = NAME, .dialects = WHOSE, .group = GROUP, .help = HELP }

static const struct opt rows[] = {
	BRIEF(ELS_ALL, 'a', "all", WHICH, "include names that start with a dot"),
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
	BRIEF(ELS_RECURSIVE, 'R', "recursive", WHICH, "list subdirectories too"),
	EXTRA(ELS_SYSTEM_PROTECTED, OPT_LSD, "system-protected", WHICH, "the same as -A"),
	EXTRA(ELS_DIRECTORY_ONLY, OPT_LSD, "directory-only", WHICH,
		"as -d; with --tree, directories only"),
	{ .id = ELS_LIST_DIRS, .name = "list-dirs", .also = "treat-dirs-as-files", .dialects = OPT_EZA,
		.group = WHICH, .help = "the same as -d" },
	EXTRA(ELS_ONLY_DIRS, OPT_EZA, "only-dirs", WHICH, "directories only"),
	EXTRA(ELS_ONLY_FILES, OPT_EZA, "only-files", WHICH,
		"regular files only, and in a tree the directories above them"),
	EXTRA(ELS_SHOW_LINKS, OPT_EZA, "show-symlinks", WHICH, "show symbolic links, the default"),
	EXTRA(ELS_NO_LINKS, OPT_EZA, "no-symlinks", WHICH, "leave out symbolic links"),
	{ .id = ELS_IGNORE_GLOB, .name = "ignore-glob", .arg = OPT_REQUIRED, .value = "GLOBS",
		.dialects = OPT_LSD | OPT_EZA, .flags = OPT_REPEATS, .group = WHICH,
		.help = "leave out names that match one of these patterns, separated by |",
		.more = "Other than with -I, * also matches a dot at the start of a name. \\| is a bar." },
	{ .id = ELS_GIT_IGNORE, .name = "git-ignore", .dialects = OPT_EZA, .group = WHICH,
		.help = "leave out what git ignores" },
	{ .id = ELS_LIMIT, .name = "limit", .arg = OPT_REQUIRED, .value = "N", .dialects = OPT_OWN,
		.group = WHICH, .help = "show the first N names of each directory" },
	EXTRA(ELS_ONE_FS, OPT_OWN, "one-fs", WHICH, "with --tree, -R and --total-size, stay on the file system"),
	EXTRA(ELS_STDIN, OPT_EZA, "stdin", WHICH, "read names from standard input, one a line"),
	EXTRA(ELS_STDIN0, OPT_OWN, "stdin0", WHICH, "as --stdin, each name ended by NUL"),
	EXTRA(ELS_RECURSE, OPT_EZA, "recurse", WHICH, "the same as -R"),
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
	EXTRA(ELS_LONG_WORD, OPT_LSD | OPT_EZA, "long", LAYOUT, "the same as -l"),
	EXTRA(ELS_ONE_WORD, OPT_LSD | OPT_EZA, "oneline", LAYOUT, "the same as -1"),
	EXTRA(ELS_ACROSS_WORD, OPT_EZA, "across", LAYOUT, "the same as -x"),
	{ .id = ELS_GRID, .name = "grid", .dialects = OPT_EZA, .group = LAYOUT,
		.help = "as -C; with -l, long lines side by side",
		.more = "EZA_GRID_ROWS in the environment is the number of rows from which lines stand side by side." },
	{ .id = ELS_CLASSIC, .name = "classic", .dialects = OPT_LSD, .group = LAYOUT,
		.help = "no icons, no colours, GNU's dates" },
	{ .id = ELS_JSON, .name = "json", .dialects = OPT_OWN, .group = LAYOUT,
		.help = "one JSON object a name, with all that is known of it" },
	FLAG(ELS_ZERO, 0, "zero", LAYOUT, "end each line with NUL, not newline"),

	FLAG(ELS_INODE, 'i', "inode", COLUMNS, "show the inode number"),
	{ .id = ELS_BLOCKS, .letter = 's', .name = "size", .arg = OPT_MAYBE, .value = "MODE",
		.words = "default short bytes", .dialects = OPT_GNU | OPT_LSD, .group = COLUMNS,
		.help = "show the space each file takes, in blocks; with MODE, how sizes are written" },
	BRIEF(ELS_HUMAN, 'h', "human-readable", COLUMNS, "sizes as 1.5K, 23M, 4.0G"),
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
		.words = ELS_TIME_WORDS, .dialects = OPT_GNU,
		.group = COLUMNS, .help = "which time to show and to sort by", .initial = "mtime" },
	FLAG(ELS_CHANGED, 'c', NULL, COLUMNS, "use the time of the last status change"),
	FLAG(ELS_ACCESSED, 'u', NULL, COLUMNS, "use the time of the last access"),
	{ .id = ELS_TIME_STYLE, .name = "time-style", .arg = OPT_REQUIRED, .value = "STYLE",
		.words = "full-iso long-iso iso locale relative", .flags = OPT_LIST, .dialects = OPT_GNU, .group = COLUMNS,
		.help = "how dates are written", .initial = "locale", .more = "Or +FORMAT, as date(1) takes it." },
	FLAG(ELS_FULL_TIME, 0, "full-time", COLUMNS, "as -l --time-style=full-iso"),

	{ .id = ELS_DATE, .name = "date", .arg = OPT_REQUIRED, .value = "STYLE", .words = "date locale relative",
		.flags = OPT_LIST, .dialects = OPT_LSD, .group = COLUMNS, .help = "how dates are written",
		.more = "Or +FORMAT, as date(1) takes it." },
	{ .id = ELS_COLUMN_LIST, .name = "blocks", .arg = OPT_REQUIRED, .value = "LIST", .dialects = OPT_LSD,
		.words = ELS_COLUMN_WORDS, .flags = OPT_REPEATS | OPT_LIST | OPT_COMMAS, .group = COLUMNS,
		.help = "as -l, with these columns in this order", .more = "Separated by commas." },
	{ .id = ELS_HEADER, .name = "header", .dialects = OPT_LSD | OPT_EZA,
		.group = COLUMNS, .help = "titles over the columns of -l" },
	{ .id = ELS_PERMISSION, .name = "permission", .arg = OPT_REQUIRED, .value = "STYLE",
		.words = "rwx octal attributes disable", .dialects = OPT_LSD, .group = COLUMNS,
		.help = "how the mode is shown in -l", .initial = "rwx" },
	EXTRA(ELS_OCTAL, OPT_EZA, "octal-permissions", COLUMNS, "the mode in octal too"),
	EXTRA(ELS_LINKS, OPT_EZA, "links", COLUMNS, "the number of links"),
	EXTRA(ELS_BLOCK_COLUMN, OPT_EZA, "blocksize", COLUMNS, "the space each file takes too, behind its size"),
	EXTRA(ELS_BINARY, OPT_EZA, "binary", COLUMNS, "sizes as 1.5Ki, 23Mi"),
	EXTRA(ELS_BYTES, OPT_EZA, "bytes", COLUMNS, "sizes in bytes, digits grouped as the locale asks"),
	EXTRA(ELS_SHOW_GROUP, OPT_OWN, "show-group", COLUMNS, "show the group, whatever came before"),
	EXTRA(ELS_SMART_GROUP, OPT_EZA, "smart-group", COLUMNS,
		"the group only where its name is not the owner's"),
	EXTRA(ELS_SHOW_MODIFIED, OPT_EZA, "modified", COLUMNS, "a column with the time of the last change of content"),
	EXTRA(ELS_SHOW_ACCESSED, OPT_EZA, "accessed", COLUMNS, "a column with the time of the last access"),
	EXTRA(ELS_SHOW_CHANGED, OPT_EZA, "changed", COLUMNS, "a column with the time of the last status change"),
	EXTRA(ELS_SHOW_BORN, OPT_EZA, "created", COLUMNS, "a column with the time of creation"),
	{ .id = ELS_FLAGS, .letter = 'O', .name = "flags", .dialects = OPT_EZA, .group = COLUMNS,
		.help = "file attributes in the letters of lsattr" },
	{ .id = ELS_EXTENDED, .letter = '@', .name = "extended", .dialects = OPT_EZA, .group = COLUMNS,
		.help = "extended attributes, a line for each" },
	{ .id = ELS_MOUNTS, .letter = 'M', .name = "mounts", .dialects = OPT_EZA, .group = COLUMNS,
		.help = "behind mount points, what is mounted there" },
	EXTRA(ELS_NO_PERMISSIONS, OPT_EZA, "no-permissions", COLUMNS, "no mode in -l"),
	EXTRA(ELS_NO_SIZE, OPT_EZA, "no-filesize", COLUMNS, "no size in -l"),
	EXTRA(ELS_NO_USER, OPT_EZA, "no-user", COLUMNS, "no owner in -l"),
	EXTRA(ELS_NO_TIME, OPT_EZA, "no-time", COLUMNS, "no date in -l"),
	{ .id = ELS_TRUNCATE_AFTER, .name = "truncate-owner-after", .arg = OPT_REQUIRED, .value = "N",
		.dialects = OPT_LSD, .group = COLUMNS, .help = "cut names of users and groups after N cells" },
	{ .id = ELS_TRUNCATE_MARKER, .name = "truncate-owner-marker", .arg = OPT_REQUIRED, .value = "TEXT",
		.dialects = OPT_LSD, .group = COLUMNS, .help = "what stands behind names that were cut" },
	{ .id = ELS_TOTAL, .name = "total-size", .dialects = OPT_LSD | OPT_EZA,
		.group = COLUMNS, .help = "sizes of directories are those of all below them",
		.more = "A file with several names counts once in each directory listed, as in du -sb." },
	EXTRA(ELS_TOTAL_BLOCKS, OPT_OWN, "total-blocks", COLUMNS,
		"as --total-size, counting what is allocated on the disk"),
	EXTRA(ELS_COUNT, OPT_OWN, "count", COLUMNS, "sizes of directories are their numbers of entries"),
	{ .id = ELS_GIT, .name = "git", .dialects = OPT_LSD | OPT_EZA, .flags = OPT_BRIEF, .group = COLUMNS,
		.help = "show two letters of git's status: index and worktree",
		.more = "- unchanged, N new, ? untracked, M modified, D deleted, R renamed, T type changed, "
			"U conflict, I ignored, ~ unknown. A directory shows the most urgent below it. Repositories "
			"with SHA-256 names are asked through the git command (libgit2 reads none): without it all in them "
			"is unknown." },
	{ .id = ELS_GIT_DEPTH, .name = "git-depth", .arg = OPT_REQUIRED, .value = "WORD", .words = "full dir off",
		.dialects = OPT_OWN, .group = COLUMNS,
		.help = "what a directory's letters sum up: all below, its own files, nothing", .initial = "full" },
	{ .id = ELS_GIT_TIMEOUT, .name = "git-timeout", .arg = OPT_REQUIRED, .value = "MS",
		.dialects = OPT_OWN, .group = COLUMNS,
		.help = "letters that are not known by then are shown as ~~", .initial = "500" },

	EXTRA(ELS_NO_GIT, OPT_EZA, "no-git", COLUMNS, "no letters of git"),
	EXTRA(ELS_REPOS, OPT_EZA, "git-repos", COLUMNS, "branch and state of directories that are repositories"),
	EXTRA(ELS_REPOS_BARE, OPT_EZA, "git-repos-no-status", COLUMNS, "only the branch of such directories, which is fast"),

	BRIEF(ELS_REVERSE, 'r', "reverse", ORDER, "reverse the order"),
	BRIEF(ELS_BY_TIME, 't', NULL, ORDER, "newest first"),
	FLAG(ELS_BY_SIZE, 'S', NULL, ORDER, "largest first"),
	FLAG(ELS_BY_EXTENSION, 'X', NULL, ORDER, "by what follows the last dot"),
	FLAG(ELS_BY_VERSION, 'v', NULL, ORDER, "numbers in names by their value"),
	FLAG(ELS_UNSORTED, 'U', NULL, ORDER, "as the directory has them"),
	FLAG(ELS_UNSORTED_ALL, 'f', NULL, ORDER, "the same as -aU"),
	{ .id = ELS_SORT, .name = "sort", .arg = OPT_REQUIRED, .value = "WORD",
		.words = ELS_SORT_WORDS, .dialects = OPT_GNU,
		.group = ORDER, .help = "what to sort by", .initial = "name" },
	{ .id = ELS_BY_GIT, .name = "gitsort", .dialects = OPT_LSD, .group = ORDER,
		.help = "by git's letters, the most urgent first" },
	BRIEF(ELS_DIRS_FIRST, 0, "group-directories-first", ORDER, "directories before everything else"),
	EXTRA(ELS_DIRS_LAST, OPT_EZA, "group-directories-last", ORDER, "directories behind everything else"),
	{ .id = ELS_GROUP_DIRS, .name = "group-dirs", .arg = OPT_REQUIRED, .value = "WORD",
		.words = "none first last", .dialects = OPT_LSD, .group = ORDER, .help = "where directories stand" },
	EXTRA(ELS_NATURAL, OPT_OWN, "natural", ORDER, "numbers in names by value, letters regardless of case"),
	EXTRA(ELS_TIMESORT, OPT_LSD, "timesort", ORDER, "the same as -t"),
	EXTRA(ELS_SIZESORT, OPT_LSD, "sizesort", ORDER, "the same as -S"),
	EXTRA(ELS_EXTENSIONSORT, OPT_LSD, "extensionsort", ORDER, "the same as -X"),
	EXTRA(ELS_VERSIONSORT, OPT_LSD, "versionsort", ORDER, "the same as -v"),
	EXTRA(ELS_NO_SORT, OPT_LSD, "no-sort", ORDER, "the same as -U"),

	{ .id = ELS_COLOR, .name = "color", .also = "colour", .arg = OPT_MAYBE, .value = "WHEN", .words = WHEN,
		.dialects = OPT_GNU, .flags = OPT_BRIEF, .group = NAMES, .help = "colour names as LS_COLORS says",
		.more = "Without WHEN: always. NO_COLOR in the environment, or a TERM that is dumb, turns the default off. Where LS_COLORS is not set, the "
			"colours are those of GNU ls; darker ones on a terminal that is known to be light: EMBER_THEME is the name "
			"of a light theme, or COLORFGBG says so. The terminal itself is not asked.",
		.initial = "auto" },
	{ .id = ELS_CLASSIFY, .letter = 'F', .name = "classify", .arg = OPT_MAYBE, .value = "WHEN", .words = WHEN,
		.dialects = OPT_GNU, .group = NAMES, .help = "append one of */=@| to names, by type" },
	FLAG(ELS_FILE_TYPE, 0, "file-type", NAMES, "as -F, without *"),
	FLAG(ELS_SLASH, 'p', NULL, NAMES, "append / to directories"),
	{ .id = ELS_INDICATOR_STYLE, .name = "indicator-style", .arg = OPT_REQUIRED, .value = "WORD",
		.words = "none slash file-type classify", .dialects = OPT_GNU, .group = NAMES,
		.help = "what to append, by name", .initial = "none" },
	{ .id = ELS_HYPERLINK, .name = "hyperlink", .arg = OPT_MAYBE, .value = "WHEN", .words = WHEN,
		.dialects = OPT_GNU, .group = NAMES, .help = "make names links that a terminal can follow" },
	FLAG(ELS_ESCAPE, 'b', "escape", NAMES, "C escapes for characters that do not print"),
	FLAG(ELS_LITERAL, 'N', "literal", NAMES, "names without quotes"),
	EXTRA(ELS_NO_QUOTES, OPT_EZA, "no-quotes", NAMES, "the same as -N"),
	{ .id = ELS_ABSOLUTE, .name = "absolute", .arg = OPT_MAYBE, .value = "MODE", .words = "on off follow",
		.dialects = OPT_EZA, .group = NAMES, .help = "absolute names; follow: with links resolved" },
	EXTRA(ELS_NO_TARGET, OPT_LSD, "no-symlink", NAMES, "links without where they point to"),
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
	{ .id = ELS_ICON_MAP, .name = "icon-map", .arg = OPT_REQUIRED, .value = "FILE", .dialects = OPT_OWN,
		.offer = OPT_OFFER_FILE, .group = NAMES, .help = "icons of your own",
		.more = "Lines of the form: name KEY GLYPH, ext KEY GLYPH, dir KEY GLYPH or type KEY GLYPH. GLYPH is the "
			"character, U+ and its number, or the name of a Nerd Fonts glyph that els uses. # begins a "
			"comment. Without this option ~/.config/ember/els.icons counts." },
	{ .id = ELS_COLORS, .name = "colors", .arg = OPT_REQUIRED, .value = "KEY=SEQ", .dialects = OPT_OWN,
		.flags = OPT_REPEATS, .group = NAMES, .help = "colours, over those of the environment",
		.more = "Pairs, separated by colons: keys of LS_COLORS and EZA_COLORS, patterns (*.c), or a name: user, "
			"group, permission.read, permission.write, permission.exec, size, size.small, size.medium, "
			"size.large, inode, links, blocks, date, date.hour, date.day, date.older, header, flags, tree-edge, "
			"git-status.modified, repo.main, mount. arrow=TEXT is what stands, between blanks, before a link's target, "
			"icon-width=2 is for fonts with double icons, reset takes all colours away." },
	{ .id = ELS_COLOR_SCALE, .name = "color-scale", .also = "colour-scale", .arg = OPT_MAYBE,
		.value = "FIELDS", .words = "all age size", .flags = OPT_LIST | OPT_COMMAS, .dialects = OPT_EZA, .group = NAMES,
		.help = "sizes and dates brighter the larger and newer",
		.more = "Darker on a terminal that is known to be light (see --color). Of sixteen colours, the plain and the bright "
			"ones." },
	{ .id = ELS_SCALE_MODE, .name = "color-scale-mode", .also = "colour-scale-mode", .arg = OPT_REQUIRED,
		.value = "MODE", .words = "fixed gradient", .dialects = OPT_EZA, .group = NAMES,
		.help = "five classes, or as many shades as there are", .initial = "gradient" },
	{ .id = ELS_META_COLOR, .name = "meta-color", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_OWN, .group = NAMES, .help = "colour other columns than the name",
		.more = "Where there are 256 colours, in such as can be read on a dark and on a light ground; --colors and "
			"EZA_COLORS change them.", .initial = "auto" },
	{ .id = ELS_GUARD, .name = "guard-names", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_OWN, .group = NAMES,
		.help = "make direction marks and zero-width spaces in names visible",
		.more = "auto: on a terminal, but not with --gnu, nor with --color=never without icons.", .initial = "auto" },

	{ .id = ELS_CONFIG, .name = "config", .also = "config-file", .arg = OPT_REQUIRED, .value = "FILE",
		.dialects = OPT_OWN | OPT_LSD, .offer = OPT_OFFER_FILE, .group = OTHER,
		.help = "read options from FILE, in a pipe too" },
	{ .id = ELS_NO_CONFIG, .name = "no-config", .also = "ignore-config", .dialects = OPT_OWN | OPT_LSD,
		.group = OTHER, .help = "read no configuration file",
		.more = "Otherwise, on a terminal only, /etc/ember/els.conf and then ~/.config/ember/els.conf are read: "
			"one option a line, as on the command line; # begins a comment." },
	{ .id = ELS_GNU, .name = "gnu", .dialects = OPT_OWN, .group = OTHER,
		.help = "exactly what GNU ls prints, on a terminal too" },
	EXTRA(ELS_GENERATE_CONFIG, OPT_LSD, "generate-config", OTHER,
		"print a configuration file with every option as a comment"),
	{ .id = ELS_COMPLETION, .name = "completion", .arg = OPT_REQUIRED, .value = "SHELL",
		.words = "bash zsh fish", .dialects = OPT_OWN, .group = OTHER, .help = "print completions for a shell",
		.more = "What is installed is read by bash only when els itself is completed, so aliases of it know nothing "
			"before. `source <(els --completion=bash)` behind the aliases in ~/.bashrc has them from the start. "
			"zsh and fish look through aliases by themselves." },
	{ .id = ELS_HELP, .letter = '?', .name = "help", .arg = OPT_MAYBE, .value = "all", .words = "all",
		.dialects = OPT_GNU | OPT_EZA, .flags = OPT_BRIEF, .group = OTHER,
		.help = "show the most used options, or all" },
	{ .id = ELS_VERSION, .letter = 'V', .name = "version", .dialects = OPT_GNU | OPT_LSD,
		.flags = OPT_BRIEF, .group = OTHER, .help = "show the version" },
};

static const struct opt_section sections[] = {
	{ "DIFFERENCES FROM GNU LS",
		"In a pipe, and with --gnu on a terminal, output and status are those of GNU ls 9.10, but for these:\n\n"
		"Messages are in English and name valid words on one line. Names in them are escaped only where they would do harm.\n\n"
		"-Z shows contexts of Smack as well, and capabilities are coloured (ca), as by a GNU ls that is built for them.\n\n"
		"Sizes in units of 2^64 bytes (a block size that is too large, in the environment) do not overflow; numbers in dates "
		"that a flag _ fills up keep their place though they are wider than asked for (%_2s)." },
	{ NULL, NULL },
};

const struct opt_table els_options = {
	.program = "els",
	.purpose = "list directories: ls in a pipe, with colours and more on a terminal",
	.synopsis = "[OPTION]... [FILE]...",
	.description = "List FILEs, the current directory without any. Names come in alphabetical order.",
	.rows = rows,
	.n = COUNTOF(rows),
	.sections = sections,
	.operands = "file",
};
