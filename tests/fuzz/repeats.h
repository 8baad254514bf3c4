/* repeats: which patterns the C library is not asked for, for the targets that read find's -regex. */
#ifndef EMBER_FUZZ_REPEATS_H
#define EMBER_FUZZ_REPEATS_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define REPEATS_RUN 6u      /* marks of repetition in a row */
#define REPEATS_DOUBLED 14u /* that double what they repeat */
#define REPEATS_TIMES 5000u /* the product of all numbers in {} */

/*
 * Repetition that is repeated: the C library writes out what is repeated, twice for each mark, so that forty of them
 * exhaust the memory, here as in GNU find. That says nothing of our code.
 */
static inline bool repeats_repeats(const char *text)
{
	unsigned long run = 0, doubled = 0, times = 1;
	for (; *text; text++) {
		run = strchr("+*?{}0123456789,\\()", *text) ? run + !!strchr("+*?}", *text) : 0;
		doubled += *text == '+';
		if (*text == '{' || *text == ',') {
			const unsigned long n = strtoul(text + 1, NULL, 10);
			times *= n > REPEATS_TIMES ? REPEATS_TIMES + 1 : n > 1 ? n : 1;
		}
		if (run > REPEATS_RUN || doubled > REPEATS_DOUBLED || times > REPEATS_TIMES)
			return true;
	}
	return false;
}

#endif
