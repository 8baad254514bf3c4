#include "firstline.h"

#include "ember/rx/direct.h"
#include "ember/rx/rx.h"
#include "ember/syntax/pattern.h"
#include "ember/text/utf8.h"

/* What looking for the first lines of grammars takes. */
struct first_look {
	const struct pack *pack;
	struct chars_table chars;
	struct arena arena;
	struct direct_run run;
	struct rx_match match;
	struct rx_limit *limit; /* NULL: Oniguruma was not asked yet */
};

static bool first_onig(struct first_look *f, struct str pattern, struct str line)
{
	struct rx *rx = rx_new(pattern, RX_GRAMMAR, 0, NULL, NULL);
	if (!rx)
		return false;
	if (!f->limit)
		f->limit = rx_limit_new(RX_GRAMMAR_RETRIES, RX_GRAMMAR_STACK);
	const bool found = rx_search(rx, f->limit, line, 0, line.n, 0, NULL) >= 0;
	rx_free(rx);
	return found;
}

/* Does the pattern match anywhere in the line? */
static bool first_found(struct first_look *f, const struct pack_regex *regex, struct str line)
{
	const struct direct *d = direct_read(&f->arena, pack_program(f->pack, regex), &f->chars, f->pack->sound);
	const int r = d ? direct_search(d, &f->run, line, 0, 0, &f->match) : DIRECT_UNSURE;
	return r < RX_NONE ? first_onig(f, pack_text(f->pack, regex->text), line) : r >= 0;
}

bool firstline_find(const struct pack *pack, struct str line, uint32_t *language)
{
	uint32_t n;
	const struct pack_first *first = pack_first_lines(pack, &n);
	struct first_look f = { .pack = pack, .chars = patterns_chars(pack) };
	bool found = false;
	if (!line.n || !utf8_valid(line))
		return false;
	for (uint32_t i = 0; i < n && !found; i++) {
		found = first_found(&f, pack_regex(pack, first[i].regex), line);
		if (found)
			*language = first[i].language;
	}
	rx_limit_free(f.limit);
	rx_match_fini(&f.match);
	direct_run_fini(&f.run);
	arena_fini(&f.arena);
	return found;
}
