/*
 * pattern: the pack's regexes, compiled on first use, and where each matches next in a line: a direct
 * search, with what was found (or not found) so far kept for the rest of the line. That is the plain
 * engine; finder.h asks for matches at one place instead.
 */
#ifndef EMBER_SYNTAX_PATTERN_H
#define EMBER_SYNTAX_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/idmap.h"
#include "ember/base/map.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/pack/pack.h"
#include "ember/rx/cand.h"
#include "ember/rx/direct.h"
#include "ember/rx/rx.h"

struct pattern {
	uint64_t line;   /* the text that the fields below speak of, 0 = none */
	unsigned opts;   /* options of those searches */
	int from, found; /* leftmost match that starts at or after `from`; found -1 = none */
	unsigned mask;   /* which options make a difference: RX_NOT_A, RX_NOT_G */
	bool bad;        /* does not compile, or there is no text: never matches */
	bool far_g;      /* where \G may match it matters where the search began, not only where the match begins */
	uint32_t regex;  /* the pack's; 0 = an end pattern with resolved references */
	bool asked;      /* whether it can be matched directly */
	const struct direct *direct;
	struct direct *own; /* the same, where it is not the pack's */
	bool has_must;      /* what is matched directly holds a text */
	uint64_t must_line; /* the text that the two below speak of, 0 = none */
	size_t must_from, must_at; /* direct_must of that place */
	struct rx *rx;
	struct rx_match m; /* of the last search */
	struct str text; /* of an end pattern with resolved references */
};

/* The patterns that begin a rule of a set, in order. */
struct pattern_set {
	uint32_t n;
	uint32_t *rules;
	struct pattern **patterns;
};

#define PATTERNS_TRIES 4

struct patterns {
	const struct pack *pack;
	struct rx_limit *limit[PATTERNS_TRIES]; /* of one search by Oniguruma, each ten times the one before */
	struct direct_run run; /* its work is all that is counted, Oniguruma's too */
	struct arena arena;        /* patterns and sets */
	uint32_t nregexes;
	struct chars_table chars;  /* the pack's */
	VEC(struct pattern *) used; /* the pack's that were asked for so far */
	struct idmap by_regex;      /* where in `used`, from 1, by the pack's regex id */
	VEC(struct pattern *) by_place; /* those that were candidates, NULL = none so far: see cand_place */
	struct pattern_set **sets; /* by the pack's set id; NULL: none was asked for */
	uint32_t nsets;
	struct cand *cand;
	struct map end_ids;         /* end patterns with resolved back references, by text */
	VEC(struct pattern *) ends; /* id - 1 */
	struct arena end_arena;
	uint32_t end_compiled;
	int64_t line_ms; /* processor time of a line: the engine's, or what a test sets */
	/* Of this line: */
	uint32_t searches, limited; /* searches run, and those that a limit of rx stopped */
	uint32_t look_at;           /* searches after which the clock is looked at again */
	bool spent;                 /* it took too much: nothing matches any more */
	int64_t looked;             /* when the processor time was last looked at, ns; 0 = not yet */
	int64_t deadline;           /* the thread's processor time then, ns; 0 = not yet */
};

/*
 * What the searches of a line may take is counted, so that it is the same everywhere: instructions of
 * the direct matcher and, PATTERNS_RETRY_WORK each, Oniguruma's retries. Those it does not tell; so a
 * search begins with a thousand, and one that they do not suffice for costs them and runs again with ten
 * times as many, up to RX_GRAMMAR_RETRIES. All together are well under 0.1 s. The clock is for what neither
 * counts. It counts processor time, so that a busy machine does not change what is highlighted.
 */
#define PATTERNS_LINE_WORK 4500000u
#define PATTERNS_RETRY_WORK 4u
#define PATTERNS_LINE_MS 65
#define PATTERNS_PLAIN_MS 500 /* where every pattern is searched for: a line compiles hundreds of them */
#define PATTERNS_LOOK_MS 8 /* between looks at that clock, and ... */
#define PATTERNS_LOOK_EVERY 64u /* ... at the coarse one, in searches that take a tenth of 1 ms at most */

#define PATTERN_ENDS_MAX 256u /* compiled end patterns of that kind kept at a time */

/* Threads: one at a time. The pack is borrowed. */
void patterns_init(struct patterns *ps, const struct pack *p);
struct chars_table patterns_chars(const struct pack *p); /* the sets that its programs name */
void patterns_fini(struct patterns *ps);
void patterns_reset(struct patterns *ps); /* forget the resolved end patterns: a new file begins */

void patterns_line(struct patterns *ps);  /* a new line begins */
bool patterns_spent(struct patterns *ps); /* this line may search no more */

/* NULL for 0. Stays valid until patterns_fini. */
struct pattern *patterns_regex(struct patterns *ps, uint32_t regex);
struct pattern *patterns_candidate_new(struct patterns *ps, uint32_t place, uint32_t regex);
/* The same, of the i-th candidate of a list. */
static inline struct pattern *patterns_candidate(struct patterns *ps, struct cand_list list, uint32_t i)
{
	const uint32_t place = cand_place(list, i);
	struct pattern *known = place < ps->by_place.n ? ps->by_place.p[place] : NULL;
	return known ? known : patterns_candidate_new(ps, place, cand_item(list, i));
}
/* Columns of the byte that a match may begin at. */
static inline struct cols patterns_first(const struct pack_regex *r)
{
	return (struct cols){ { (uint64_t)r->first[1] << 32 | r->first[0], (uint64_t)r->first[3] << 32 | r->first[2] } };
}
const struct pattern_set *patterns_set(struct patterns *ps, uint32_t set);

/* The number (from 1) of an end pattern's text after back references were filled in. */
uint32_t patterns_end(struct patterns *ps, struct str text, uint32_t regex);
struct pattern *patterns_end_at(struct patterns *ps, uint32_t end); /* valid until patterns_reset */

#define PATTERNS_PLAIN (1u << 16) /* an option: by Oniguruma alone */

/*
 * Leftmost start of a match at or after `pos`. `line` names the text: equal numbers, equal text.
 * Returns: the start, or -1; the match is in p->m until the next call for p.
 */
int patterns_next(struct patterns *ps, struct pattern *p, struct str text, uint64_t line,
	size_t pos, unsigned opts);

/* Does p match at `at`? `line`: as for patterns_next. The match is then in p->m until the next call for p. */
bool patterns_at(struct patterns *ps, struct pattern *p, struct str text, uint64_t line, size_t at, unsigned opts);

#endif
