/* overlay: any files laid over a pack make a pack whose every record is in place, and whose languages run. */
#include <stdint.h>

#include "unit/syntax/fixture.h"

#include "ember/compile/overlay.h"
#include "ember/syntax/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LINES_MAX = 6, LANGUAGES_MAX = 3 };

static const char *const grammars[] = {
	"{'name':'a','scopeName':'source.a','fileTypes':['a'],'patterns':[{'include':'#x'},{'begin':'<','end':'>','patterns':"
	"[{'include':'$base'}]}],'repository':{'x':{'match':'x','name':'k.a'},'y':{'patterns':[{'match':'y+','name':'y.a'},"
	"{'begin':'[(]','end':'[)]','name':'p.a'}]}}}",
	"{'name':'b','scopeName':'source.b','patterns':[{'match':'b','name':'b','captures':{'0':{'patterns':[{'include':'source.a'}]}}}]}",
	NULL,
};

static void check(const struct pack *p)
{
	uint32_t n, rules = pack_count(p, PACK_RULES), languages = pack_count(p, PACK_LANGUAGES);
	for (uint32_t i = 1; i < rules; i++) {
		const struct pack_rule *r = pack_rule(p, i);
		const uint32_t *set = pack_set(p, r->set, &n);
		REQUIRE(!r->set || n);
		for (uint32_t k = 0; k < n; k++)
			REQUIRE(set[k] && set[k] < rules);
		const struct pack_capture *c = pack_captures(p, r->captures, &n);
		REQUIRE(n == r->captures.n);
		for (uint32_t k = 0; k < n; k++)
			REQUIRE(c[k].rule < rules);
	}
	for (uint32_t i = 0; i < languages; i++) {
		const struct pack_language *l = pack_language(p, i);
		REQUIRE(pack_text(p, l->name).n && l->root < rules);
		pack_injections(p, l->injections, &n);
		REQUIRE(n == l->injections.n);
	}
	for (unsigned s = PACK_NAMES; s <= PACK_GLOBS; s++) {
		const struct pack_key *k = pack_keys(p, s, &n);
		for (uint32_t i = 0; i < n; i++)
			REQUIRE(k[i].id < languages);
	}
	const struct pack_key *k = pack_keys(p, PACK_THEME_NAMES, &n);
	for (uint32_t i = 0; i < n; i++)
		REQUIRE(k[i].id && k[i].id < pack_count(p, PACK_THEMES));
}

/* A few lines in the languages that were added, under the last theme. */
static void run(const struct registry *r, uint32_t from, struct str text)
{
	struct theme theme;
	uint32_t last = theme_count(&r->pack), n = registry_count(r);
	bool themed = last && theme_at(&theme, &r->pack, last - 1);
	for (uint32_t i = 1, done = 0; i < n && done < LANGUAGES_MAX; i++) {
		if (pack_language(&r->pack, i)->licence != PACK_USER && i > 2)
			continue;
		struct tokens *t = tokens_new(r, themed ? &theme : NULL);
		struct str rest = text, line;
		tokens_begin(t, i);
		for (unsigned k = 0; k < LINES_MAX && str_line(&rest, &line); k++) {
			size_t spans;
			const struct span *s = tokens_line(t, str_sub(line, 0, 200), &spans);
			REQUIRE(spans && s[spans - 1].end == (line.n < 200 ? line.n : 200));
		}
		tokens_free(t);
		done++;
	}
	(void)from;
}

/* Files parted by NUL; the first byte says what each is: 's'yntax, 't'heme, else a grammar. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct fixture base;
	struct overlay o;
	struct registry r;
	struct buf out = { 0 };
	struct err e = { 0 };
	struct str rest = { (const char *)data, size }, all = rest;
	if (!base.file.p)
		fixture_open(&base, grammars, "{'tokenColors':[{'scope':'k','settings':{'foreground':'#f00'}}]}", NULL);
	if (size > 4096)
		return 0;
	overlay_init(&o, &base.reg.pack);
	for (unsigned i = 0; i < 5 && rest.n; i++) {
		static const char *const stems[] = { "a", "new", "test", "b", "e" };
		struct str file = str_cut(&rest, 0), stem = str_from(stems[i]), text = str_sub(file, 1, file.n);
		int ret = !file.n             ? 0
			: file.p[0] == 's' ? overlay_syntax(&o, stem, text, &e)
			: file.p[0] == 't' ? overlay_theme(&o, stem, text, true, NULL, &e)
					   : overlay_grammar(&o, stem, text, true, &e);
		REQUIRE(ret == 0 || e.what || e.num);
	}
	overlay_finish(&o, &out, 7);
	REQUIRE(registry_open(&r, out.p, out.n, &e) == 0 && pack_hash(&r.pack) == 7);
	check(&r.pack);
	run(&r, registry_count(&base.reg), all);
	buf_fini(&out);
	overlay_fini(&o);
	return 0;
}
