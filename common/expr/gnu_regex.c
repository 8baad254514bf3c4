#include "ember/expr/gnu_regex.h"

#include <dlfcn.h>
#include <limits.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/panic.h"

typedef reg_syntax_t set_syntax_fn(reg_syntax_t syntax);
typedef const char *compile_fn(const char *text, size_t len, struct re_pattern_buffer *re);
typedef regoff_t match_fn(struct re_pattern_buffer *re, const char *s, regoff_t len, regoff_t start,
	struct re_registers *regs);
typedef void free_fn(regex_t *re);

struct gnu_regex {
	struct re_pattern_buffer re;
	match_fn *match;
	free_fn *free;
};

/* A function's address goes through memory: ISO C has no cast for it. */
static bool gnu_find(void *libc, const char *name, void *fn)
{
	void *at = dlsym(libc, name);
	memcpy(fn, &at, sizeof(at));
	return at != NULL;
}

struct gnu_regex *gnu_regex_compile(const char *text, unsigned long syntax, const char **wrong)
{
	set_syntax_fn *set_syntax = NULL;
	compile_fn *compile = NULL;
	struct gnu_regex *r = calloc(1, sizeof(*r));
	void *libc = dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD);
	if (!r)
		panic_memory();
	*wrong = "no regular expression engine in the C library";
	if (libc && gnu_find(libc, "re_set_syntax", &set_syntax) &&
		gnu_find(libc, "re_compile_pattern", &compile) && gnu_find(libc, "re_match", &r->match) &&
		gnu_find(libc, "regfree", &r->free)) {
		set_syntax(syntax);
		*wrong = compile(text, strlen(text), &r->re);
	}
	if (libc)
		dlclose(libc);
	if (*wrong) {
		gnu_regex_free(r);
		return NULL;
	}
	return r;
}

void gnu_regex_free(struct gnu_regex *r)
{
	if (r && r->free)
		r->free(&r->re);
	free(r);
}

bool gnu_regex_whole(struct gnu_regex *r, struct str s)
{
	if (s.n > INT_MAX)
		return false;
	return r->match(&r->re, s.p, (regoff_t)s.n, 0, NULL) == (regoff_t)s.n;
}
