#include "ecat.h"

#include "ember/base/def.h"
#include "ember/cli/opt.h"

#define BYTES "Bytes, as cat"
#define INPUT "Input"
#define LOOK "Look"
#define LAYOUT "Layout"
#define PAGING "Paging"
#define OTHER "Help"
#define WHEN "auto always never"

static const struct opt rows[] = {
	{ .id = ECAT_SHOW_ALL, .letter = 'A', .name = "show-all",
		.dialects = OPT_GNU | OPT_BAT, .group = BYTES, .help = "show all: the same as -vET",
		.more = "Called bat, or with --nonprintable-notation: blanks, tabs, line ends and control "
			"characters as pictures, other characters by their number." },
	{ .id = ECAT_SHOW_NONPRINTABLE, .name = "show-nonprintable", .dialects = OPT_BAT, .flags = OPT_HIDDEN,
		.group = BYTES, .help = "the same as --show-all" },
	{ .id = ECAT_NUMBER_NONBLANK, .letter = 'b', .name = "number-nonblank", .dialects = OPT_GNU,
		.group = BYTES, .help = "number lines that are not empty; wins over -n" },
	{ .id = ECAT_E, .letter = 'e', .dialects = OPT_GNU, .group = BYTES, .help = "the same as -vE" },
	{ .id = ECAT_SHOW_ENDS, .letter = 'E', .name = "show-ends", .dialects = OPT_GNU, .group = BYTES,
		.help = "show $ at the end of each line, ^M$ for CR LF", .more = "Called bat, -E is --quiet-empty." },
	{ .id = ECAT_NUMBER, .letter = 'n', .name = "number", .dialects = OPT_GNU | OPT_BAT,
		.flags = OPT_BRIEF, .group = BYTES, .help = "number all lines" },
	{ .id = ECAT_SQUEEZE, .letter = 's', .name = "squeeze-blank", .dialects = OPT_GNU | OPT_BAT,
		.flags = OPT_BRIEF, .group = BYTES, .help = "show at most one empty line in a row" },
	{ .id = ECAT_SQUEEZE_LIMIT, .name = "squeeze-limit", .arg = OPT_REQUIRED, .value = "N", .dialects = OPT_BAT,
		.group = BYTES, .help = "empty lines in a row that -s shows", .initial = "1" },
	{ .id = ECAT_T, .letter = 't', .dialects = OPT_GNU, .group = BYTES, .help = "the same as -vT" },
	{ .id = ECAT_SHOW_TABS, .letter = 'T', .name = "show-tabs", .dialects = OPT_GNU, .group = BYTES,
		.help = "show TAB as ^I" },
	{ .id = ECAT_UNBUFFERED, .letter = 'u', .name = "unbuffered", .dialects = OPT_GNU | OPT_BAT,
		.group = BYTES, .help = "accepted: output is never held back" },
	{ .id = ECAT_SHOW_NONPRINTING, .letter = 'v', .name = "show-nonprinting", .dialects = OPT_GNU,
		.flags = OPT_BRIEF, .group = BYTES, .help = "show control and non-ASCII bytes as ^X and M-X" },
	{ .id = ECAT_LINE_RANGE, .letter = 'r', .name = "line-range", .arg = OPT_REQUIRED, .value = "N:M",
		.dialects = OPT_BAT, .flags = OPT_BRIEF | OPT_REPEATS, .group = INPUT,
		.help = "show only these lines",
		.more = "N, N:M, N:, :M, N:+K (K more lines), N:-K (K lines before), -K: (the last K), :-K (all "
			"but the last K), -K:-J, N::C and N:M:C (with C lines of context)." },
	{ .id = ECAT_HIGHLIGHT_LINE, .letter = 'H', .name = "highlight-line", .arg = OPT_REQUIRED, .value = "N:M",
		.dialects = OPT_BAT, .flags = OPT_REPEATS, .group = LOOK,
		.help = "mark these lines; ranges as with --line-range, counted from the start" },
	{ .id = ECAT_HIGHLIGHT_PATTERN, .name = "highlight-pattern", .arg = OPT_REQUIRED, .value = "REGEX",
		.dialects = OPT_OWN, .flags = OPT_REPEATS, .group = LOOK,
		.help = "mark what matches this regular expression" },
	{ .id = ECAT_DIFF, .letter = 'd', .name = "diff", .dialects = OPT_BAT, .group = LOOK,
		.help = "show only lines that differ from git's index",
		.more = "With --diff-context lines round them; files without changes show nothing. Without FILE: all "
			"changed files of the repository." },
	{ .id = ECAT_DIFF_CONTEXT, .name = "diff-context", .arg = OPT_REQUIRED, .value = "N", .dialects = OPT_BAT,
		.group = LOOK, .help = "lines round a change that -d shows", .initial = "2" },
	{ .id = ECAT_DIFF_BASE, .name = "diff-base", .arg = OPT_REQUIRED, .value = "REV", .dialects = OPT_OWN,
		.group = LOOK, .help = "what changes are against: index, head or a revision", .initial = "index" },
	{ .id = ECAT_LANGUAGE, .letter = 'l', .name = "language", .arg = OPT_REQUIRED, .value = "NAME",
		.dialects = OPT_BAT, .flags = OPT_BRIEF, .offer = OPT_OFFER_LANGUAGE, .group = INPUT,
		.help = "language: a name, alias or extension", .initial = "detected" },
	{ .id = ECAT_FALLBACK, .name = "fallback-syntax", .also = "fallback-language", .arg = OPT_REQUIRED,
		.value = "NAME", .dialects = OPT_BAT, .offer = OPT_OFFER_LANGUAGE, .group = INPUT,
		.help = "the language of input in which none is detected" },
	{ .id = ECAT_MAP_SYNTAX, .letter = 'm', .name = "map-syntax", .arg = OPT_REQUIRED, .value = "GLOB:NAME",
		.dialects = OPT_BAT, .flags = OPT_REPEATS, .group = INPUT,
		.help = "colour files that match GLOB as language NAME",
		.more = "GLOB is tried on the whole path and on the name, upper and lower case alike; the last one "
			"given that matches wins." },
	{ .id = ECAT_IGNORED_SUFFIX, .name = "ignored-suffix", .arg = OPT_REQUIRED, .value = "SUFFIX",
		.dialects = OPT_BAT, .flags = OPT_REPEATS, .group = INPUT,
		.help = "detect the language as if names did not end in SUFFIX" },
	{ .id = ECAT_FILE_NAME, .name = "file-name", .arg = OPT_REQUIRED, .value = "NAME", .dialects = OPT_BAT,
		.flags = OPT_REPEATS, .group = INPUT,
		.help = "show and detect the input under this name",
		.more = "Once for each input, in their order." },
	{ .id = ECAT_ENCODING, .name = "encoding", .arg = OPT_REQUIRED, .value = "NAME", .dialects = OPT_OWN,
		.group = INPUT, .help = "what the input is written in: auto, raw or a name that iconv knows",
		.initial = "auto" },
	{ .id = ECAT_BINARY, .name = "binary", .arg = OPT_REQUIRED, .value = "HOW", .words = "no-printing as-text",
		.dialects = OPT_BAT, .group = INPUT, .help = "what a binary file shows", .initial = "no-printing" },
	{ .id = ECAT_QUIET_EMPTY, .name = "quiet-empty", .dialects = OPT_BAT, .group = INPUT,
		.help = "show nothing at all for empty input" },
	{ .id = ECAT_LESSOPEN, .name = "lessopen", .dialects = OPT_BAT, .group = INPUT,
		.help = "let the command of $LESSOPEN prepare each input" },
	{ .id = ECAT_NO_LESSOPEN, .name = "no-lessopen", .dialects = OPT_BAT, .group = INPUT,
		.help = "undo --lessopen" },
	{ .id = ECAT_STRIP_ANSI, .name = "strip-ansi", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_BAT, .group = INPUT, .help = "take escape sequences out of the input",
		.more = "auto: unless it is plain text.", .initial = "never" },
	{ .id = ECAT_SANITIZE, .name = "sanitize", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_BAT, .group = INPUT,
		.help = "as --strip-ansi, and U+FFFD in place of each invisible character",
		.initial = "never" },
	{ .id = ECAT_RAW, .name = "raw-control-chars", .dialects = OPT_OWN | OPT_LESS, .group = INPUT,
		.help = "let every control character and escape sequence pass",
		.more = "What the input holds can then change the terminal. Otherwise colours and links pass and "
			"the rest is shown in visible notation." },
	{ .id = ECAT_NOTATION, .name = "nonprintable-notation", .arg = OPT_REQUIRED, .value = "HOW",
		.words = "unicode caret", .dialects = OPT_BAT, .group = LOOK,
		.help = "show all (-A) in this notation", .initial = "unicode" },
	{ .id = ECAT_MAX_HIGHLIGHT, .name = "max-highlight-line", .arg = OPT_REQUIRED, .value = "BYTES",
		.dialects = OPT_OWN, .group = LOOK, .help = "longer lines are not coloured", .initial = "16384" },
	{ .id = ECAT_PLAIN, .letter = 'p', .name = "plain", .dialects = OPT_BAT, .flags = OPT_BRIEF | OPT_REPEATS,
		.group = LOOK, .help = "colours only; twice: without the pager too" },
	{ .id = ECAT_STYLE, .name = "style", .arg = OPT_REQUIRED, .value = "LIST", .dialects = OPT_BAT,
		.flags = OPT_BRIEF | OPT_REPEATS, .group = LOOK, .help = "what to show round the text",
		.more = "A list of changes, grid, rule, header, header-filename, header-filesize, numbers, snip; or "
			"default, full, auto, plain. A list whose words all begin with + or - edits what was "
			"chosen before.",
		.initial = "default" },
	{ .id = ECAT_THEME, .name = "theme", .arg = OPT_REQUIRED, .value = "NAME", .dialects = OPT_BAT,
		.flags = OPT_BRIEF, .offer = OPT_OFFER_THEME, .group = LOOK, .help = "the colours",
		.more = "A theme's name, or auto, dark, light.", .initial = "auto" },
	{ .id = ECAT_THEME_DARK, .name = "theme-dark", .arg = OPT_REQUIRED, .value = "NAME", .dialects = OPT_BAT,
		.offer = OPT_OFFER_THEME, .group = LOOK, .help = "the colours on a dark background" },
	{ .id = ECAT_THEME_LIGHT, .name = "theme-light", .arg = OPT_REQUIRED, .value = "NAME", .dialects = OPT_BAT,
		.offer = OPT_OFFER_THEME, .group = LOOK, .help = "the colours on a light background" },
	{ .id = ECAT_COLOR, .name = "color", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_BAT, .flags = OPT_BRIEF, .group = LOOK, .help = "when to use colours",
		.initial = "auto" },
	{ .id = ECAT_DECORATIONS, .name = "decorations", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_BAT, .group = LOOK, .help = "when to show what --style asks for", .initial = "auto" },
	{ .id = ECAT_FORCE, .letter = 'f', .name = "force-colorization", .dialects = OPT_BAT, .flags = OPT_BRIEF,
		.group = LOOK, .help = "colours and decorations in a pipe too" },
	{ .id = ECAT_ITALIC, .name = "italic-text", .arg = OPT_REQUIRED, .value = "WHEN", .words = "always never",
		.dialects = OPT_BAT, .group = LOOK, .help = "whether italics are shown", .initial = "never" },
	{ .id = ECAT_HYPERLINK, .name = "hyperlink", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_OWN, .group = LOOK, .help = "make file names and line numbers links",
		.initial = "never" },
	{ .id = ECAT_HYPERLINK_FORMAT, .name = "hyperlink-format", .arg = OPT_REQUIRED, .value = "FORMAT",
		.dialects = OPT_OWN, .group = LOOK, .help = "what links point to: {host}, {path}, {line}",
		.initial = "file://{host}{path}#{line}" },
	{ .id = ECAT_WRAP, .name = "wrap", .arg = OPT_REQUIRED, .value = "MODE",
		.words = "auto never character word", .dialects = OPT_BAT, .flags = OPT_BRIEF, .group = LAYOUT,
		.help = "how long lines are broken", .initial = "auto" },
	{ .id = ECAT_CHOP, .letter = 'S', .name = "chop-long-lines", .dialects = OPT_BAT | OPT_LESS, .group = LAYOUT,
		.help = "do not wrap: the same as --wrap=never" },
	{ .id = ECAT_TABS, .name = "tabs", .arg = OPT_REQUIRED, .value = "N", .dialects = OPT_BAT, .group = LAYOUT,
		.help = "cells between tab stops; 0 lets TAB pass", .initial = "8, called bat 4" },
	{ .id = ECAT_TERMINAL_WIDTH, .name = "terminal-width", .arg = OPT_REQUIRED, .value = "N",
		.dialects = OPT_BAT, .group = LAYOUT, .help = "lay out for so many columns",
		.more = "+N and -N are relative to the terminal's own width." },
	{ .id = ECAT_PAGING, .name = "paging", .arg = OPT_REQUIRED, .value = "WHEN", .words = WHEN,
		.dialects = OPT_BAT, .flags = OPT_BRIEF, .group = PAGING, .help = "when to show the output in the pager",
		.more = "auto: on a terminal, where it does not fit one screen.", .initial = "auto" },
	{ .id = ECAT_NO_PAGING, .letter = 'P', .name = "no-paging", .also = "no-pager", .dialects = OPT_BAT,
		.group = PAGING, .help = "the same as --paging=never" },
	{ .id = ECAT_PAGER, .name = "pager", .arg = OPT_REQUIRED, .value = "COMMAND", .dialects = OPT_BAT,
		.group = PAGING, .help = "page with this command in place of our own", .initial = "builtin" },
	{ .id = ECAT_TITLE, .name = "set-terminal-title", .dialects = OPT_BAT, .group = PAGING,
		.help = "show the names in the terminal's title while paging" },
	{ .id = ECAT_BAT, .name = "bat", .dialects = OPT_OWN, .flags = OPT_FIRST, .group = OTHER,
		.help = "behave as when called bat; counts as the first argument only",
		.more = "For an alias: alias bat='ecat --bat'." },
	{ .id = ECAT_LIST_LANGUAGES, .letter = 'L', .name = "list-languages", .dialects = OPT_BAT,
		.flags = OPT_BRIEF, .group = OTHER, .help = "list languages with their extensions" },
	{ .id = ECAT_LIST_THEMES, .name = "list-themes", .dialects = OPT_BAT, .flags = OPT_BRIEF, .group = OTHER,
		.help = "list themes" },
	{ .id = ECAT_COMPLETION, .name = "completion", .arg = OPT_REQUIRED, .value = "SHELL", .words = "bash fish zsh",
		.dialects = OPT_BAT, .group = OTHER, .help = "write the completion script of a shell" },
	{ .id = ECAT_GENERATE, .name = "generate-config-file", .dialects = OPT_BAT, .group = OTHER,
		.help = "write a sample configuration file" },
	{ .id = ECAT_NO_CONFIG, .name = "no-config", .dialects = OPT_BAT, .group = OTHER,
		.help = "leave out the configuration files, EMBER_OPTS and BAT_OPTS" },
	{ .id = ECAT_NO_CUSTOM, .name = "no-custom-assets", .dialects = OPT_BAT, .group = OTHER,
		.help = "leave out the syntaxes and themes of your own folders" },
	{ .id = ECAT_CONFIG_FILE, .name = "config-file", .dialects = OPT_BAT, .group = OTHER,
		.help = "tell where the configuration file is looked for" },
	{ .id = ECAT_CONFIG_DIR, .name = "config-dir", .dialects = OPT_BAT, .group = OTHER,
		.help = "tell the folder of the configuration file, syntaxes and themes" },
	{ .id = ECAT_CACHE_DIR, .name = "cache-dir", .dialects = OPT_BAT, .group = OTHER,
		.help = "tell the folder where compiled syntaxes and themes are kept" },
	{ .id = ECAT_DIAGNOSTIC, .name = "diagnostic", .also = "diagnostics", .dialects = OPT_BAT, .group = OTHER,
		.help = "tell version, engine, pack, terminal, files and environment, for a report" },
	{ .id = ECAT_ACKNOWLEDGEMENTS, .name = "acknowledgements", .dialects = OPT_BAT, .group = OTHER,
		.help = "show the licences of the grammars and themes" },
	{ .id = ECAT_DUMP_TOKENS, .name = "dump-tokens", .dialects = OPT_OWN, .flags = OPT_HIDDEN, .group = OTHER,
		.help = "write the tokens of each line as JSON" },
	{ .id = ECAT_BRIEF_HELP, .letter = 'h', .dialects = OPT_BAT, .flags = OPT_BRIEF, .group = OTHER,
		.help = "show a short help" },
	{ .id = ECAT_HELP, .name = "help", .dialects = OPT_GNU | OPT_BAT, .flags = OPT_BRIEF, .group = OTHER,
		.help = "show all options" },
	{ .id = ECAT_VERSION, .letter = 'V', .name = "version", .dialects = OPT_GNU | OPT_BAT,
		.flags = OPT_BRIEF, .group = OTHER, .help = "show the version" },
};

static const struct opt_section sections[] = {
	{ "CALLED CAT, CALLED BAT",
		"An option that cat has means what it means for cat, whatever the name; called cat (a link), ecat also shows "
		"neither frame nor pager by default. Long options may be cut short.\n\n"
		"Called bat or batcat, or with --bat as the first argument, bat's meaning wins: -n numbers each file anew and "
		"shows blanks in place of TABs, -A shows pictures, -s counts each file anew and takes CR LF for an empty line, "
		"-E is --quiet-empty; bat's configuration files count in pipes too, messages begin with [bat error] or "
		"[bat warning], and a wrong command line ends with status 2. Long options are written out." },
	{ "EXIT STATUS",
		"0: all inputs were shown. 1: an input could not be read, output could not be written, or the command line is "
		"wrong (called bat: 2). Killed by SIGPIPE when the reader of a pipe goes away." },
	{ "INPUT",
		"UTF-8, UTF-16 and UTF-32 are known by their byte order mark, the latter two also by their zero bytes. "
		"Where no byte beyond ASCII belongs to UTF-8, CP1252 is taken; --encoding says otherwise. Bad bytes are "
		"shown as <E9>. In a pipe all bytes pass as they are, unless --encoding, --strip-ansi or --sanitize is "
		"given on the command line.\n\n"
		"Colours (SGR) and links (OSC 8) of the input are kept; every other escape sequence is shown in visible "
		"notation. A terminal whose locale (LC_ALL, LC_CTYPE, LANG) is not UTF-8 gets its own characters, with ? for "
		"what it cannot show; where none of the three is set, UTF-8 is taken for granted.\n\n"
		"Lines far down a file that --line-range asks for are coloured as if the 300 lines before them were the start, "
		"where more than 2000 lines come before them." },
	{ "LESSOPEN",
		"With --lessopen the shell command in LESSOPEN prepares each input; %s, exactly once, stands for the name, "
		"quoted. '|command': what it writes is shown, unless it writes nothing. '||command': also when it "
		"succeeds and writes nothing. '-' in front of the command: for standard input too. Without '|' it writes the "
		"name of a file to show. LESSCLOSE is run afterwards. The sandbox is left out." },
	{ "PAGER",
		"The pager built in takes less's keys (h lists them). Each file is a document of its own: SPACE at its end, or :n, goes "
		"on to the next one, :p back. Folders and what cannot be read come last, and are told at the end; where all fits "
		"one screen, each in its place. G, and searches, read a file up to where they lead and keep some 30 bytes of memory for each of its lines; --line-range=-20: "
		"shows the end of a file of any size at once.\n\n"
		"The pager is the first of --pager, EMBER_PAGER, BAT_PAGER and PAGER that is there, else the one built in, which "
		"\"builtin\" names too. It is a command in the shell's quotes, run without a shell. Nothing, or cat, is no pager. "
		"PAGER is set on most systems without anyone's choice: in it less, more, most, bat and ecat mean the one built in; "
		"called bat, less, more and most start less.\n\n"
		"less without arguments of its own, or from PAGER, gets -R, -F where paging is auto, -S with --wrap=never, and -K. "
		"A command that cannot be started is told, and the output is not paged. Paged by a command, the sandbox and all "
		"else of ecat are as without a pager." },
	{ "FILES",
		"/etc/ember/ecat.conf, then $EMBER_CONFIG or $XDG_CONFIG_HOME/ember/ecat.conf (~/.config): options, one "
		"or more a line, as --tabs=4, --tabs 4 or tabs = 4, in the shell's quotes; # begins a comment. They are read "
		"only for output on a terminal, or when --color=always, --decorations=always or -f is on the command line. "
		"Options about operands and bytes (-r -H -d -A -b -e -E -n -s -t -T -v --file-name) are refused, a bad entry is "
		"told with file and line and passed over, names that nobody knows and lines that are not UTF-8 too. A file that others may write is passed over where it sets "
		"--lessopen or --pager.\n\n"
		"bat's files, /etc/bat/config and $BAT_CONFIG_PATH, $BAT_CONFIG_DIR/config or $XDG_CONFIG_HOME/bat/config, are "
		"read where there is no file of ecat's, and in place of it called bat. Options in them that ecat does not "
		"have are passed over." },
	{ "SYNTAXES AND THEMES",
		"Files in the folders syntaxes and themes below $XDG_CONFIG_HOME/ember (~/.config/ember), and below bat's "
		"configuration folder, add to what is built in: grammars as .sublime-syntax, .tmLanguage, .tmLanguage.json "
		"or .json, themes as .tmTheme or VS Code's .json, in folders within too. The file's name without its ending "
		"is the name of the language or theme; one of the same name (for a language: of the same display name or "
		"scope) takes the place of the built-in one, except where built-in grammars embed that. A grammar with "
		"injectionSelector says in \"injectTo\", a list of scopes, which languages it goes into.\n\n"
		"They are compiled when they are first seen and again when one is new, changed or gone; the result is kept "
		"in the cache folder. A file that is broken is named in a warning at that time and left out. "
		"'ecat cache --build' compiles now, 'ecat cache --clear' empties the cache." },
	{ "ENVIRONMENT",
		"None of these changes what goes into a pipe or a file, unless called bat.\n\n"
		"EMBER_OPTS, BAT_OPTS: options in place of those of all configuration files.\n\n"
		"EMBER_STYLE, EMBER_THEME, EMBER_THEME_DARK, EMBER_THEME_LIGHT, EMBER_TABS, EMBER_PAGING (or BAT_ in place "
		"of EMBER_): defaults for the options of these names.\n\n"
		"EMBER_PAGER, BAT_PAGER, PAGER: see PAGER.\n\n"
		"EMBER_CONFIG, BAT_CONFIG_PATH, BAT_CONFIG_DIR: see FILES.\n\n"
		"LESSOPEN, LESSCLOSE: see LESSOPEN.\n\n"
		"BAT_WIDTH, FZF_PREVIEW_COLUMNS, COLUMNS: the width; the terminal's own comes after the first.\n\n"
		"NO_COLOR, CLICOLOR_FORCE, COLORTERM, TERM: whether there are colours, and how many.\n\n"
		"LESS: the pager reads the letters that it knows.\n\n"
		"MAN_PN: set by man for its pager; the input is then a manual page.\n\n"
		"POSIXLY_CORRECT: options end at the first operand." },
	{ "WITH OTHER PROGRAMS",
		"alias cat=ecat, or with -p for text without frames. Scripts and other programs see no alias, and a pipe or a "
		"file gets cat's bytes in any case. For bat, a link of that name is seen by all of them.\n\n"
		"git config core.pager ecat: git's colours are kept, and changes are not framed.\n\n"
		"export MANPAGER=ecat: pages of man as a document with headings and options in colour.\n\n"
		"COMMAND --help | ecat -l help: the same for the help of a program.\n\n"
		"Previews of fzf, lf, ranger, yazi and nnn: ecat --color=always --style=numbers --line-range=:500 FILE, and "
		"--terminal-width=N where the caller knows it. It reads no further than that and asks the terminal nothing." },
	{ "DEVIATIONS FROM CAT",
		"--help and --version write ecat's own text. Messages carry the name that ecat was called by. Letters and "
		"words that cat refuses may be options here, such as -d, -l, -p and -r.\n\n"
		"On a terminal a text is shown, not sent: control characters, a lone CR too, and escape sequences other than "
		"colours and links appear in visible notation, a binary file as one line that says so. The last line ends with "
		"a newline where a frame or numbers stand beside it. Where the terminal is not UTF-8, ? stands for what it "
		"lacks.\n\n"
		"ecat is one file that holds its grammars: with less than 40 MB of address space (ulimit -v) it does not start." },
	{ "DEVIATIONS FROM BAT",
		"Called bat, ecat writes what bat 0.26.1 writes, but for these:\n\n"
		"The number column is as wide as the last line's number needs, so that numbers of 10000 and more do not shift "
		"the text: bat's is four wide and grows on the way.\n\n"
		"Bad bytes of UTF-8 are shown as <E9>: bat's U+FFFD hides which byte it was. Control characters and escape "
		"sequences other than colours and links are shown in visible notation: a viewed file does not control the "
		"terminal. --raw-control-chars has them pass.\n\n"
		"A binary file shows one line that names -A under its header, too: bat tells nothing there.\n\n"
		"With --color=never, --highlight-line shows no background and the input's own colours are left out: bat colours "
		"all the same. No line to highlight is counted from the end. --strip-ansi and --sanitize count in a pipe, too, "
		"where they also decode. A file that holds nothing but a byte order mark is empty. With --binary=as-text or -A, an empty file's frame is the usual one; "
		"-A shows UTF-16 byte by byte, a line ending at each LF.\n\n"
		"TAB stops and the names in headers are laid out by columns: bat counts bytes and characters, those of its "
		"colours too. A TAB that passes (--tabs=0) takes a column. The size of standard input is shown where it is a "
		"file, that of /proc's files as it is read, that of a device as -. COLUMNS tells the width where no terminal "
		"does, CLICOLOR_FORCE=1 colours text in a pipe.\n\n"
		"-K:-J is a range of lines: bat calls it an error. -0: is no line, and a range that counts from the end beyond "
		"the first line leaves the other ranges alone. Of a pipe, -r reads what comes first for all its operands -: bat "
		"leaves a rest to the second one. -np in one word is -n -p, too, and heeds --tabs. An option such as -s may be given twice; of -f and --color or "
		"--decorations the last counts. "
		"--map-syntax to an unknown language is a warning where its glob matches: bat then shows nothing.\n\n"
		"-p together with -d keeps change marks and cut lines, as bat's next version does. -d without operands on a "
		"terminal shows all changed files.\n\n"
		"cat's letters -b -e -t -T -v, which bat does not have, mean what they mean for cat. --help, --version, lists "
		"and completions write ecat's own text; messages have their own words and no colours.\n\n"
		"Languages and themes are VS Code's: bat's names stand for them, the colours are not bat's.\n\n"
		"UTF-32 and text of one byte a character (CP1252) are decoded: bat shows bad characters, "
		"and takes the lines of UTF-16BE for others than they are." },
	{ NULL, NULL },
};

const struct opt_table ecat_options = {
	.program = "ecat",
	.purpose = "show files: cat in a pipe, a highlighting viewer on a terminal",
	.synopsis = "[OPTION]... [FILE]...",
	.description = "Without FILE, or when FILE is -, read standard input.\n\n"
		       "Into a pipe or a file the bytes go as cat sends them, with all of cat's options. On a terminal, "
		       "or with -f, --color=always or --decorations=always, text is coloured by its language, framed, "
		       "and shown in a pager where it does not fit the screen. Called \"cat\", it shows neither frame "
		       "nor pager by default.",
	.sections = sections,
	.rows = rows,
	.n = COUNTOF(rows),
	.operands = "file",
};
