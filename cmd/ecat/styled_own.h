/* styled_own: what the files of the styled path share. */
#ifndef EMBER_CMD_ECAT_STYLED_OWN_H
#define EMBER_CMD_ECAT_STYLED_OWN_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/arena.h"
#include "ember/cli/diag.h"
#include "ember/style/theme.h"
#include "ember/syntax/detect.h"
#include "ember/syntax/registry.h"
#include "ember/syntax/token.h"
#include "ember/view/doc.h"
#include "ember/view/highlight.h"
#include "ember/view/reader.h"
#include "ecat.h"
#include "ground.h"
#include "packs.h"

/* Everything a styled run holds. */
struct styled {
	const struct ecat_conf *c;
	struct diag *d;
	struct out *out;
	struct arena arena;
	struct packs packs;
	struct registry registry;
	struct theme theme;
	struct looks_frame looks;
	struct detect_rules rules;
	struct highlight highlight;
	int *prepared; /* descriptors in place of inputs ($LESSOPEN's, told.c's), -1 = none; or NULL */
	pid_t child;   /* lessopen.h; 0 = none */
	struct reader_conf conf;
	struct tokens *tokens;
	struct doc_layout layout;
	struct ground ground;
};

/* -l and --fallback-syntax. False: told, and nothing is to be shown. */
bool styled_language(struct styled *s);
/* These and all else of the command line that the pack or a library must know. False: told. */
bool styled_ready(struct styled *s);
/* s->conf.theme by its name or the terminal's ground; an unknown one is told, and the built-in one is taken. */
void styled_theme(struct styled *s, bool pager);
/* What readers and pager are told. */
void styled_conf(struct styled *s, bool pages);

/* The i-th input. */
struct reader_source styled_source(const struct styled *s, size_t i);
/* The tokeniser for all inputs, with the engine that EMBER_SYNTAX_ENGINE names; its end tells where engines differ. */
struct tokens *styled_tokens(const struct styled *s);
void styled_tokens_end(const struct styled *s);

#endif
