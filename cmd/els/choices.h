/* choices: the options as given, before defaults, environment and terminal settle the rest. */
#ifndef EMBER_CMD_CHOICES_H
#define EMBER_CMD_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

#include "els.h"
#include "ember/base/vec.h"
#include "ember/cli/opt.h"

enum choice_when { CHOICE_ALWAYS, CHOICE_NEVER, CHOICE_AUTO }; /* order of the words of WHEN */

/* Order of the words of --icons. */
enum choice_icons { ICONS_ALWAYS, ICONS_AUTO, ICONS_NEVER, ICONS_NERD, ICONS_UNICODE, ICONS_TEST };

#define CHOICE_OPEN (-1) /* not given */

struct choices {
	int format, sort, follow, quoting, hide_control; /* enum values, or CHOICE_OPEN */
	int color, guard, meta;  /* enum choice_when, or CHOICE_OPEN */
	bool hyperlink;
	int icons;               /* enum choice_icons, or CHOICE_OPEN */
	int icon_theme;          /* enum list_icons, or CHOICE_OPEN */
	bool time_given;
	bool sizes_given;        /* -h, --si, --block-size */
	bool kibibytes, gnu;
	bool width_given, tab_given;
	const char *time_style;
	VEC(const char *) ignore, hide;
};

/* Read the environment and the terminal for all that argv left open. -1: told. */
int conf_settle(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d);

/*
 * Read els.conf, where the terminal or --config asks for it, as if its lines came before argv
 * (spec els R3, K1, K2). Problems are warnings.
 */
void conf_files(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d, int argc, char **argv);

/* Do what the option that p has just read asks for. -1: told. */
int conf_option(struct els_conf *c, struct choices *o, struct diag *d, struct opt_parser *p);

/* Columns of a line as -w takes them: a number, 0 and overflow = endless. False: not one. */
bool conf_columns(const char *text, size_t *cols);

/* Whether WHEN applies with stdout being a terminal or not. */
bool conf_when(int when, bool terminal);

#endif
