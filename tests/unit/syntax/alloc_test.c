/* The line loop allocates nothing once its buffers have grown and its states are known. */
#include <stdlib.h>

#include "ember/syntax/token.h"
#include "fixture.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define COUNTS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define COUNTS 0
#endif
#endif
#ifndef COUNTS
#define COUNTS 1
#endif

static size_t allocations;

/*
 * Oniguruma saves its backtracking stack, 160 frames of at least 32 bytes, on the heap for the
 * length of one search. Nothing else of that size is asked for in these lines.
 */
#define ONIG_STACK 5120u

#if COUNTS
void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t n);

void *malloc(size_t n)
{
	allocations += n < ONIG_STACK;
	return __libc_malloc(n);
}

void *calloc(size_t n, size_t size)
{
	allocations++;
	return __libc_calloc(n, size);
}

void *realloc(void *p, size_t n)
{
	allocations++;
	return __libc_realloc(p, n);
}
#endif

static const char *const grammars[] = {
	"{'name':'g','scopeName':'s','patterns':[{'begin':'\\\\{','end':'\\\\}','name':'block','"
	"patterns':["
	"{'include':'$self'}]},{'begin':'(\\\"|`)','end':'\\\\1','name':'string.$1','patterns':[{'"
	"match':'\\\\\\\\.','name':'esc'}]},"
	"{'match':'\\\\b(if|else)\\\\b','name':'keyword'},{'match':'(\\\\w+)(?=\\\\()','captures':{"
	"'1':{'name':'call',"
	"'patterns':[{'match':'[A-Z]','name':'upper'}]}}},{'begin':'> ','while':'> "
	"','name':'quote'}]}",
	NULL
};
static const char *const text = "if (x) {\n\tcallMe(\"a\\n\", `b`); else {\n}\n}\n> quoted \xff "
				"text\n> more\n\nend\r\n{{{}}}\n";

static size_t pass(struct tokens *t)
{
	struct str rest = str_from(text), line;
	size_t n, before = allocations;
	while (str_line(&rest, &line))
		tokens_line(t, line, &n);
	return allocations - before;
}

TEST(no_allocation_per_line)
{
	struct fixture f;
	struct language l;
	struct theme theme;
	fixture_open(&f, grammars,
		"{'type':'dark','colors':{},'tokenColors':[{'scope':'block "
		"string','settings':{'foreground':'#123456'}}]}",
		NULL);
	REQUIRE(registry_find(&f.reg, STR("g"), &l) &&
		theme_find(&theme, &f.reg.pack, STR("test")));
	struct tokens *t = tokens_new(&f.reg, &theme);
	tokens_begin(t, l.id);
	size_t first = pass(t), more = 0;
	pass(t);
	for (int i = 0; i < 100; i++)
		more += pass(t);
	CHECK(!COUNTS || first > 0, "the counter counts: %zu", first);
	CHECK(more == 0, "%zu allocations in 100 passes", more);
	tokens_free(t);
	fixture_close(&f);
}
