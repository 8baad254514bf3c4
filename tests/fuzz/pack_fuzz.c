/* pack: a damaged pack is refused, or every accessor answers within it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/pack/pack.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t seen; /* keeps the reads from being left out */

static void touch(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		seen += (unsigned char)s.p[i];
	REQUIRE(s.n == 0 || s.p[s.n] == 0);
}

static void words(const struct pack *p, struct pack_range r)
{
	uint32_t n;
	const uint32_t *w = pack_words(p, r, &n);
	for (uint32_t i = 0; i < n; i++)
		touch(pack_text(p, w[i]));
}

static void record(const struct pack *p, uint32_t i)
{
	uint32_t n;
	const struct pack_rule *r = pack_rule(p, i);
	const uint32_t *set = pack_set(p, r->set, &n);
	for (uint32_t k = 0; k < n; k++)
		seen += pack_rule(p, set[k])->kind;
	const struct pack_capture *c = pack_captures(p, r->captures, &n);
	for (uint32_t k = 0; k < n; k++)
		seen += pack_template(p, c[k].name)->n;
	touch(pack_text(p, pack_regex(p, r->begin)->text));
	touch(pack_atom(p, i));
	words(p, pack_language(p, i)->aliases);
	words(p, pack_injection(p, i)->selector);
	const struct pack_style_rule *s = pack_styles(p, pack_node(p, i)->styles, &n);
	for (uint32_t k = 0; k < n; k++)
		words(p, s[k].parents);
	seen += pack_child(p, pack_theme(p, i)->root, STR("comment"));
	touch(pack_text(p, pack_notice(p, i)->text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pack p;
	struct err e = { 0 };
	uint32_t id;
	/* A header is mostly zeros; the input's bytes are laid over a valid one. */
	size_t n = sizeof(struct pack_header) + 1024;
	char *file = calloc(1, n);
	if (!file || size > 2048) {
		free(file);
		return 0;
	}
	struct pack_header h = { .magic = PACK_MAGIC, .format = PACK_FORMAT, .size = n, .sections = PACK_SECTIONS };
	for (unsigned s = 0; s < PACK_SECTIONS; s++) {
		h.section[s].offset = sizeof(h) + (size > s ? data[s] & ~7u : 0);
		h.section[s].size = size > PACK_SECTIONS + s ? data[PACK_SECTIONS + s] * 4u : 0;
	}
	memcpy(file, &h, sizeof(h));
	for (size_t i = 2 * PACK_SECTIONS, at = sizeof(h); i < size && at < n; i++)
		file[at++] = (char)data[i];
	if (size && data[size - 1] == 0xff) /* now and then the header itself is damaged */
		memcpy(file + data[0], data, size < 8 ? size : 8);
	if (pack_open(&p, file, n, &e) == 0) {
		for (uint32_t i = 0; i < 64; i++)
			record(&p, i);
		for (unsigned s = 0; s < PACK_SECTIONS; s++)
			seen += pack_find(&p, (enum pack_section)s, STR("c"), &id);
	} else {
		REQUIRE(e.what);
	}
	free(file);
	return 0;
}
