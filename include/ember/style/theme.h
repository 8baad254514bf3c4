/* theme: one theme of a pack: default look, colours of the frame, and scope to style. */
#ifndef EMBER_STYLE_THEME_H
#define EMBER_STYLE_THEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/pack/pack.h"
#include "ember/style/style.h"

/* Colours besides the text's; see theme_ui. */
enum theme_colour {
	THEME_FG,
	THEME_BG,
	THEME_LINE_NUMBER,
	THEME_LINE_HIGHLIGHT,
	THEME_ADDED,
	THEME_MODIFIED,
	THEME_REMOVED,
};

/* A value; borrows the pack, which must outlive it. Read-only, so any thread may use it. */
struct theme {
	const struct pack *pack;
	uint32_t id;
	struct str name, display;
	bool light;
	/*
	 * The theme speaks of the terminal's own palette: alpha 00 makes the red byte a palette
	 * index, alpha 01 means the terminal's default colour.
	 */
	bool palette;
	struct style base; /* default style: text that no rule names */
};

/* By name, display name or alias, case folded. False when there is none (*t untouched). */
bool theme_find(struct theme *t, const struct pack *p, struct str name);
/* Themes are numbered from 0 in the order of their names. False past the last. */
bool theme_at(struct theme *t, const struct pack *p, uint32_t i);
uint32_t theme_count(const struct pack *p);

/* A colour of the frame as 0xRRGGBBAA; false when the theme does not set it. */
bool theme_ui(const struct theme *t, enum theme_colour c, uint32_t *rgba);

/* A scope stack as theme_rule walks it: numbered places, 0 = past the outermost. */
struct theme_path {
	const void *ctx;
	struct str (*name)(const void *ctx, uint32_t at);
	uint32_t (*outer)(const void *ctx, uint32_t at);
	uint64_t (*bits)(const void *ctx, uint32_t at); /* theme_bits of all names from `at` outwards, joined */
};

/* Bits of a scope's name, among which those of each of its dotted prefixes are. */
uint64_t theme_bits(struct str name);

/* Where the theme's rules for a scope's name lie; 0: it has none. Costs a search for each part of the name. */
uint32_t theme_node(const struct theme *t, struct str name);

/*
 * What the theme's best rule for the scope at `at`, whose name's theme_node is `node`, inside the scopes
 * outwards of it, says.
 * Writes only the fields that the rule sets and returns them as STYLE_FG and kin; 0 when no rule
 * matches. For the parents of all rules THEME_STEPS_MAX scopes are looked at, those further out never match.
 */
#define THEME_STEPS_MAX 4096u
unsigned theme_rule(const struct theme *t, const struct theme_path *path, uint32_t node, uint32_t at, struct style *s);

#endif
