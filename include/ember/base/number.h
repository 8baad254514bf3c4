/* number: numbers in text, free of locale and errno. */
#ifndef EMBER_BASE_NUMBER_H
#define EMBER_BASE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/str.h"

/* All of `s` is decimal digits (1 to 20 of them) and fits: true, *v set. */
bool number_u64(struct str s, uint64_t *v);
/* As number_u64, with an optional leading '+': what programs in Rust take. */
bool number_plus_u64(struct str s, uint64_t *v);
/* As number_u64, with an optional leading '-' or '+'. */
bool number_i64(struct str s, int64_t *v);
/* Decimal text of v into p (at least 20 bytes); returns the length, no NUL. */
unsigned number_put(char *p, uint64_t v);

#endif
