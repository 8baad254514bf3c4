/* overlay: a user's grammars and themes laid over a finished pack. */
#ifndef EMBER_COMPILE_OVERLAY_H
#define EMBER_COMPILE_OVERLAY_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/err.h"
#include "ember/base/map.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/compile/catalog.h"
#include "ember/compile/grammar.h"
#include "ember/compile/sublime.h"
#include "ember/compile/theme.h"
#include "ember/pack/pack.h"

/*
 * Fields are the overlay's own. The result holds all of the base's records under their own ids, so
 * whatever leads to them stays right; what is added comes behind them. Where names meet, the
 * user's wins, and of two of the user's the one that was added first.
 * Ownership: borrows the base and every text it is given until overlay_fini.
 * Threads:   one at a time.
 */
struct overlay {
	struct arena arena;
	const struct pack *base;
	struct pack_writer writer;
	struct grammars grammars;
	struct sublimes syntaxes;
	struct catalog catalog;
	VEC(struct writer_key) themes; /* names of the user's, ids in the writer's PACK_THEMES */
	struct map theme_names;        /* of the same, folded */
};

void overlay_init(struct overlay *o, const struct pack *base);
void overlay_fini(struct overlay *o);

/*
 * A TextMate grammar, JSON or property list. `stem` is its file's name without what follows the
 * first of its extensions; it becomes the language's name.
 * Errors: -1 with e->line where there is one: nothing was added. A value that is no grammar at all
 *         is one only when `sure` (plain .json files may be anything).
 */
int overlay_grammar(struct overlay *o, struct str stem, struct str text, bool sure, struct err *e)
	EMBER_NODISCARD;

/*
 * A .sublime-syntax file; the last component of `path` is what others know it by. Same terms. What
 * is wrong with its contexts is found by overlay_finish: then its `error` in o->syntaxes says so,
 * and the pack is as if the file were not there.
 */
int overlay_syntax(struct overlay *o, struct str path, struct str text, struct err *e) EMBER_NODISCARD;

/* A theme, VS Code's JSON or .tmTheme. Same terms; `loader` as of theme_source_read. */
int overlay_theme(struct overlay *o, struct str stem, struct str text, bool sure,
	const struct theme_loader *loader, struct err *e) EMBER_NODISCARD;

/* Compile what was added and append the whole pack's bytes to `out`. Once. */
void overlay_finish(struct overlay *o, struct buf *out, uint64_t hash);

#endif
