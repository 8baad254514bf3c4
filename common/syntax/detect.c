#include "ember/syntax/detect.h"

#include "ember/syntax/content.h"
#include "ember/syntax/mapglob.h"

#define DETECT_STRIPS 4 /* ignored suffixes taken off one name */

/* What the user's maps say: later ones first. */
static const struct detect_map *by_map(
	const struct detect_rules *rules, const struct detect_file *f)
{
	struct str name = str_base(f->path);
	struct str full = f->full.n ? f->full : f->path;
	for (size_t i = rules ? rules->nmaps : 0; i-- > 0;) {
		const struct detect_map *m = &rules->maps[i];
		if (mapglob_match(m->glob, full) || mapglob_match(m->glob, name))
			return m;
	}
	return NULL;
}

/* The pack's globs: on the whole path when they have a slash, else on the name. */
static bool by_glob(const struct registry *r, struct str path, struct str name, uint32_t *id)
{
	uint32_t n;
	const struct pack_key *k = pack_keys(&r->pack, PACK_GLOBS, &n);
	for (uint32_t i = 0; i < n; i++) {
		struct str glob = pack_text(&r->pack, k[i].text);
		struct str on = str_chr(glob, '/') == STR_NONE ? name : path;
		if (mapglob_match(glob, on)) {
			*id = k[i].id;
			return true;
		}
	}
	return false;
}

static bool by_file(const struct registry *r, struct str name, uint32_t *id)
{
	return pack_find(&r->pack, PACK_FILES, name, id) ||
		pack_find(&r->pack, PACK_FILES_FOLD, name, id);
}

/* From each dot on, the longest first: "d.ts" before "ts". */
static bool by_extension(const struct registry *r, struct str name, struct str head, uint32_t *id)
{
	for (size_t i = 1; i < name.n; i++) {
		struct str ext = str_sub(name, i + 1, name.n);
		if (name.p[i] != '.' || !ext.n)
			continue;
		if (content_ambiguous(r, ext, head, id) ||
			pack_find(&r->pack, PACK_EXTENSIONS, ext, id) ||
			pack_find(&r->pack, PACK_EXTENSIONS_FOLD, ext, id))
			return true;
	}
	return false;
}

/* As bat: a file named as an extension is, and a hidden one without its dot. */
static bool by_whole_name(const struct registry *r, struct str name, uint32_t *id)
{
	if (name.n > 1 && name.p[0] == '.') {
		name = str_sub(name, 1, name.n);
		if (pack_find(&r->pack, PACK_FILES, name, id))
			return true;
	}
	return name.n > 1 && pack_find(&r->pack, PACK_EXTENSIONS, name, id);
}

static bool strip(struct str *name, struct str suffix)
{
	if (!suffix.n || !str_ends(*name, suffix) || name->n == suffix.n)
		return false;
	name->n -= suffix.n;
	return true;
}

static bool strip_suffix(
	const struct registry *r, const struct detect_rules *rules, struct str *name)
{
	for (size_t i = 0; i < (rules ? rules->nsuffixes : 0); i++)
		if (strip(name, rules->suffixes[i]))
			return true;
	uint32_t n = pack_count(&r->pack, PACK_SUFFIXES);
	for (uint32_t i = 0; i < n; i++)
		if (strip(name, pack_suffix(&r->pack, i)))
			return true;
	return false;
}

/* What the path leads to; *id may be PACK_UNNAMED. */
static bool by_path(const struct registry *r, struct str path, struct str full, struct str head,
	const struct detect_rules *rules, uint32_t *id)
{
	struct str name = str_base(path);
	for (unsigned i = 0; i <= DETECT_STRIPS && name.n; i++) {
		if (by_glob(r, full, name, id) || by_file(r, name, id) ||
			by_extension(r, name, head, id) || by_whole_name(r, name, id))
			return true;
		if (!strip_suffix(r, rules, &name))
			break;
	}
	return false;
}

static bool by_content(const struct registry *r, const struct detect_file *f, uint32_t *id)
{
	if (content_shebang(r, f->head, id))
		return true;
	struct str tail = f->last ? f->last(f->ctx) : f->tail;
	return content_modeline(r, f->head, tail, id) || content_probe(r, f->head, id);
}

uint32_t detect_language_known(const struct registry *r, const struct detect_file *f,
	const struct detect_rules *rules, bool *known)
{
	const struct detect_map *m = f->path.n ? by_map(rules, f) : NULL;
	uint32_t id = 0;

	*known = true;
	if (m && !m->first_line)
		return m->language;
	if (!m && f->path.n) {
		bool found = by_path(r, f->path, f->full.n ? f->full : f->path, f->head, rules, &id) ||
			(f->target.n && by_path(r, f->target, f->target, f->head, rules, &id));
		if (found && id != PACK_UNNAMED)
			return id;
	}
	*known = by_content(r, f, &id);
	return *known ? id : 0;
}

uint32_t detect_language(
	const struct registry *r, const struct detect_file *f, const struct detect_rules *rules)
{
	bool known;
	return detect_language_known(r, f, rules, &known);
}
