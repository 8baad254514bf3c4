#include "ember/compile/write.h"

#include <string.h>

#include "ember/base/size.h"
#include "ember/base/sort.h"
#include "ember/base/vec.h"
#include "ember/compile/pattern.h"
#include "ember/syntax/pattern.h"
#include "write_own.h"

enum { ONIG_VERSION = 60908 };

void writer_init(struct pack_writer *w)
{
	static const struct pack_rule rule;
	static const struct pack_theme theme;
	static const struct pack_injection injection;
	static const struct pack_style_rule style;
	static const struct pack_range range;
	static const struct pack_node node;
	static const uint32_t word;
	memset(w, 0, sizeof(*w));
	w->chars.ask = true;
	w->regexes = writer_regexes_new(NULL);
	WRITER_ADD(w, PACK_TEXT, &word);
	WRITER_ADD(w, PACK_WORDS, &word);
	WRITER_ADD(w, PACK_ATOMS, &word);
	WRITER_ADD(w, PACK_TEMPLATES, &(struct pack_template){ 0 });
	WRITER_ADD(w, PACK_REGEXES, &(struct pack_regex){ 0 });
	WRITER_ADD(w, PACK_RULES, &rule);
	WRITER_ADD(w, PACK_CAPTURES, &(struct pack_capture){ 0 });
	WRITER_ADD(w, PACK_SETS, &range);
	WRITER_ADD(w, PACK_INJECTIONS, &injection);
	WRITER_ADD(w, PACK_THEMES, &theme);
	WRITER_ADD(w, PACK_NODES, &node);
	WRITER_ADD(w, PACK_EDGES, &(struct pack_key){ 0 });
	WRITER_ADD(w, PACK_STYLES, &style);
	WRITER_ADD(w, PACK_NOTICES, &(struct pack_notice){ 0 });
	WRITER_ADD(w, PACK_CONTEXTS, &(struct pack_context){ 0 });
	WRITER_ADD(w, PACK_ACTIONS, &(struct pack_action){ 0 });
}

void writer_fini(struct pack_writer *w)
{
	for (unsigned s = 0; s < PACK_SECTIONS; s++)
		buf_fini(&w->section[s]);
	map_fini(&w->texts);
	map_fini(&w->atoms);
	map_fini(&w->templates);
	map_fini(&w->lists);
	map_fini(&w->sets);
	writer_regexes_free(w->regexes);
	chars_pool_fini(&w->chars);
	arena_fini(&w->arena);
}

void writer_clear(struct pack_writer *w, enum pack_section s)
{
	buf_clear(&w->section[s]);
}

uint32_t writer_add(struct pack_writer *w, enum pack_section s, const void *record, size_t size)
{
	uint32_t i = u32(w->section[s].n / size);
	buf_add(&w->section[s], record, size);
	return i;
}

void *writer_at(struct pack_writer *w, enum pack_section s, uint32_t i, size_t size)
{
	REQUIRE(w->section[s].n / size > i);
	return w->section[s].p + (size_t)i * size;
}

/* Every text of PACK_TEXT by what it says. What does not read as texts end to end stays as it is. */
static void load_texts(struct pack_writer *w, const struct pack *base)
{
	uint32_t n = pack_count(base, PACK_TEXT), at = sizeof(uint32_t);
	bool added;
	while (at < n) {
		struct str text = pack_text(base, at);
		if (!text.n)
			break;
		uint64_t *slot = map_at(&w->texts, text, &added);
		if (added)
			*slot = at;
		at += u32(sizeof(uint32_t) + text.n);
		at += 4 - at % 4;
	}
}

void writer_load(struct pack_writer *w, const struct pack *base)
{
	bool added;
	memset(w, 0, sizeof(*w));
	for (unsigned s = 0; s < PACK_SECTIONS; s++)
		buf_str(&w->section[s], pack_bytes(base, s));
	load_texts(w, base);
	for (uint32_t i = 1; i < pack_count(base, PACK_ATOMS); i++)
		*map_at(&w->atoms, pack_atom(base, i), &added) = i;
	const struct chars_table chars = patterns_chars(base);
	chars_pool_load(&w->chars, &chars);
	w->chars.ask = true;
	w->regexes = writer_regexes_new(base);
}

uint32_t writer_put_text(struct buf *out, struct str text)
{
	const uint32_t at = u32(out->n), len = u32(text.n);
	buf_add(out, &len, sizeof(len));
	buf_str(out, text);
	buf_fill(out, 0, 4 - out->n % 4);
	return at;
}

uint32_t writer_text(struct pack_writer *w, struct str text)
{
	bool added;
	if (text.n == 0)
		return 0;
	uint64_t *at = map_copy(&w->texts, &w->arena, text, &added);
	if (added)
		*at = writer_put_text(&w->section[PACK_TEXT], text);
	return (uint32_t)*at;
}

uint32_t writer_atom(struct pack_writer *w, struct str scope)
{
	bool added;
	uint64_t *at = map_copy(&w->atoms, &w->arena, scope, &added);
	if (added) {
		uint32_t text = writer_text(w, scope);
		*at = WRITER_ADD(w, PACK_ATOMS, &text);
	}
	return (uint32_t)*at;
}

struct pack_range writer_words(struct pack_writer *w, const uint32_t *words, size_t n)
{
	struct buf *out = &w->section[PACK_WORDS];
	struct pack_range r = { 0, u32(n) };
	bool added;
	if (n == 0)
		return r;
	struct str bytes = { (const char *)words, n * sizeof(*words) };
	uint64_t *at = map_copy(&w->lists, &w->arena, bytes, &added);
	if (added) {
		*at = out->n / sizeof(*words);
		buf_str(out, bytes);
	}
	r.first = u32((size_t)*at);
	return r;
}

uint32_t writer_template(struct pack_writer *w, struct str name)
{
	struct pack_template t = { 0 };
	VEC(uint32_t) atoms = { 0 };
	bool added, more = true;
	if (name.n == 0)
		return 0;
	uint64_t *at = map_copy(&w->templates, &w->arena, name, &added);
	if (!added)
		return (uint32_t)*at;
	if (pattern_template(name)) {
		t.text = writer_text(w, name);
	} else {
		for (struct str rest = name; more;) { /* two blanks make an empty atom */
			more = str_chr(rest, ' ') != STR_NONE;
			VEC_PUSH(&atoms) = writer_atom(w, str_cut(&rest, ' '));
		}
		struct pack_range r = writer_words(w, atoms.p, atoms.n);
		t.first = r.first;
		t.n = r.n;
	}
	VEC_FREE(&atoms);
	*at = WRITER_ADD(w, PACK_TEMPLATES, &t);
	return (uint32_t)*at;
}

uint32_t writer_set(struct pack_writer *w, const uint32_t *rules, size_t n)
{
	bool added;
	if (n == 0)
		return 0;
	uint64_t *at = map_copy(&w->sets, &w->arena, (struct str){ (const char *)rules, n * sizeof(*rules) }, &added);
	if (added) {
		struct pack_range r = writer_words(w, rules, n);
		*at = WRITER_ADD(w, PACK_SETS, &r);
	}
	return (uint32_t)*at;
}

static int by_text(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return str_cmp(((const struct writer_key *)a)->text, ((const struct writer_key *)b)->text);
}

struct pack_key writer_key(struct pack_writer *w, struct str text, uint32_t id)
{
	return (struct pack_key){ pack_head(text), writer_text(w, text), id };
}

void writer_keys(struct pack_writer *w, enum pack_section s, const struct writer_key *keys, size_t n,
	bool fold)
{
	struct writer_key *sorted = ARENA_ARRAY(&w->arena, struct writer_key, n);
	for (size_t i = 0; i < n; i++) {
		char *text = arena_cstr(&w->arena, keys[i].text);
		for (size_t c = 0; fold && c < keys[i].text.n; c++)
			text[c] = ascii_lower(text[c]);
		sorted[i] = (struct writer_key){ { text, keys[i].text.n }, keys[i].id };
	}
	sort_stable(sorted, n, sizeof(*sorted), by_text, NULL);
	for (size_t i = 0; i < n; i++) {
		if (sorted[i].text.n == 0 || (i && str_eq(sorted[i].text, sorted[i - 1].text)))
			continue;
		struct pack_key key = writer_key(w, sorted[i].text, sorted[i].id);
		WRITER_ADD(w, s, &key);
	}
}

/* All of a section anew. */
static void writer_fill(struct pack_writer *w, enum pack_section s, const void *p, size_t size)
{
	writer_clear(w, s);
	buf_add(&w->section[s], p, size);
}

void writer_finish(struct pack_writer *w, struct buf *out, uint64_t source_hash)
{
	struct pack_header h = {
		.magic = PACK_MAGIC,
		.format = PACK_FORMAT,
		.source_hash = source_hash,
		.onig_version = ONIG_VERSION,
		.sections = PACK_SECTIONS,
		.size = sizeof(h),
	};
	writer_regexes_finish(w);
	const struct chars_table chars = chars_pool_table(&w->chars);
	writer_fill(w, PACK_CHARS, chars.sets, chars.nsets * sizeof(*chars.sets));
	writer_fill(w, PACK_RANGES, chars.ranges, chars.nranges * sizeof(*chars.ranges));
	for (unsigned s = 0; s < PACK_SECTIONS; s++) {
		h.size += -h.size & 7;
		h.section[s].offset = h.size;
		h.section[s].size = w->section[s].n;
		h.size += w->section[s].n;
	}
	buf_reserve(out, h.size);
	buf_add(out, &h, sizeof(h));
	for (unsigned s = 0; s < PACK_SECTIONS; s++) {
		buf_fill(out, 0, h.section[s].offset - out->n);
		buf_str(out, buf_view(&w->section[s]));
	}
}
