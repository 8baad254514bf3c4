/* choices: the options as given, before defaults, environment and terminal settle the rest. */
#ifndef EMBER_CMD_CHOICES_H
#define EMBER_CMD_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

#include "els.h"
#include "ember/base/buf.h"
#include "ember/base/vec.h"
#include "ember/cli/opt.h"
#include "ember/term/color.h"

enum choice_when { CHOICE_ALWAYS, CHOICE_NEVER, CHOICE_AUTO }; /* order of the words of WHEN */

/* Order of the words of --icons. */
enum choice_icons { ICONS_ALWAYS, ICONS_AUTO, ICONS_NEVER, ICONS_NERD, ICONS_UNICODE, ICONS_TEST };

/* GNU's words first; their abbreviations win over whole words of others. */
#define ELS_SORT_GNU "name none size time version extension width"
#define ELS_SORT_WORDS ELS_SORT_GNU \
	" modified|mod|date|new|newest age|old|oldest created accessed|acc changed inode type Name" \
	" Extension|Ext ext .name .Name git"
#define ELS_TIME_GNU "atime|access|use ctime|status mtime|modification birth|creation"
#define ELS_TIME_WORDS ELS_TIME_GNU " modified|mod accessed|acc changed|ch created|cr"
/* Of --blocks; in the order of choice_columns. */
#define ELS_COLUMN_WORDS \
	"permission user group context size date name inode links git octal blocks author flags " \
	"time.m time.a time.c time.b repo icon xattr"

/* Whose program els stands in for (spec els 4). */
enum persona { PERSONA_ELS, PERSONA_LSD, PERSONA_EZA };

/* Dates as eza has them by default: old ones, then recent ones. */
#define EZA_DATES "%e %b  %Y\n%e %b %H:%M"

#define CHOICE_OPEN (-1) /* not given */

struct choices {
	int format, sort, follow, quoting, hide_control; /* enum values, or CHOICE_OPEN */
	int color, guard, meta;  /* enum choice_when, or CHOICE_OPEN */
	bool hyperlink;
	int icons;               /* enum choice_icons, or CHOICE_OPEN */
	int icon_theme;          /* enum list_icons, or CHOICE_OPEN */
	bool time_given;
	int sort_time;           /* enum list_time of the word of --sort, or CHOICE_OPEN */
	bool sizes_given;        /* -h, --si, --block-size */
	bool kibibytes, gnu;
	bool dates_of_c;         /* the locale of dates is C */
	bool width_given, tab_given;
	enum persona persona;
	const char *time_style;
	const char *date_words;  /* of --date */
	bool numeric_given;
	unsigned alls;           /* how often -a was given */
	unsigned add, drop;      /* columns, as bits 1 << enum list_column */
	VEC(enum list_column) blocks; /* of --blocks */
	int sizes;               /* of --size=MODE: 0 default, 1 short, 2 bytes; or CHOICE_OPEN */
	bool binary, bytes;
	bool grid, dirs_of_tree;
	bool natural_given;
	bool flip;               /* the word of --sort asks for the other direction */
	int collate;             /* enum list_collate of that word, or CHOICE_OPEN */
	int read_stdin;          /* CHOICE_OPEN, '\n' or NUL */
	struct buf colors;       /* of --colors, joined by ':' */
	const char *file_colors; /* pairs about names, behind LS_COLORS, each after a colon; or NULL */
	const char *icon_map;
	bool scale_given;
	enum color_depth depth;  /* of the terminal, by settle_depth */
	bool depth_asked;
	VEC(const char *) ignore, hide, globs;
};

/* Read the environment and the terminal for all that argv left open. -1: told. */
int conf_settle(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d);

/*
 * Read els.conf, where the terminal or --config asks for it, as if its lines came before argv
 * (spec els R3, K1, K2). Problems are warnings.
 */
void conf_files(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d, int argc, char **argv);

/* Do what the option that p has just read asks for. -1: told. */
int conf_option(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d, struct opt_parser *p);

/* The same for what is not GNU's. conf_own_value: 1 = no option of this kind; false: likewise. */
bool conf_own_flag(struct els_conf *c, struct choices *o, int id);
int conf_own_value(
	struct els_conf *c, struct choices *o, struct arena *a, struct diag *d, const struct opt_parser *p);
int conf_words(const struct opt *row, struct str value); /* as opt_word */
bool conf_own_word(struct els_conf *c, struct choices *o, const struct opt *row, int word);

/* Decide which columns the long format has. Called by conf_settle. -1: told. */
int settle_columns(struct els_conf *c, struct choices *o, struct arena *a);

/* How many colours the terminal has: terminfo is read for the first question only. */
enum color_depth settle_depth(struct choices *o);

/* The terminal is light, as far as that is told without asking it, for which no listing waits. */
bool settle_light(void);

/* Colours of columns, and of names: EZA_COLORS and --colors over the defaults. */
void settle_palette(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d);

/* Which icons, and the user's own. */
void settle_icons(struct els_conf *c, const struct choices *o, struct arena *a, struct diag *d);

/* TERM is dumb: Emacs' shells say so, and pass on the COLORTERM of the terminal that Emacs was started on. */
bool settle_dumb(void);

/* The value of EZA_name, else of EXA_name; NULL when neither says anything. */
const char *settle_eza(const char *name);
bool settle_is_c(const char *name);

/* The table of options for this persona, lsd's or eza's letters on the rows of els. */
const struct opt_table *persona_table(struct arena *a, enum persona persona);
enum persona persona_of(const char *program);

/*
 * argv with "--icons WORD" joined to "--icons=WORD" where eza takes it so: the word is a WHEN.
 * The vector lives in `a`.
 */
char **persona_argv(struct arena *a, enum persona persona, int *argc, char **argv);

/* What stands for defaults of that program. */
void persona_defaults(struct els_conf *c, struct choices *o);

/* A number of columns, at most `most`. Returns 0, or an errno value: EINVAL no number, ERANGE too large. */
int conf_columns(const char *text, size_t most, size_t *cols);

/* The width of lines as -w takes it: 0, and what is too large, are endless. Returns 0 or EINVAL. */
int conf_line_width(const char *text, size_t *cols);

/* Whether WHEN applies with stdout being a terminal or not. */
bool conf_when(int when, bool terminal);

#endif
