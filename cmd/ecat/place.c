#include "ecat.h"

void place_set(struct ecat_conf *c, const char *value, const char *where, unsigned line)
{
	VEC_PUSH(&c->places.of) = (struct ecat_place){ value, where, line };
}

/* Values are told apart by where they lie: the same word may stand in a file and on the command line. */
static const struct ecat_place *place_find(const struct ecat_conf *c, const char *value)
{
	for (size_t i = 0; i < c->places.of.n; i++)
		if (c->places.of.p[i].value == value)
			return &c->places.of.p[i];
	return NULL;
}

const char *place_text(const struct ecat_conf *c, struct arena *a, const char *value)
{
	const struct ecat_place *p = place_find(c, value);
	if (!p)
		return "";
	return p->line ? arena_printf(a, "%s:%u: ", p->where, p->line).p : arena_printf(a, "%s: ", p->where).p;
}
