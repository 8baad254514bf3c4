#include "ember/list/icon.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "ember/list/icon_hash.h"
#include "ember/text/utf8.h"

#include "icon_tab.h"

#define ICON_NAME_MAX 64 /* longer names have no icon of their own */

static const struct icon_entry *icon_entry(unsigned kind, struct str key)
{
	uint32_t bucket = icon_hash(kind, key) % ICON_BUCKETS;
	for (unsigned i = icon_starts[bucket]; i < icon_starts[bucket + 1]; i++) {
		const struct icon_entry *e = &icon_entries[i];
		if (e->kind == kind && e->len == key.n &&
			memcmp(icon_pool + e->at, key.p, key.n) == 0)
			return e;
	}
	return NULL;
}

static const struct icon_entry *icon_by_name(struct str name, bool dir)
{
	char lower[ICON_NAME_MAX];
	if (name.n == 0 || name.n > sizeof(lower))
		return NULL;
	unsigned kind = dir ? ICON_DIR : ICON_NAME;
	const struct icon_entry *e = icon_entry(kind, name);
	for (size_t i = 0; i < name.n; i++)
		lower[i] = ascii_lower(name.p[i]);
	return e ? e : icon_entry(kind, (struct str){ lower, name.n });
}

/* The longest of "tar.gz", "gz". The dot of a hidden file begins no extension. */
static const struct icon_entry *icon_by_extension(struct str name)
{
	char lower[ICON_NAME_MAX];
	struct str tail = name.n > sizeof(lower) ? str_sub(name, name.n - sizeof(lower), name.n)
						 : name;
	for (size_t i = 0; i < tail.n; i++)
		lower[i] = ascii_lower(tail.p[i]);
	for (size_t i = tail.n < name.n ? 0 : 1; i < tail.n; i++) {
		const struct icon_entry *e = NULL;
		if (lower[i] == '.')
			e = icon_entry(ICON_EXT, (struct str){ lower + i + 1, tail.n - i - 1 });
		if (e)
			return e;
	}
	return NULL;
}

static const char *icon_type(unsigned type, bool runs, bool to_dir)
{
	switch (type) {
	case DT_DIR: return "dir";
	case DT_LNK: return to_dir ? "link-dir" : "link";
	case DT_FIFO: return "fifo";
	case DT_SOCK: return "socket";
	case DT_BLK: return "block";
	case DT_CHR: return "char";
	default: return runs ? "exec" : "file";
	}
}

uint32_t icon_glyph(struct str name)
{
	struct str rest = { icon_glyphs, sizeof(icon_glyphs) - 1 };
	while (rest.n) {
		struct str word = str_cut(&rest, ' '), code = str_cut(&rest, ' ');
		if (str_eq(word, name))
			return (uint32_t)strtoul(code.p, NULL, 16);
	}
	return 0;
}

/* The user's icon for the name or its type, 0 = none. Extensions: the longest, from the first dot on. */
static uint32_t icon_own(const struct icon_map *m, struct str name, unsigned type, const char *word)
{
	char lower[256];
	uint32_t cp = 0;
	bool dir = type == DT_DIR, file = type == DT_REG || type == DT_UNKNOWN;
	if ((dir || file) && name.n <= sizeof(lower)) {
		const char *kind = dir ? "dir" : "name";
		for (size_t i = 0; i < name.n; i++)
			lower[i] = ascii_lower(name.p[i]);
		cp = icon_map_get(m, kind, name);
		if (!cp)
			cp = icon_map_get(m, kind, (struct str){ lower, name.n });
		for (size_t i = 1; file && !cp && i < name.n; i++)
			if (lower[i] == '.')
				cp = icon_map_get(m, "ext", (struct str){ lower + i + 1, name.n - i - 1 });
	}
	return cp ? cp : icon_map_get(m, "type", str_from(word));
}

uint32_t icon_find(enum list_icons set, struct str name, unsigned type, bool runs, bool to_dir)
{
	const struct icon_entry *e = NULL;
	struct str base = str_base(name);
	if (type == DT_DIR)
		e = icon_by_name(base, true);
	else if (type == DT_REG || type == DT_UNKNOWN)
		e = icon_by_name(base, false);
	if (!e && (type == DT_REG || type == DT_UNKNOWN))
		e = icon_by_extension(base);
	if (!e)
		e = icon_entry(ICON_TYPE, str_from(icon_type(type, runs, to_dir)));
	if (!e)
		return ' ';
	return set == LIST_ICONS_UNICODE ? icon_unicode[e->look] : icon_nerd[e->look];
}

unsigned icon_put(char *p, enum list_icons set, const struct icon_map *own, const struct item *it)
{
	bool runs = it->facts && (it->facts->mode & 0111);
	bool to_dir = it->type == DT_LNK && item_leads_to_dir(it);
	uint32_t cp = 0;
	if (own)
		cp = icon_own(own, str_base(item_name(it)), it->type, icon_type(it->type, runs, to_dir));
	if (cp)
		return utf8_encode(p, cp);
	return utf8_encode(p, icon_find(set, item_name(it), it->type, runs, to_dir));
}

unsigned icon_cols(enum list_icons set)
{
	return set == LIST_ICONS_UNICODE ? 2 : 1;
}
