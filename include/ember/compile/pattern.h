/* pattern: what has to happen to a grammar's regexes, names and selectors before they are stored. */
#ifndef EMBER_COMPILE_PATTERN_H
#define EMBER_COMPILE_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/compile/write.h"

enum { PATTERN_BYTES_MAX = 128 << 10 };

/*
 * Append a pattern's text as Oniguruma gets it (\z rewritten) and return its PACK_REGEX flags.
 * `ends`: it is an end or while pattern, whose back references count.
 */
uint32_t pattern_text(struct buf *out, struct str source, bool ends);

/* The name holds $N, ${N:/downcase} or ${N:/upcase}. */
bool pattern_template(struct str name);

/* One alternative of an injection selector, separated by top-level commas. */
struct pattern_selector {
	int priority;             /* -1 = L:, 1 = R:, else 0 */
	struct pack_range program; /* postfix pairs in PACK_WORDS */
};

/*
 * Split and compile a selector. Returns how many alternatives were put into out[], at most `max`;
 * what is not understood is skipped, as the reference does.
 */
size_t pattern_selectors(struct pack_writer *w, struct str text, struct pattern_selector *out, size_t max);

#endif
