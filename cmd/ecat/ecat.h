/* ecat: what its command line asked for, and the two ways of a run. */
#ifndef EMBER_CMD_ECAT_H
#define EMBER_CMD_ECAT_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"
#include "ember/cli/diag.h"
#include "ember/term/color.h"
#include "ember/view/nonprint.h"
#include "ember/view/range.h"

/* Ids of the rows in opts.c. */
enum ecat_id {
	ECAT_SHOW_ALL = 1,
	ECAT_NUMBER_NONBLANK,
	ECAT_E,
	ECAT_SHOW_ENDS,
	ECAT_NUMBER,
	ECAT_SQUEEZE,
	ECAT_T,
	ECAT_SHOW_TABS,
	ECAT_UNBUFFERED,
	ECAT_SHOW_NONPRINTING,
	ECAT_LINE_RANGE,
	ECAT_HIGHLIGHT_LINE,
	ECAT_PLAIN,
	ECAT_LANGUAGE,
	ECAT_FILE_NAME,
	ECAT_LIST_LANGUAGES,
	ECAT_THEME,
	ECAT_LIST_THEMES,
	ECAT_STYLE,
	ECAT_COLOR,
	ECAT_DECORATIONS,
	ECAT_FORCE,
	ECAT_ITALIC,
	ECAT_TABS,
	ECAT_WRAP,
	ECAT_CHOP,
	ECAT_TERMINAL_WIDTH,
	ECAT_PAGING,
	ECAT_NO_PAGING,
	ECAT_DUMP_TOKENS,
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
};

enum ecat_when { ECAT_AUTO, ECAT_ALWAYS, ECAT_NEVER };
enum ecat_wrap { ECAT_WRAP_AUTO, ECAT_WRAP_NEVER, ECAT_WRAP_CHARACTER, ECAT_WRAP_WORD };

/* Settings that have a place in the environment too are "not given" until conf_styled fills them. */
struct ecat_conf {
	enum ecat_task task;
	bool as_cat;     /* called "cat" */
	unsigned closed; /* standard descriptors that were closed at the start, 1 << fd */
	bool tty;        /* standard output is a terminal */
	bool styled;     /* the styled path */
	char **files;
	size_t n_files; /* 0: standard input */
	struct nonprint_conf format;
	struct range_set lines; /* -r; empty = all */
	struct range_set marks; /* -H */
	unsigned plain;         /* how often -p was given */
	const char *language, *theme; /* NULL = not given */
	char **styles;          /* --style, as often as it was given */
	size_t n_styles;
	bool style_given;       /* on this command line: --style, -n, -b */
	char **names;           /* --file-name */
	size_t n_names;
	enum ecat_when color, decorations, paging;
	enum ecat_wrap wrap;
	bool italic, width_given, paging_given;
	int width_sign;     /* --terminal-width=+N, -N */
	unsigned width;     /* --terminal-width; then what it comes to */
	bool tabs_given;
	unsigned tabs;
	unsigned parts;     /* DECORATE_ bits */
	enum color_depth depth;
};

/* -1: told, exit with diag's status. Borrows argv; *c is to be given to conf_fini either way. */
int conf_read(struct ecat_conf *c, struct arena *a, struct diag *d, int argc, char **argv);
void conf_fini(struct ecat_conf *c);

/* What only the styled path asks for: environment, terminal size, style. -1: told. */
int conf_styled(struct ecat_conf *c, struct diag *d);

/* Do what was asked; failures are told, the status is in diag. */
void run(struct ecat_conf *c, struct diag *d);

#endif
