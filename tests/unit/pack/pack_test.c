#include "ember/pack/pack.h"

#include <stdlib.h>
#include <string.h>

#include "ember/compile/write.h"

#include "lib/test.h"

/* A pack with a record or two in each section. */
static struct buf sample(void)
{
	struct pack_writer w;
	struct buf file = { 0 };
	writer_init(&w);
	uint32_t a = writer_template(&w, STR("string.quoted  x"));
	uint32_t rule = 1, words[] = { 7, 8, 9 };
	struct pack_rule r = { .kind = PACK_MATCH, .name = a, .begin = writer_regex(&w, STR("x\0y"), PACK_REGEX_G) };
	r.set = writer_set(&w, &rule, 1);
	WRITER_ADD(&w, PACK_RULES, &r);
	WRITER_ADD(&w, PACK_CAPTURES, &(struct pack_capture){ .used = 1 });
	struct pack_injection in = { .selector = writer_words(&w, words, 3), .priority = -1, .rule = 1 };
	WRITER_ADD(&w, PACK_INJECTIONS, &in);
	struct pack_language l = { .name = writer_text(&w, STR("plaintext")) };
	WRITER_ADD(&w, PACK_LANGUAGES, &l);
	struct writer_key keys[] = { { STR("Make"), 3 }, { STR("C"), 1 }, { STR("c"), 2 }, { STR(""), 5 }, { STR("make"), 4 } };
	writer_keys(&w, PACK_EXTENSIONS, keys, COUNTOF(keys), false);
	writer_keys(&w, PACK_NAMES, keys, COUNTOF(keys), true);
	struct pack_key e1 = writer_key(&w, STR("a"), 2), e2 = writer_key(&w, STR("b"), 3);
	uint32_t first = WRITER_ADD(&w, PACK_EDGES, &e1);
	WRITER_ADD(&w, PACK_EDGES, &e2);
	struct pack_node node = { .edges = { first, 2 } };
	WRITER_ADD(&w, PACK_NODES, &node);
	writer_finish(&w, &file, 42);
	writer_fini(&w);
	return file;
}

TEST(a_written_pack_reads_back)
{
	struct buf file = sample();
	struct pack p;
	struct err e = { .what = "" };
	uint32_t n, id;
	CHECK(pack_open(&p, file.p, file.n, &e) == 0, "%s", e.what);
	CHECK(pack_hash(&p) == 42, "hash");
	const struct pack_rule *r = pack_rule(&p, 1);
	CHECK(r->kind == PACK_MATCH, "kind");
	CHECK_STR(pack_text(&p, pack_regex(&p, r->begin)->text), STR("x\0y"));
	CHECK(pack_regex(&p, r->begin)->flags == PACK_REGEX_G, "flags");
	const struct pack_template *t = pack_template(&p, r->name);
	CHECK(t->n == 3 && !t->text, "two blanks make an empty atom");
	CHECK_STR(pack_atom(&p, pack_word(&p, t->first)), STR("string.quoted"));
	CHECK_STR(pack_atom(&p, pack_word(&p, t->first + 1)), STR(""));
	CHECK_STR(pack_atom(&p, pack_word(&p, t->first + 2)), STR("x"));
	const uint32_t *set = pack_set(&p, r->set, &n);
	CHECK(n == 1 && set[0] == 1, "set");
	CHECK(pack_injection(&p, 1)->priority == -1, "injection");
	CHECK_STR(pack_text(&p, pack_language(&p, 0)->name), STR("plaintext"));
	CHECK(pack_find(&p, PACK_EXTENSIONS, STR("C"), &id) && id == 1, "case counts");
	CHECK(pack_find(&p, PACK_NAMES, STR("MAKE"), &id) && id == 3, "folded: the first given stays");
	CHECK(!pack_find(&p, PACK_EXTENSIONS, STR(""), &id), "no empty key");
	CHECK(!pack_find(&p, PACK_RULES, STR("C"), &id), "not a section of keys");
	CHECK(pack_child(&p, 1, STR("b")) == 3 && pack_child(&p, 1, STR("c")) == 0, "edges");
	buf_fini(&file);
}

TEST(ids_out_of_range_read_as_nothing)
{
	struct buf file = sample();
	struct pack p;
	struct err e = { .what = "" };
	CHECK(pack_open(&p, file.p, file.n, &e) == 0, "%s", e.what);
	static const uint32_t ids[] = { 0, 2, 1000, UINT32_MAX };
	for (size_t i = 0; i < COUNTOF(ids); i++) {
		uint32_t n = 9;
		CHECK(pack_rule(&p, ids[i])->kind == 0, "rule %u", ids[i]);
		CHECK(pack_template(&p, ids[i] ? ids[i] : 0)->text == 0, "template %u", ids[i]);
		CHECK(pack_set(&p, ids[i], &n) == NULL && n == 0, "set %u", ids[i]);
		CHECK(pack_child(&p, ids[i], STR("a")) == 0, "node %u", ids[i]);
		CHECK(pack_text(&p, ids[i]).n == 0, "text %u", ids[i]);
		CHECK(pack_words(&p, (struct pack_range){ ids[i], UINT32_MAX }, &n) == NULL && n == 0, "words %u", ids[i]);
		CHECK(pack_captures(&p, (struct pack_range){ UINT32_MAX, ids[i] }, &n) == NULL && n == 0, "captures %u", ids[i]);
	}
	CHECK(pack_language(&p, 1)->root == 0, "language");
	CHECK(pack_word(&p, UINT32_MAX) == 0, "word");
	buf_fini(&file);
}

TEST(what_is_no_pack_is_refused)
{
	struct buf file = sample();
	struct pack p;
	for (size_t cut = 0; cut < file.n; cut += 37) {
		struct err e = { .what = "" };
		CHECK(pack_open(&p, file.p, cut, &e) == -1, "cut at %zu", cut);
		CHECK(e.what[0] && pack_count(&p, PACK_RULES) == 0, "cut at %zu leaves an empty pack", cut);
	}
	struct err e = { .what = "" };
	CHECK(pack_open(&p, file.p + 1, file.n - 1, &e) == -1, "unaligned");
	struct pack_header h;
	memcpy(&h, file.p, sizeof(h));
	static const struct {
		size_t offset;
		uint64_t value;
	} damage[] = {
		{ offsetof(struct pack_header, magic), 1 },
		{ offsetof(struct pack_header, format), 99 },
		{ offsetof(struct pack_header, size), 8 },
		{ offsetof(struct pack_header, section[3].offset), UINT64_MAX - 7 },
		{ offsetof(struct pack_header, section[3].offset), 4 },
		{ offsetof(struct pack_header, section[PACK_RULES].size), UINT64_MAX },
		{ offsetof(struct pack_header, section[PACK_RULES].size), 7 },
	};
	for (size_t i = 0; i < COUNTOF(damage); i++) {
		memcpy(file.p + damage[i].offset, &damage[i].value, damage[i].offset < 8 ? 4 : 8);
		CHECK(pack_open(&p, file.p, file.n, &e) == -1, "damage %zu", i);
		memcpy(file.p, &h, sizeof(h));
	}
	CHECK(pack_open(&p, file.p, file.n, &e) == 0, "put right again");
	buf_fini(&file);
}

TEST(an_empty_pack_answers)
{
	struct pack p = { 0 };
	uint32_t n, id;
	CHECK(pack_hash(&p) == 0, "hash");
	CHECK(!pack_find(&p, PACK_NAMES, STR("c"), &id), "find");
	CHECK(pack_first_lines(&p, &n) == NULL && n == 0, "first lines");
	CHECK(pack_rule(&p, 1)->kind == 0 && pack_child(&p, 1, STR("a")) == 0, "records");
	CHECK_STR(pack_text(&p, 4), STR(""));
}
