/* utf8: decoding and encoding of UTF-8 (RFC 3629: no surrogates, no overlong forms). */
#ifndef EMBER_TEXT_UTF8_H
#define EMBER_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"

/* Threads: all functions are pure. */

/*
 * Decode the character at the start of s (s.n > 0). Returns its length in bytes, 1 to 4, and sets
 * *cp; returns 0 when the first byte does not start a well-formed character: the caller treats
 * that one byte as bad and goes on behind it.
 */
unsigned utf8_decode(struct str s, uint32_t *cp);

/* Encode cp (a scalar value) into p, at least 4 bytes. Returns the length. */
unsigned utf8_encode(char *p, uint32_t cp);

/* Offset of the first byte that is not part of a well-formed character; s.n when all are. */
size_t utf8_bad(struct str s);
bool utf8_valid(struct str s);

/* Offset of the first byte >= 0x80; s.n when all are ASCII. */
size_t utf8_ascii(struct str s);

/*
 * How many bytes at the end of s are the start of a character whose rest has not arrived yet
 * (0 to 3); for input that comes in pieces.
 */
unsigned utf8_tail(struct str s);

#endif
