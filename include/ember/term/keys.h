/* keys: bytes of a terminal to keys. Pure: whoever reads the terminal feeds it. */
#ifndef EMBER_TERM_KEYS_H
#define EMBER_TERM_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A key is one 32-bit value: a Unicode code point (control keys are 1 to 26, DEL is 127) or one of
 * the names below, with KEYS_META (ESC before it, or Alt), KEYS_CTRL and KEYS_SHIFT where the
 * terminal tells them apart.
 */
enum {
	KEYS_NONE = 0,
	KEYS_NAMED = 0x110000,
	KEYS_UP,
	KEYS_DOWN,
	KEYS_LEFT,
	KEYS_RIGHT,
	KEYS_HOME,
	KEYS_END,
	KEYS_PAGE_UP,
	KEYS_PAGE_DOWN,
	KEYS_INSERT,
	KEYS_DELETE,
	KEYS_BACKSPACE,
	KEYS_BACK_TAB,
	KEYS_WHEEL_UP,
	KEYS_WHEEL_DOWN,
	KEYS_FUNCTION, /* F1 to F63: KEYS_FUNCTION + n */
	KEYS_UNKNOWN = KEYS_FUNCTION + 64, /* a well-formed sequence that is no key of ours */
};
#define KEYS_ESC 27
#define KEYS_SHIFT (UINT32_C(1) << 28)
#define KEYS_CTRL (UINT32_C(1) << 29)
#define KEYS_META (UINT32_C(1) << 30)
#define KEYS_CODE(key) ((key) & UINT32_C(0x1fffff)) /* without the three */

#define KEYS_PART_MAX 64
/* All-zero is the start. */
struct keys {
	unsigned char part[KEYS_PART_MAX]; /* a sequence that is not complete */
	size_t n;
	bool swallow;   /* inside a string reply (OSC, DCS) that is thrown away up to its end */
	bool swallow_esc;
	size_t swallowed;
	bool paste;     /* inside a bracketed paste: bytes are text */
};

/*
 * One byte in; true when a key came out. CSI and SS3 sequences, xterm's modifiers, the SGR mouse
 * (wheel only, other events give KEYS_NONE and false), UTF-8 (bad bytes: U+FFFD) are known. Replies
 * to questions (OSC, DCS, APC, device attributes, cursor reports) are swallowed; a reply longer
 * than 4096 bytes ends there. ESC then a key is that key with KEYS_META.
 */
bool keys_feed(struct keys *k, unsigned char byte, uint32_t *key);

/* Is a sequence open that a lone ESC could have begun? */
bool keys_pending(const struct keys *k);
/* No more bytes for now: what is open becomes keys as it stands (ESC). Call until false. */
bool keys_flush(struct keys *k, uint32_t *key);

/* "^C", "ESC-v", "Up", "a", for messages; p has room for 32 bytes, NUL-terminated. */
void keys_name(char *p, uint32_t key);

#endif
