#include "ember/cli/suggest.h"

#include <string.h>

static unsigned min3(unsigned a, unsigned b, unsigned c)
{
	unsigned m = a < b ? a : b;
	return m < c ? m : c;
}

unsigned suggest_distance(struct str a, struct str b, unsigned limit)
{
	unsigned row[3][SUGGEST_MAX + 1];
	unsigned *prev2 = row[0], *prev = row[1], *cur = row[2];
	size_t gap = a.n > b.n ? a.n - b.n : b.n - a.n;

	if (a.n > SUGGEST_MAX || b.n > SUGGEST_MAX || gap > limit)
		return limit + 1;
	for (unsigned j = 0; j <= b.n; j++) {
		prev2[j] = 0;
		prev[j] = j;
	}
	for (size_t i = 1; i <= a.n; i++) {
		unsigned best = cur[0] = (unsigned)i;
		for (size_t j = 1; j <= b.n; j++) {
			unsigned swap = a.p[i - 1] != b.p[j - 1];
			cur[j] = min3(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + swap);
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
				a.p[i - 2] == b.p[j - 1] && prev2[j - 2] + 1 < cur[j])
				cur[j] = prev2[j - 2] + 1;
			best = cur[j] < best ? cur[j] : best;
		}
		if (best > limit)
			return limit + 1;
		unsigned *old = prev2;
		prev2 = prev;
		prev = cur;
		cur = old;
	}
	return prev[b.n];
}

static void suggest_try(struct str name, struct str word, unsigned *best, struct str *out)
{
	unsigned d = suggest_distance(name, word, *best);
	if (d < *best) {
		*best = d;
		*out = word;
	}
}

bool suggest_option(
	const struct opt_table *table, unsigned dialects, struct str name, struct str *out)
{
	/* One slip in a short word, two from six letters on, three from twelve. */
	unsigned limit = name.n < 3 ? 0 : name.n < 6 ? 1 : name.n < 12 ? 2 : 3;
	unsigned best = limit + 1;

	for (size_t i = 0; i < table->n; i++) {
		const struct opt *row = &table->rows[i];
		if (!(row->dialects & dialects) || (row->flags & (OPT_HIDDEN | OPT_FIRST)))
			continue;
		if (row->name)
			suggest_try(name, str_from(row->name), &best, out);
		struct str word;
		for (const char *rest = row->also; opt_each(&rest, &word);)
			suggest_try(name, word, &best, out);
	}
	return best <= limit;
}
