/* ecat: what its command line, files and environment ask for, and the two ways of a run. */
#ifndef EMBER_CMD_ECAT_H
#define EMBER_CMD_ECAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/cli/diag.h"
#include "ember/cli/opt.h"
#include "ember/term/color.h"
#include "ember/view/nonprint.h"
#include "ember/view/range.h"

#define ECAT_WIDTH_MAX 10000 /* columns, whoever names them */

/* Ids of the rows in opts.c. */
enum ecat_id {
	ECAT_SHOW_ALL = 1,
	ECAT_SHOW_NONPRINTABLE,
	ECAT_NUMBER_NONBLANK,
	ECAT_E,
	ECAT_SHOW_ENDS,
	ECAT_NUMBER,
	ECAT_SQUEEZE,
	ECAT_SQUEEZE_LIMIT,
	ECAT_T,
	ECAT_SHOW_TABS,
	ECAT_UNBUFFERED,
	ECAT_SHOW_NONPRINTING,
	ECAT_LINE_RANGE,
	ECAT_HIGHLIGHT_LINE,
	ECAT_HIGHLIGHT_PATTERN,
	ECAT_DIFF,
	ECAT_DIFF_CONTEXT,
	ECAT_DIFF_BASE,
	ECAT_PLAIN,
	ECAT_LANGUAGE,
	ECAT_FALLBACK,
	ECAT_MAP_SYNTAX,
	ECAT_IGNORED_SUFFIX,
	ECAT_FILE_NAME,
	ECAT_ENCODING,
	ECAT_BINARY,
	ECAT_QUIET_EMPTY,
	ECAT_LESSOPEN,
	ECAT_NO_LESSOPEN,
	ECAT_STRIP_ANSI,
	ECAT_SANITIZE,
	ECAT_RAW,
	ECAT_NOTATION,
	ECAT_MAX_HIGHLIGHT,
	ECAT_LIST_LANGUAGES,
	ECAT_THEME,
	ECAT_THEME_DARK,
	ECAT_THEME_LIGHT,
	ECAT_LIST_THEMES,
	ECAT_STYLE,
	ECAT_COLOR,
	ECAT_DECORATIONS,
	ECAT_FORCE,
	ECAT_ITALIC,
	ECAT_HYPERLINK,
	ECAT_HYPERLINK_FORMAT,
	ECAT_TABS,
	ECAT_WRAP,
	ECAT_CHOP,
	ECAT_TERMINAL_WIDTH,
	ECAT_PAGING,
	ECAT_NO_PAGING,
	ECAT_PAGER,
	ECAT_TITLE,
	ECAT_BAT,
	ECAT_COMPLETION,
	ECAT_GENERATE,
	ECAT_DUMP_TOKENS,
	ECAT_NO_CONFIG,
	ECAT_NO_CUSTOM,
	ECAT_CONFIG_FILE,
	ECAT_CONFIG_DIR,
	ECAT_CACHE_DIR,
	ECAT_DIAGNOSTIC,
	ECAT_ACKNOWLEDGEMENTS,
	ECAT_BRIEF_HELP,
	ECAT_HELP,
	ECAT_VERSION,
};

enum ecat_task {
	ECAT_VIEW,
	ECAT_TELL_BRIEF,
	ECAT_TELL_HELP,
	ECAT_TELL_VERSION,
	ECAT_TELL_LANGUAGES,
	ECAT_TELL_THEMES,
	ECAT_TELL_TOKENS,
	ECAT_TELL_COMPLETION,
	ECAT_TELL_GENERATE,
	ECAT_TELL_CONFIG_FILE,
	ECAT_TELL_CONFIG_DIR,
	ECAT_TELL_CACHE_DIR,
	ECAT_TELL_DIAGNOSTIC,
	ECAT_TELL_ACKNOWLEDGEMENTS,
};

/* Which words of an option's value: the order of its row. */
enum ecat_when { ECAT_AUTO, ECAT_ALWAYS, ECAT_NEVER };
enum ecat_wrap { ECAT_WRAP_AUTO, ECAT_WRAP_NEVER, ECAT_WRAP_CHARACTER, ECAT_WRAP_WORD };

/* Where an option stands; later ones win. */
enum ecat_source {
	ECAT_FROM_FILE,     /* ecat's own configuration file, EMBER_OPTS or BAT_OPTS */
	ECAT_FROM_BAT_FILE, /* bat's: options that are not ecat's are passed over */
	ECAT_FROM_ENV,      /* a variable of its own */
	ECAT_FROM_LINE,
};

/* A list of words in the order given. The words are borrowed. */
struct ecat_words {
	VEC(const char *) of;
};

/* Where a value stands that is no part of the command line: a file and its line, or a variable (line 0). */
struct ecat_place {
	const char *value, *where;
	unsigned line;
};
struct ecat_places {
	VEC(struct ecat_place) of;
};

struct ecat_conf {
	enum ecat_task task;
	bool as_cat;     /* called "cat" */
	bool as_bat;     /* called "bat" or "batcat", or --bat */
	unsigned closed; /* standard descriptors that were closed at the start, 1 << fd */
	bool tty;        /* standard output is a terminal */
	bool styled;     /* the styled path */
	bool filtered;   /* the styled path's filters, but the bytes of plain text: no frame, no colour */
	struct ecat_places places; /* of the values below */
	char **files;
	size_t n_files; /* 0: standard input */
	/* bytes */
	struct nonprint_conf format;
	bool show_all;         /* -A; until it is split into format's fields or pictures */
	bool notation_given;
	unsigned notation;     /* 0 unicode, 1 caret */
	bool pictures;         /* bat's -A */
	bool numbers;          /* -n in bat's sense */
	bool numbers_asked;    /* -n is on the line, whatever came behind it: bat then shows, as on a terminal */
	/* what is shown */
	struct range_set lines; /* -r; empty = all */
	struct range_set marks; /* -H */
	struct ecat_words patterns; /* --highlight-pattern */
	bool diff;
	unsigned diff_context;
	const char *diff_base; /* NULL = index */
	/* input */
	const char *language, *fallback; /* NULL = not given */
	struct ecat_words maps, suffixes, names; /* -m, --ignored-suffix, --file-name */
	const char *encoding;   /* NULL = auto */
	bool no_custom;         /* --no-custom-assets */
	bool no_config;         /* --no-config */
	bool as_text, quiet_empty, lessopen, raw;
	enum ecat_when strip, sanitize;
	/* looks */
	const char *theme, *theme_dark, *theme_light; /* NULL = not given */
	struct ecat_words styles; /* all lists, the nearest last */
	unsigned plain;           /* how often -p was given */
	bool style_given;         /* on this command line: --style, -n, -b */
	enum ecat_when color, decorations, hyperlink;
	const char *hyperlink_format;
	bool italic;
	unsigned max_highlight;
	/* layout */
	enum ecat_wrap wrap;
	bool width_given;
	int width_sign;     /* --terminal-width=+N, -N */
	unsigned width;     /* --terminal-width; then what it comes to */
	bool tabs_given;
	unsigned tabs;
	/* the pager */
	enum ecat_when paging;
	bool title;
	const char *pager;  /* --pager; NULL = not given */
	const char *shell;  /* --completion */
	/* what conf_read makes of all that */
	unsigned parts;     /* DECORATE_ bits */
	enum color_depth depth;
};

/*
 * Read the command line and, where they count (spec N3, F6), files and environment.
 * -1: told, exit with diag's status. Borrows argv and `a`; *c is to be given to conf_fini either way.
 */
int conf_read(struct ecat_conf *c, struct arena *a, struct diag *d, int argc, char **argv);
void conf_fini(struct ecat_conf *c);

/*
 * Take one option that the parser gave. 0, or -1 with the reason in p->message (p->fault is then
 * OPT_BAD_WORD), or 1: it ends the reading of the line (--help, --version).
 */
int conf_option(struct ecat_conf *c, struct opt_parser *p, enum ecat_source from);

/* Options of the configuration files that count for this personality; what is wrong is told. */
void conf_files(struct ecat_conf *c, struct arena *a, struct diag *d);

/*
 * What is wrong with a value is often known only when the pack is open: its place is kept until then.
 * "file:line: " or "variable: " in `a`, to begin a message with; "": `value` stands on the command line.
 * A bad value of a file is told, but is not the status's concern: the entry is passed over (spec F3).
 */
const char *place_text(const struct ecat_conf *c, struct arena *a, const char *value);
void place_set(struct ecat_conf *c, const char *value, const char *where, unsigned line);

/* Does a person at a terminal type an input? Then nothing pages. */
bool conf_typed(const struct ecat_conf *c);

/* What only the styled path asks for: terminal size, colours, style. */
void conf_looks(struct ecat_conf *c);

/* Do what was asked; failures are told, the status is in diag. */
void run(struct ecat_conf *c, struct arena *a, struct diag *d);

/* -d without operands: all changed files of the repository become c->files, in `a`. What fails is told. */
void changed_files(struct ecat_conf *c, struct arena *a, struct diag *d);

/* What options like --list-themes write, apart from help. */
void tell(struct ecat_conf *c, struct diag *d, struct out *out);

#endif
