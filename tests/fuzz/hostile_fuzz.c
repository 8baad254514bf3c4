/* hostile: a pack that opens may say anything: whatever runs on it neither leaves it nor goes on for ever. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "unit/syntax/fixture.h"

#include "ember/compile/overlay.h"
#include "ember/syntax/detect.h"
#include "ember/syntax/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PATCH = 6, PATCHES_MAX = 24, LINES_MAX = 4 };

static const char grammar[] =
	"{\"scopeName\":\"source.g\",\"fileTypes\":[\"g\"],\"firstLineMatch\":\"^#g\",\"patterns\":[{\"include\":\"#x\"},{\"begin\":\"([<{])\","
	"\"end\":\"\\\\1|>\",\"name\":\"p.$1\",\"contentName\":\"c\",\"beginCaptures\":{\"1\":{\"name\":\"n\",\"patterns\":[{\"include\":\"$self\"}]}},"
	"\"patterns\":[{\"include\":\"$self\"}]},{\"begin\":\"^>\",\"while\":\"^>\",\"name\":\"q\",\"patterns\":[{\"include\":\"#x\"}]}],"
	"\"repository\":{\"x\":{\"match\":\"\\\\b[xy]+\\\\b\",\"name\":\"k.g\"}},\"injections\":{\"L:p - c\":{\"patterns\":[{\"match\":\"z\",\"name\":\"i\"}]}}}";
static const char syntax[] =
	"%YAML 1.2\n---\nscope: source.s\ncontexts:\n  main:\n    - match: x\n      scope: k\n      push: in\n    - match: b\n      branch_point: p\n"
	"      branch: [one, two]\n    - match: e\n      embed: scope:source.g\n      escape: E\n  in:\n    - meta_scope: m\n    - clear_scopes: 1\n"
	"    - match: y\n      pop: true\n    - match: z\n      set: [main, in]\n  one:\n    - match: f\n      fail: p\n    - match: ';'\n      pop: true\n"
	"  two:\n    - match: ';'\n      pop: true\n";
static const char theme[] =
	"{\"tokenColors\":[{\"scope\":\"k\",\"settings\":{\"foreground\":\"#ff0000\"}},{\"scope\":\"p > k.g, m k\",\"settings\":{\"fontStyle\":\"bold\"}}]}";

static void make(struct buf *out)
{
	struct pack none = { 0 };
	struct overlay o;
	struct err e;
	struct pack_writer w;
	struct buf empty = { 0 };
	writer_init(&w);
	writer_finish(&w, &empty, 1);
	REQUIRE(pack_open(&none, empty.p, empty.n, &e) == 0);
	overlay_init(&o, &none);
	REQUIRE(overlay_grammar(&o, STR("g"), str_from(grammar), true, &e) == 0);
	REQUIRE(overlay_syntax(&o, STR("s.sublime-syntax"), str_from(syntax), &e) == 0);
	REQUIRE(overlay_theme(&o, STR("t"), str_from(theme), true, NULL, &e) == 0);
	overlay_finish(&o, out, 1);
	overlay_fini(&o);
	writer_fini(&w);
	buf_fini(&empty);
}

/* Words of records overwritten: a section, a place in it, a value (mostly small). */
static size_t patch(char *file, const uint8_t *data, size_t size)
{
	struct pack_header h;
	size_t at = 1, n = size ? data[0] % PATCHES_MAX : 0;
	memcpy(&h, file, sizeof(h));
	for (size_t i = 0; i < n && at + PATCH <= size; i++, at += PATCH) {
		unsigned s = data[at] % PACK_SECTIONS;
		uint64_t words = h.section[s].size / 4;
		if (s == PACK_TEXT || !words)
			continue;
		uint64_t place = (data[at + 1] | (unsigned)data[at + 2] << 8) % words;
		uint32_t value = data[at + 3] | (uint32_t)data[at + 4] << 8 | (uint32_t)(data[at + 5] & 0x80) << 24;
		memcpy(file + h.section[s].offset + 4 * place, &value, sizeof(value));
	}
	return at < size ? at : size;
}

static void run(const struct registry *r, struct str text)
{
	struct theme th;
	uint32_t rgba;
	bool themed = theme_at(&th, &r->pack, 0);
	for (int c = THEME_FG; themed && c <= THEME_REMOVED; c++)
		(void)theme_ui(&th, (enum theme_colour)c, &rgba);
	struct detect_file f = { .path = STR("x.g"), .head = text };
	(void)detect_language(r, &f, NULL);
	for (uint32_t i = 1; i < registry_count(r) && i < 4; i++) {
		struct tokens *t = tokens_new(r, themed ? &th : NULL);
		struct str rest = text, line, ext;
		(void)registry_extension(r, i, 0, &ext);
		tokens_want_scopes(t, i & 1);
		tokens_begin(t, i);
		for (unsigned k = 0; k < LINES_MAX && str_line(&rest, &line); k++) {
			size_t n;
			line = str_sub(line, 0, 64);
			const struct span *s = tokens_line(t, line, &n);
			REQUIRE(n && s[n - 1].end == line.n);
			for (size_t q = 0; q < n; q++)
				(void)tokens_style(t, s[q].style);
		}
		tokens_free(t);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct buf whole;
	struct registry r;
	struct err e = { 0 };
	if (!whole.n)
		make(&whole);
	if (size > 1024)
		return 0;
	char *file = malloc(whole.n);
	REQUIRE(file);
	memcpy(file, whole.p, whole.n);
	size_t at = patch(file, data, size);
	REQUIRE(registry_open(&r, file, whole.n, &e) == 0);
	run(&r, (struct str){ (const char *)data + at, size - at });
	free(file);
	return 0;
}
