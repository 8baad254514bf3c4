#include "ember/pack/pack.h"

#include <string.h>

static const uint8_t record_size[PACK_SECTIONS] = {
	[PACK_TEXT] = 1,
	[PACK_WORDS] = sizeof(uint32_t),
	[PACK_ATOMS] = sizeof(uint32_t),
	[PACK_TEMPLATES] = sizeof(struct pack_template),
	[PACK_REGEXES] = sizeof(struct pack_regex),
	[PACK_RULES] = sizeof(struct pack_rule),
	[PACK_CAPTURES] = sizeof(struct pack_capture),
	[PACK_SETS] = sizeof(struct pack_range),
	[PACK_INJECTIONS] = sizeof(struct pack_injection),
	[PACK_LANGUAGES] = sizeof(struct pack_language),
	[PACK_NAMES] = sizeof(struct pack_key),
	[PACK_FILES] = sizeof(struct pack_key),
	[PACK_FILES_FOLD] = sizeof(struct pack_key),
	[PACK_EXTENSIONS] = sizeof(struct pack_key),
	[PACK_EXTENSIONS_FOLD] = sizeof(struct pack_key),
	[PACK_INTERPRETERS] = sizeof(struct pack_key),
	[PACK_GLOBS] = sizeof(struct pack_key),
	[PACK_FIRST_LINES] = sizeof(struct pack_first),
	[PACK_SUFFIXES] = sizeof(uint32_t),
	[PACK_THEMES] = sizeof(struct pack_theme),
	[PACK_THEME_NAMES] = sizeof(struct pack_key),
	[PACK_NODES] = sizeof(struct pack_node),
	[PACK_EDGES] = sizeof(struct pack_key),
	[PACK_STYLES] = sizeof(struct pack_style_rule),
	[PACK_NOTICES] = sizeof(struct pack_notice),
	[PACK_REPOSITORY] = sizeof(struct pack_key),
	[PACK_CONTEXTS] = sizeof(struct pack_context),
	[PACK_ACTIONS] = sizeof(struct pack_action),
	[PACK_MATCHERS] = sizeof(uint64_t),
	[PACK_CHARS] = 2 * sizeof(uint64_t) + 2 * sizeof(uint32_t),
	[PACK_RANGES] = 2 * sizeof(uint32_t),
};

static int open_sections(struct pack *p, const struct pack_header *h, struct err *e)
{
	for (unsigned s = 0; s < PACK_SECTIONS; s++) {
		uint64_t offset = h->section[s].offset, size = h->section[s].size;
		if (offset % 8 || offset > h->size || size > h->size - offset)
			return err_text(e, "damaged pack: section out of bounds");
		if (size % record_size[s] || size / record_size[s] > UINT32_MAX)
			return err_text(e, "damaged pack: bad section size");
		p->section[s].at = p->base + offset;
		p->section[s].n = (uint32_t)(size / record_size[s]);
	}
	return 0;
}

int pack_open(struct pack *p, const void *data, size_t size, struct err *e)
{
	struct pack_header h;
	memset(p, 0, sizeof(*p));
	if (size < sizeof(h) || (uintptr_t)data % 8)
		return err_text(e, "not a pack");
	memcpy(&h, data, sizeof(h));
	if (h.magic != PACK_MAGIC) /* also what a machine of the other byte order sees */
		return err_text(e, "not a pack");
	if (h.format != PACK_FORMAT || h.sections != PACK_SECTIONS)
		return err_text(e, "pack of another version");
	if (h.size != size)
		return err_text(e, "damaged pack: wrong size");
	p->base = data;
	if (open_sections(p, &h, e) != 0) {
		memset(p, 0, sizeof(*p));
		return -1;
	}
	return 0;
}

uint64_t pack_hash(const struct pack *p)
{
	struct pack_header h;
	if (!p->base)
		return 0;
	memcpy(&h, p->base, sizeof(h));
	return h.source_hash;
}

uint32_t pack_count(const struct pack *p, enum pack_section s)
{
	return p->section[s].n;
}

struct str pack_bytes(const struct pack *p, enum pack_section s)
{
	return (struct str){ p->section[s].at, (size_t)p->section[s].n * record_size[s] };
}

struct str pack_text(const struct pack *p, uint32_t text)
{
	const char *at = p->section[PACK_TEXT].at;
	uint32_t n = p->section[PACK_TEXT].n, len;
	if (text == 0 || text % 4 || text >= n || n - text < sizeof(len) + 1)
		return STR("");
	memcpy(&len, at + text, sizeof(len));
	if (len > n - text - sizeof(len) - 1 || at[text + sizeof(len) + len])
		return STR("");
	return (struct str){ at + text + sizeof(len), len };
}

/* Of `have` records of `size` bytes those of the range. */
static const void *range_of(const void *at, uint64_t have, size_t size, struct pack_range r, uint32_t *n)
{
	*n = 0;
	if (r.n == 0 || r.first > have || r.n > have - r.first)
		return NULL;
	*n = r.n;
	return (const char *)at + r.first * size;
}

static const void *range(const struct pack *p, enum pack_section s, struct pack_range r, uint32_t *n)
{
	return range_of(p->section[s].at, p->section[s].n, record_size[s], r, n);
}

uint32_t pack_word(const struct pack *p, uint32_t i)
{
	return i < p->section[PACK_WORDS].n ? ((const uint32_t *)p->section[PACK_WORDS].at)[i] : 0;
}

const uint32_t *pack_words(const struct pack *p, struct pack_range r, uint32_t *n)
{
	return range(p, PACK_WORDS, r, n);
}

struct str pack_suffix(const struct pack *p, uint32_t i)
{
	const uint32_t *suffixes = p->section[PACK_SUFFIXES].at;
	return i < p->section[PACK_SUFFIXES].n ? pack_text(p, suffixes[i]) : STR("");
}

struct str pack_atom(const struct pack *p, uint32_t id)
{
	const uint32_t *atoms = p->section[PACK_ATOMS].at;
	return id && id < p->section[PACK_ATOMS].n ? pack_text(p, atoms[id]) : STR("");
}

const struct pack_regex pack_no_regex = { 0 };
const struct pack_rule pack_no_rule = { 0 };

/* Defines the accessor of one kind of record; `from` is the first id that is not a dummy. */
#define RECORD(type, of, from)                                                        \
	const struct type *type(const struct pack *p, uint32_t id)                    \
	{                                                                             \
		static const struct type none = { 0 };                                \
		const struct type *at = p->section[of].at;                            \
		return id >= (from) && id < p->section[of].n ? at + id : &none;       \
	}

RECORD(pack_template, PACK_TEMPLATES, 1u)
RECORD(pack_injection, PACK_INJECTIONS, 1u)
RECORD(pack_theme, PACK_THEMES, 1u)
RECORD(pack_node, PACK_NODES, 1u)
RECORD(pack_notice, PACK_NOTICES, 1u)
RECORD(pack_context, PACK_CONTEXTS, 1u)
RECORD(pack_action, PACK_ACTIONS, 1u)

const struct pack_language *pack_language(const struct pack *p, uint32_t id)
{
	static const struct pack_language none = { 0 };
	const struct pack_language *at = p->section[PACK_LANGUAGES].at;
	return id < p->section[PACK_LANGUAGES].n ? at + id : &none;
}

const uint32_t *pack_set(const struct pack *p, uint32_t id, uint32_t *n)
{
	const struct pack_range *sets = p->section[PACK_SETS].at;
	*n = 0;
	return id && id < p->section[PACK_SETS].n ? pack_words(p, sets[id], n) : NULL;
}

static const void *whole_section(const struct pack *p, enum pack_section s, uint32_t *n)
{
	*n = p->section[s].n;
	return p->section[s].at;
}

const void *pack_chars(const struct pack *p, uint32_t *n)
{
	return whole_section(p, PACK_CHARS, n);
}

const void *pack_ranges(const struct pack *p, uint32_t *n)
{
	return whole_section(p, PACK_RANGES, n);
}

struct str pack_automaton(const struct pack *p, const struct pack_regex *r)
{
	uint32_t n;
	const uint64_t *words = range(p, PACK_MATCHERS, r->automaton, &n);
	return (struct str){ (const char *)words, n * sizeof(*words) };
}

struct str pack_program(const struct pack *p, const struct pack_regex *r)
{
	uint32_t n;
	const uint64_t have = (uint64_t)p->section[PACK_MATCHERS].n * sizeof(uint64_t) / sizeof(uint32_t);
	const uint32_t *words = range_of(p->section[PACK_MATCHERS].at, have, sizeof(*words), r->program, &n);
	return (struct str){ (const char *)words, n * sizeof(*words) };
}

const struct pack_capture *pack_captures(const struct pack *p, struct pack_range r, uint32_t *n)
{
	return range(p, PACK_CAPTURES, r, n);
}

const struct pack_injection *pack_injections(const struct pack *p, struct pack_range r, uint32_t *n)
{
	return range(p, PACK_INJECTIONS, r, n);
}

const struct pack_style_rule *pack_styles(const struct pack *p, struct pack_range r, uint32_t *n)
{
	return range(p, PACK_STYLES, r, n);
}

const struct pack_key *pack_keys(const struct pack *p, enum pack_section s, uint32_t *n)
{
	bool keys = (s >= PACK_NAMES && s <= PACK_GLOBS) || s == PACK_THEME_NAMES;
	*n = keys ? p->section[s].n : 0;
	return keys ? p->section[s].at : NULL;
}

const struct pack_first *pack_first_lines(const struct pack *p, uint32_t *n)
{
	*n = p->section[PACK_FIRST_LINES].n;
	return p->section[PACK_FIRST_LINES].at;
}

/* As str_cmp, with the key's letters folded first when asked. */
static int cmp_key(struct str key, struct str text, bool fold)
{
	size_t n = key.n < text.n ? key.n : text.n;
	if (!fold)
		return str_cmp(key, text);
	for (size_t i = 0; i < n; i++) {
		unsigned char a = (unsigned char)ascii_lower(key.p[i]);
		unsigned char b = (unsigned char)text.p[i];
		if (a != b)
			return a < b ? -1 : 1;
	}
	return (key.n > text.n) - (key.n < text.n);
}

uint32_t pack_head(struct str text)
{
	const uint8_t *p = (const uint8_t *)text.p;
	uint32_t head = 0;
	if (text.n >= sizeof(head))
		return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
	for (size_t i = 0; i < sizeof(head); i++)
		head = head << 8 | (i < text.n ? p[i] : 0u);
	return head;
}

/* Bytes that are ASCII capitals made small, four at a time. */
static uint32_t head_fold(uint32_t head)
{
	for (unsigned shift = 0; shift < 32; shift += 8) {
		const unsigned byte = head >> shift & 0xff;
		head |= (uint32_t)(byte >= 'A' && byte <= 'Z') << (shift + 5);
	}
	return head;
}

/* Of n sorted records the one whose text is `key`; NULL: none is. */
static const struct pack_key *find_in(const struct pack *p, const struct pack_key *keys, uint32_t n, struct str key, bool fold)
{
	const uint32_t head = fold ? head_fold(pack_head(key)) : pack_head(key);
	while (n) {
		const struct pack_key *mid = keys + n / 2;
		int c = (head > mid->head) - (head < mid->head);
		if (c == 0)
			c = cmp_key(key, pack_text(p, mid->text), fold);
		if (c == 0)
			return mid;
		if (c > 0) {
			n -= n / 2 + 1;
			keys = mid + 1;
		} else {
			n /= 2;
		}
	}
	return NULL;
}

bool pack_find(const struct pack *p, enum pack_section s, struct str key, uint32_t *id)
{
	uint32_t n;
	const struct pack_key *keys = pack_keys(p, s, &n);
	bool fold = s == PACK_NAMES || s == PACK_FILES_FOLD || s == PACK_EXTENSIONS_FOLD ||
		s == PACK_THEME_NAMES;
	if (s == PACK_GLOBS) /* in order of precedence, not sorted */
		return false;
	const struct pack_key *found = find_in(p, keys, n, key, fold);
	if (found)
		*id = found->id;
	return found;
}

/* The same within a range of a section; 0 = none. */
static uint32_t find_range(const struct pack *p, enum pack_section s, struct pack_range r, struct str key)
{
	uint32_t n;
	const struct pack_key *keys = range(p, s, r, &n);
	const struct pack_key *found = find_in(p, keys, n, key, false);
	return found ? found->id : 0;
}

uint32_t pack_child(const struct pack *p, uint32_t node, struct str part)
{
	return find_range(p, PACK_EDGES, pack_node(p, node)->edges, part);
}

uint32_t pack_scope_rule(const struct pack *p, struct str scope, struct str name)
{
	uint32_t id;
	if (!pack_find(p, PACK_NAMES, scope, &id))
		return 0;
	const struct pack_language *l = pack_language(p, id);
	if (!str_eq(pack_text(p, l->scope), scope)) /* some other language's name */
		return 0;
	if (!name.n)
		return l->root;
	return find_range(p, PACK_REPOSITORY, l->repository, name);
}
