#include "ember/rx/cols.h"

#define C8(c) (c), (c), (c), (c), (c), (c), (c), (c)
#define P8(i) \
	COLS_BLANK + (i), COLS_BLANK + (i) + 1, COLS_BLANK + (i) + 2, COLS_BLANK + (i) + 3, \
		COLS_BLANK + (i) + 4, COLS_BLANK + (i) + 5, COLS_BLANK + (i) + 6, \
		COLS_BLANK + (i) + 7
#define P32(i) P8(i), P8((i) + 8), P8((i) + 16), P8((i) + 24)
#define G8 C8(COLS_GO_ON)
#define H8 C8(COLS_HIGH)

const uint8_t cols_of_byte[256] = {
	C8(COLS_CONTROL), COLS_CONTROL, COLS_TAB, COLS_LF, COLS_VT, COLS_FF, COLS_CR, COLS_CONTROL,
	COLS_CONTROL, C8(COLS_CONTROL), C8(COLS_CONTROL), P32(0), P32(32), P8(64), P8(72), P8(80),
	COLS_BLANK + 88, COLS_BLANK + 89, COLS_BLANK + 90, COLS_BLANK + 91, COLS_BLANK + 92,
	COLS_BLANK + 93, COLS_BLANK + 94, COLS_CONTROL, G8, G8, G8, G8, G8, G8, G8, G8, H8, H8, H8,
	H8, H8, H8, H8, H8
};

struct cols cols_one(unsigned i)
{
	struct cols c = COLS_NONE;
	cols_add(&c, i);
	return c;
}

#define SPACES UINT64_C(0x3e00) /* TAB to CR */
#define DELETE (UINT64_C(1) << 63)

struct cols cols_any_of(struct cols ascii)
{
	/* Blank and what follows it move down together, and so do TAB to CR. */
	const uint64_t low = ascii.w[0] & UINT32_MAX, high = ascii.w[1] & ~DELETE;
	const uint64_t shown = ascii.w[0] & ~(uint64_t)UINT32_MAX;
	struct cols c = { { shown >> (' ' - COLS_BLANK) | high << (64 - (' ' - COLS_BLANK)), high >> (' ' - COLS_BLANK) } };
	c.w[0] |= (low & SPACES) >> ('\t' - COLS_TAB);
	if ((low & ~SPACES) || (ascii.w[1] & DELETE))
		cols_add(&c, COLS_CONTROL);
	return c;
}

struct cols cols_all_of(struct cols ascii)
{
	struct cols missing = cols_any_of(cols_not(ascii));
	return cols_and(cols_any_of(ascii), cols_not(missing));
}
