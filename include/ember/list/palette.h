/* palette: the colours of everything in a listing that is not a file's name (EZA_COLORS, --colors). */
#ifndef EMBER_LIST_PALETTE_H
#define EMBER_LIST_PALETTE_H

#include <stdbool.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"

/* In the order of palette_rows. Sizes come in five magnitudes: bytes, K, M, G, T and beyond. */
enum palette_key {
	PALETTE_UR, PALETTE_UW, PALETTE_UX, PALETTE_UE, PALETTE_GR, PALETTE_GW, PALETTE_GX, PALETTE_TR,
	PALETTE_TW, PALETTE_TX, PALETTE_SU, PALETTE_SF, PALETTE_XA,
	PALETTE_NB, PALETTE_NK, PALETTE_NM, PALETTE_NG, PALETTE_NT,
	PALETTE_UB, PALETTE_UK, PALETTE_UM, PALETTE_UG, PALETTE_UT, PALETTE_DF, PALETTE_DS,
	PALETTE_UU, PALETTE_UROOT, PALETTE_UN, PALETTE_GU, PALETTE_GROOT, PALETTE_GN,
	PALETTE_LC, PALETTE_LM,
	PALETTE_GA, PALETTE_GM, PALETTE_GD, PALETTE_GV, PALETTE_GT, PALETTE_GI, PALETTE_GC,
	PALETTE_REPO_MAIN, PALETTE_REPO_OTHER, PALETTE_REPO_CLEAN, PALETTE_REPO_DIRTY,
	PALETTE_XX, PALETTE_HOUR, PALETTE_DAY, PALETTE_OLDER, PALETTE_IN, PALETTE_BL, PALETTE_HD, PALETTE_OC,
	PALETTE_FF, PALETTE_CONTEXT, PALETTE_EDGE, PALETTE_MOUNT, PALETTE_LINK_PATH,
	PALETTE_COUNT
};

struct palette {
	struct str sgr[PALETTE_COUNT]; /* without ESC [ and m; empty = plain */
	struct str arrow;              /* between a link and its target, empty = " -> " */
	unsigned icon_width;           /* cells of a Nerd Font glyph, 0 = as usual */
};

/* The colours that show well on a dark and on a light terminal. deep: it has 256 colours. */
void palette_init(struct palette *p, bool deep);

/* Names on a terminal that is known to be light, as LS_COLORS: what GNU ls shows otherwise is too pale for it. */
#define PALETTE_LIGHT_NAMES \
	"di=01;38;5;26:ln=01;38;5;24:pi=38;5;94:so=01;38;5;127:do=01;38;5;127:bd=01;38;5;94:cd=01;38;5;94:ex=01;38;5;28"

/*
 * Read "KEY=SEQ:KEY=SEQ": keys of two letters as in EZA_COLORS, or the long names of --colors
 * ("size", "date.hour", "arrow", "icon-width"); "reset" takes all colours away. Pairs that name a file
 * (a type of LS_COLORS, or a pattern) are added to `files`, each with a ':' before it. SEQ of a key
 * must consist of digits and ';'.
 * Returns how many pairs made no sense; they change nothing, and *bad (may be NULL) is the first.
 * Ownership: *p keeps views into `text`. Threads: pure.
 */
unsigned palette_read(struct palette *p, struct str text, struct buf *files, struct str *bad);

#endif
