/* color: how many colours there are, and looks (colours and font) as SGR sequences. */
#ifndef EMBER_TERM_COLOR_H
#define EMBER_TERM_COLOR_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/out.h"

/* Each depth can show all that the smaller ones can. */
enum color_depth {
	COLOR_NONE, /* no sequence at all */
	COLOR_MONO, /* bold, underline, reverse and their kin, no colour */
	COLOR_16,
	COLOR_256,
	COLOR_TRUE,
};

enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* What the decision rests on, so that tests need no environment. NULL = not set. */
struct color_env {
	const char *term, *colorterm, *no_color, *clicolor_force;
};
struct color_env color_env(void); /* the process's own; borrows from the environment */

/*
 * Is output coloured at all? `explicit_when` is the option's value, `tty` says that the output is
 * a terminal. NO_COLOR non-empty turns AUTO off; CLICOLOR_FORCE non-empty and not "0" turns it on.
 */
bool color_wanted(enum color_when explicit_when, bool tty, const struct color_env *env);

/*
 * Depth of the terminal `env` tells of, for output that is coloured. COLORTERM truecolor or 24bit:
 * TRUE. TERM *-direct: TRUE. TERM missing or dumb: NONE, or 256 with `forced` (--color=always into
 * a pipe). Other names: by their ending (-256color, -16color) and by terminfo. `quick` leaves
 * terminfo unread when the name alone tells 256 (els, efind, whose colours need no more).
 */
enum { COLOR_FORCED = 1 << 0, COLOR_QUICK = 1 << 1 };
enum color_depth color_depth(const struct color_env *env, unsigned flags);

/* ---- colours: one 32-bit value. 0 is the terminal's default. */
#define COLOR_DEFAULT UINT32_C(0)
#define COLOR_INDEX(i) (UINT32_C(1) << 24 | ((uint32_t)(i) & 0xff))
#define COLOR_RGB(r, g, b) \
	(UINT32_C(2) << 24 | ((uint32_t)(r) & 0xff) << 16 | ((uint32_t)(g) & 0xff) << 8 | ((uint32_t)(b) & 0xff))
static inline bool color_is_default(uint32_t c)
{
	return c >> 24 == 0;
}
static inline bool color_is_index(uint32_t c)
{
	return c >> 24 == 1;
}
static inline bool color_is_rgb(uint32_t c)
{
	return c >> 24 == 2;
}

/*
 * The nearest colour that `depth` can show. TRUE: unchanged. 256: an RGB value becomes the nearest
 * of the 6x6x6 cube and the 24 greys, never 0-15, which users redefine; an index stays. 16: by hue,
 * lightness picks the bright one; indices 16-255 likewise. MONO, NONE: default. Idempotent.
 */
uint32_t color_reduce(uint32_t color, enum color_depth depth);
uint32_t color_index_rgb(uint8_t index); /* what index 16-255 is; 0-15: xterm's defaults; COLOR_RGB form */

/* ---- looks */
enum {
	LOOK_BOLD = 1 << 0,
	LOOK_DIM = 1 << 1,
	LOOK_ITALIC = 1 << 2,
	LOOK_UNDERLINE = 1 << 3,
	LOOK_BLINK = 1 << 4,
	LOOK_REVERSE = 1 << 5,
	LOOK_CONCEAL = 1 << 6,
	LOOK_STRIKE = 1 << 7,
};
/* All-zero is the terminal's plain look. */
struct look {
	uint32_t fg, bg;
	uint16_t font; /* LOOK_ bits */
	uint16_t link; /* 1-based index into the row's table of OSC 8 targets, 0 = none; not part of SGR */
};
static inline bool look_same(struct look a, struct look b) /* by SGR; links are not compared */
{
	return a.fg == b.fg && a.bg == b.bg && a.font == b.font;
}

/* The look as `depth` shows it: colours by color_reduce; NONE: the plain look. */
struct look look_reduce(struct look look, enum color_depth depth);

/*
 * The shortest SGR sequence that leads from look `from` to look `to`: written to p, which has room
 * for LOOK_SGR_MAX bytes; returns its length, 0 when the two look the same at this depth. To end a
 * line, go to the plain look: that is ESC [ 0 m.
 * Threads: pure.
 */
#define LOOK_SGR_MAX 96
unsigned look_sgr(char *p, struct look from, struct look to, enum color_depth depth);
void look_out(struct out *o, struct look from, struct look to, enum color_depth depth);
void look_buf(struct buf *b, struct look from, struct look to, enum color_depth depth);

/*
 * Sequences that were made before, for a painter that goes from look to look again and again.
 * Where `at` is all-zero it is empty, whatever the slots hold: a short file touches few of their pages.
 * One depth and one thread at a time.
 */
#define LOOK_MEMO_N 256u
struct look_memo {
	uint8_t at[LOOK_MEMO_N]; /* by hash: a slot's number, 0 = none */
	uint8_t used;            /* slots 1 to that */
	struct {
		uint64_t from, to; /* colours of the looks */
		uint32_t fonts;
		uint32_t n; /* length */
		char sgr[LOOK_SGR_MAX];
	} slot[LOOK_MEMO_N];
};
void look_memo_init(struct look_memo *memo);
/* As look_sgr; the bytes stay valid until the next call. */
struct str look_sgr_memo(struct look_memo *memo, struct look from, struct look to, enum color_depth depth);

/* A new look laid over an old one: set colours replace, font bits add up, the link stays. */
struct look look_over(struct look under, struct look over);

/*
 * Apply the parameters of one SGR sequence ("1;38;5;208", or empty = "0") to *look; both `38;5;n`,
 * `38;2;r;g;b` and the colon forms are read. Unknown parameters are passed over; at most 64 count.
 */
void look_apply_sgr(struct look *look, struct str params);

#endif
