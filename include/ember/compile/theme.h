/* theme: a theme file as rules, and the trie that a pack keeps of it (spec syntax.md, section 2). */
#ifndef EMBER_COMPILE_THEME_H
#define EMBER_COMPILE_THEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/vec.h"
#include "ember/compile/val.h"
#include "ember/compile/write.h"

enum {
	THEME_INCLUDES_MAX = 8,    /* files that include one another */
	THEME_RULES_MAX = 20000,   /* of one theme, one a selector */
	THEME_STYLES_MAX = 200000, /* of one trie, inherited ones counted */
};

/* What one rule sets; the fields count where `set` (PACK_STYLE_*) has their bit. */
struct theme_look {
	uint32_t set, fg, bg, font;
};

/* What `with` sets replaces what `on` has. */
void theme_look_overlay(struct theme_look *on, const struct theme_look *with);

/* One selector: "source.c > string constant" has scope "constant", parents "string", ">", "source.c". */
struct theme_source_rule {
	struct str scope;
	struct str *parents; /* nearest first */
	size_t n_parents;
	struct theme_look look;
};

struct theme_source {
	struct arena *a;
	struct str name, display;
	bool light, palette;
	struct theme_look base;       /* the default look */
	struct theme_look rest;       /* laid over it: of selectors without any scope, as in "a,,b" */
	uint32_t has;                 /* bits of enum pack_ui */
	uint32_t ui[PACK_UI_COLORS];
	VEC(struct theme_source_rule) rules; /* in the file's order */
};

/* Reads what a theme names by path ("./dark_vs.json", relative to the theme that names it). */
struct theme_loader {
	int (*load)(void *ctx, struct str path, struct val *out, struct err *e);
	void *ctx;
};

/*
 * Read a theme: VS Code's JSON, or a .tmTheme property list (told apart by their keys).
 * Takes:     `type`, "dark" or "light", where the file itself does not say; may be "".
 *            `loader` may be NULL: a theme that names another file is then refused.
 * Ownership: *t lives in `a` and borrows `root`; theme_source_fini frees its list.
 * Errors:    -1 when it is no theme or passes a cap.
 */
int theme_source_read(struct theme_source *t, struct arena *a, const struct val *root, struct str type,
	const struct theme_loader *loader, struct err *e) EMBER_NODISCARD;
void theme_source_fini(struct theme_source *t);

/* Write trie and record; *id is the theme's number in PACK_THEMES. -1 when it passes a cap. */
int theme_source_write(const struct theme_source *t, struct pack_writer *w, uint32_t *id, struct err *e)
	EMBER_NODISCARD;

/* "#RGB", "#RGBA", "#RRGGBB", "#RRGGBBAA" as 0xRRGGBBAA; false for anything else. */
bool theme_colour_parse(struct str s, uint32_t *rgba);

#endif
