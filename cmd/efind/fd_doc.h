/* fd_doc: what the man page says on fd's language behind the options. */
#ifndef EMBER_CMD_EFIND_FD_DOC_H
#define EMBER_CMD_EFIND_FD_DOC_H

#define FD_IGNORE_DOC \
	"The first of these that has a rule for a name decides: --exclude; .fdignore, then .ignore, then " \
	".gitignore, each from the directory of the name up to the root, or for git up to the repository's; " \
	"info/exclude of the repository; git's global file (core.excludesFile of the repository's own config, of " \
	"~/.gitconfig or of git/config in the configuration folder, or git/ignore there); --ignore-file, the last " \
	"one first; efind/ignore, or else fd/ignore in the configuration folder; and last, whether the name is " \
	"hidden. A rule with ! brings a name back, a hidden one too, but nothing below a directory that is left " \
	"out. Git's rules count in a repository (.git or .jj), unless --no-require-git. A DIR of the line is " \
	"searched whatever the rules say of it."

#define FD_DEVIATION_DOC \
	"Called fd (a link), efind finds and shows what fd 10.5 does, and ends with its status, but for these:\n\n" \
	"-E is relative to each DIR, not to the first one; a glob that begins with / is matched against the " \
	"absolute path as well, so that several start points and whole paths can be left out. -E '' leaves out " \
	"nothing: fd leaves out everything. core.excludesFile in a repository's own config counts, as in git.\n\n" \
	"Ignore files are read as git reads them where fd reads them otherwise: braces are plain characters, a " \
	"blank behind a backslash counts, a rule with a bad class or a backslash at its end matches nothing and is " \
	"passed over in silence, rules of the global file start at the repository's root, and those of a repository " \
	"around another do not count in it, with --no-require-git either.\n\n" \
	"An absent pattern matches every name, with --exact too. In globs an empty alternative counts, as in " \
	"shells ({,x}foo matches foo), and ? and [...] match a character: in fd a byte.\n\n" \
	"A name that is not UTF-8 is searched, has an extension and is written byte for byte: fd does without " \
	"it or writes other bytes. On a terminal such bytes, control characters and those that change the " \
	"direction of text are shown as \\xNN and \\u{NNNN}: no name controls the terminal.\n\n" \
	"Each DIR is shown as typed (.//a). An empty DIR is one that does not exist. --strip-cwd-prefix may " \
	"stand with DIRs, -l with --max-results and -q, an empty --path-separator is /. A word behind an option " \
	"that needs a value is its value, with a dash too.\n\n" \
	"With -L a link that leads to itself is shown as a link, and a broken one with --min-depth, too: fd drops " \
	"them. A broken one that is hidden or that a rule names is left out as other names are.\n\n" \
	"Durations may have their units in any order and more than once, and parts of days and weeks (1.5d). Time zones " \
	"in brackets, years of more than four digits and seconds (@N) past the year 9999 are refused.\n\n" \
	"-x and -X never get a name that looks like an option: {.} of ./-x is ./-x. --format has {size}, {mtime}, " \
	"{type} and {inode}; {{{}}} is a path in braces and {}} a path and a brace.\n\n" \
	"-S refuses a size that 64 bits cannot hold, and a full disk is told: fd is silent. Paths longer than " \
	"PATH_MAX and trees deeper than descriptors or the stack allow are searched like others. -l shows results " \
	"as els does. Messages, --help and completions have their own words; a pattern that needs too much time " \
	"ends the search with status 1.\n\n" \
	"Under the name efind, look-around and back-references count in patterns; called fd they need --engine=onig."

#endif
