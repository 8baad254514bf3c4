#include "ember/syntax/registry.h"

int registry_open(struct registry *r, const void *data, size_t size, struct err *e)
{
	return pack_open(&r->pack, data, size, e);
}

uint32_t registry_count(const struct registry *r)
{
	uint32_t n = pack_count(&r->pack, PACK_LANGUAGES);
	return n ? n : 1;
}

struct language registry_language(const struct registry *r, uint32_t id)
{
	if (id >= registry_count(r))
		id = 0;
	const struct pack_language *l = pack_language(&r->pack, id);
	struct language out = { .id = id, .hidden = l->hidden != 0 };
	out.name = pack_text(&r->pack, l->name);
	out.display = pack_text(&r->pack, l->display);
	out.scope = pack_text(&r->pack, l->scope);
	if (!out.name.n) /* a pack that does not open still has plain text */
		out.name = out.display = id ? STR("") : STR("plain");
	return out;
}

bool registry_find(const struct registry *r, struct str name, struct language *out)
{
	struct str ext = str_starts(name, STR(".")) ? str_sub(name, 1, name.n) : name;
	uint32_t id;

	if (!name.n)
		return false;
	bool found = pack_find(&r->pack, PACK_NAMES, name, &id) ||
		pack_find(&r->pack, PACK_EXTENSIONS, ext, &id) ||
		pack_find(&r->pack, PACK_EXTENSIONS_FOLD, ext, &id) ||
		pack_find(&r->pack, PACK_FILES_FOLD, name, &id);
	if (!found && !str_eq_nocase(name, STR("plain")))
		return false;
	*out = registry_language(r, found ? id : 0);
	return true;
}

static bool registry_text(
	const struct registry *r, struct pack_range range, uint32_t i, struct str *out)
{
	uint32_t n;
	const uint32_t *w = pack_words(&r->pack, range, &n);
	if (i >= n)
		return false;
	*out = pack_text(&r->pack, w[i]);
	return true;
}

bool registry_extension(const struct registry *r, uint32_t id, uint32_t i, struct str *ext)
{
	return registry_text(r, pack_language(&r->pack, id)->extensions, i, ext);
}

bool registry_alias(const struct registry *r, uint32_t id, uint32_t i, struct str *alias)
{
	return registry_text(r, pack_language(&r->pack, id)->aliases, i, alias);
}
