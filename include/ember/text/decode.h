/* decode: bytes of a file to UTF-8: byte order marks, UTF-16, UTF-32, CP1252, and what is no text. */
#ifndef EMBER_TEXT_DECODE_H
#define EMBER_TEXT_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"

enum decode_encoding {
	DECODE_UTF8, /* also ASCII, and whatever is nothing else: bad bytes pass */
	DECODE_UTF16LE,
	DECODE_UTF16BE,
	DECODE_UTF32LE,
	DECODE_UTF32BE,
	DECODE_CP1252,
	DECODE_OTHER, /* what iconv makes of it */
};

/* What the first bytes tell. */
struct decode_guess {
	enum decode_encoding encoding;
	unsigned mark; /* bytes of the byte order mark, to be left out */
	bool binary;   /* not meant to be read: NUL bytes without a pattern, or a zip archive */
};

#define DECODE_SNIFF 8192 /* bytes that the guess looks at */

/* `whole`: head is all there is, so that a cut character at its end is a bad one. Pure. */
struct decode_guess decode_sniff(struct str head, bool whole);

/* "UTF-16LE" and so on. */
const char *decode_name(enum decode_encoding e);

/* Bytes that wait for their rest. Start with .encoding set and everything else zero. */
struct decode {
	enum decode_encoding encoding;
	unsigned char held[16];
	unsigned n_held;
	void *iconv; /* DECODE_OTHER's */
};

/*
 * Set a decoder up for `name`: "utf-8", "utf-16le" and so on, "raw" (bytes pass as in UTF-8), or any
 * that iconv knows, upper and lower case alike. -1: nobody knows it, *d is as it was.
 * Ownership: decode_close gives back what is held; not needed for a decoder that was not opened.
 */
int decode_open(struct decode *d, const char *name);
void decode_close(struct decode *d);

/*
 * Append `bytes`, decoded, to b. What is no character becomes U+FFFD; in UTF-8 every byte passes
 * as it is, and the reader shows the bad ones. Threads: one at a time.
 */
void decode_feed(struct decode *d, struct buf *b, struct str bytes);
/* The end of the input: an incomplete unit becomes U+FFFD. */
void decode_end(struct decode *d, struct buf *b);

#endif
