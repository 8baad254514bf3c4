#include "onig.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "ember/base/def.h"

/* All of Oniguruma 6 has this name. To link it would be two fifths of what a small search costs. */
#define ONIG_FILE "libonig.so.5"

static struct {
	pthread_once_t once;
	atomic_bool missing;
	struct onig table; /* written once, before `once` lets anybody through */
} onig_library = { .once = PTHREAD_ONCE_INIT };

struct onig_symbol {
	const char *name;
	size_t at; /* in struct onig */
};

static const struct onig_symbol onig_symbols[] = {
#define ONIG_SYMBOL(name) { "onig_" #name, offsetof(struct onig, name) },
	ONIG_FUNCTIONS(ONIG_SYMBOL)
#undef ONIG_SYMBOL
	{ "OnigEncodingUTF8", offsetof(struct onig, utf8) },
	{ "OnigEncodingASCII", offsetof(struct onig, ascii) },
	{ "OnigSyntaxOniguruma", offsetof(struct onig, oniguruma) },
	{ "OnigSyntaxRuby", offsetof(struct onig, ruby) },
	{ "OnigSyntaxPerl_NG", offsetof(struct onig, perl) },
};

/* Every symbol's address into `o`: a function's goes through memory, ISO C has no cast for it. */
static bool onig_find(struct onig *o)
{
	void *library = dlopen(ONIG_FILE, RTLD_NOW | RTLD_LOCAL);
	for (size_t i = 0; library && i < COUNTOF(onig_symbols); i++) {
		void *symbol = dlsym(library, onig_symbols[i].name);
		if (!symbol)
			return false;
		memcpy((char *)o + onig_symbols[i].at, &symbol, sizeof(symbol));
	}
	return library;
}

static void onig_load(void)
{
	struct onig *o = &onig_library.table;
	bool ok = onig_find(o);
	if (ok) {
		OnigEncoding use[] = { o->utf8, o->ascii };
		ok = o->initialize(use, (int)COUNTOF(use)) == ONIG_NORMAL;
	}
	atomic_store(&onig_library.missing, !ok);
}

const struct onig *onig_get(void)
{
	pthread_once(&onig_library.once, onig_load);
	return onig_missing() ? NULL : &onig_library.table;
}

bool onig_missing(void)
{
	return atomic_load(&onig_library.missing);
}
