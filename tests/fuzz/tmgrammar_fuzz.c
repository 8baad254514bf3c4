/* tmgrammar: any grammar compiles into a pack whose every record reads within its section. */
#include <stdint.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/compile/grammar.h"
#include "ember/pack/pack.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct pack *p)
{
	uint32_t n, rules = pack_count(p, PACK_RULES);
	for (uint32_t i = 1; i < rules; i++) {
		const struct pack_rule *r = pack_rule(p, i);
		REQUIRE(r->kind >= PACK_MATCH && r->kind <= PACK_BEGIN_WHILE);
		REQUIRE(r->begin < pack_count(p, PACK_REGEXES) && r->end < pack_count(p, PACK_REGEXES));
		const uint32_t *set = pack_set(p, r->set, &n);
		REQUIRE(!r->set || n);
		for (uint32_t k = 0; k < n; k++)
			REQUIRE(set[k] && set[k] < rules && pack_rule(p, set[k])->kind != PACK_INCLUDE);
		const struct pack_capture *c = pack_captures(p, r->captures, &n);
		REQUIRE(n == r->captures.n);
		for (uint32_t k = 0; k < n; k++)
			REQUIRE(c[k].rule < rules && c[k].name < pack_count(p, PACK_TEMPLATES));
	}
	for (uint32_t i = 1; i < pack_count(p, PACK_INJECTIONS); i++) {
		pack_words(p, pack_injection(p, i)->selector, &n);
		REQUIRE(n && n % 2 == 0 && pack_injection(p, i)->rule < rules);
	}
}

/* Two grammars, parted by a NUL, so that they can include and inject into one another. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct grammars set = { 0 };
	struct grammar_result results[2] = { 0 };
	struct str rest = { (const char *)data, size }, source = STR("source");
	struct err e = { 0 };
	if (size > 4096)
		return 0;
	for (unsigned i = 0; i < 2 && rest.n; i++) {
		struct grammar_source g = { .inject_to = &source, .n_inject_to = 1 };
		if (val_read(&g.root, &a, str_cut(&rest, 0), &e) != 0)
			continue;
		g.scope = val_str(&g.root, "scopeName");
		grammars_add(&set, &g);
	}
	struct pack_writer w;
	struct buf file = { 0 };
	struct pack p;
	writer_init(&w);
	grammars_compile(&set, &w, results);
	writer_finish(&w, &file, 0);
	REQUIRE(pack_open(&p, file.p, file.n, &e) == 0);
	check(&p);
	buf_fini(&file);
	writer_fini(&w);
	grammars_fini(&set);
	arena_fini(&a);
	return 0;
}
